/** What is cited: a record of the atlas or a view of it, as read on one day. */
export interface Cited {
  readonly title: string;
  readonly dataVersion: string;
  /** Day of the data release, ISO. */
  readonly released: string;
  /** Day on which it was read, ISO. */
  readonly accessed: string;
  readonly url: string;
  /** What it is, in the words of a reference list; “Map record” unless said. */
  readonly kind?: "Map record" | "Map view";
}

const AUTHOR = "The Sarhad contributors";
const ATLAS = "Sarhad: the open atlas of the Iran–Pakistan border";

const englishDay = (isoDate: string) =>
  new Intl.DateTimeFormat("en-US", { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" }).format(
    new Date(`${isoDate}T00:00:00Z`),
  );

/** A reference in APA style (7th edition): a data set with its version and the day it was retrieved. */
export function citeApa({ title, dataVersion, released, accessed, url, kind = "Map record" }: Cited): string {
  const year = released.slice(0, 4);
  return `${AUTHOR}. (${year}). ${title} [${kind}]. In ${ATLAS} (Version ${dataVersion}). Retrieved ${englishDay(accessed)}, from ${url}`;
}

/** FNV-1a: the same for the same text, in eight hexadecimal digits. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** What a reference is known by in a list: two views or records of one version must not take each other's place. */
const keyOf = ({ dataVersion, title, url }: Cited) => `sarhad-${dataVersion}-${shortHash(`${title} ${url}`)}`;

/** Braces keep the capitals; what TeX reads as a command is escaped. */
const forTex = (text: string) => text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, (sign) => `\\${sign}`);

/** The same as a BibTeX entry. */
export function citeBibtex(cited: Cited): string {
  const { title, dataVersion, released, accessed, url } = cited;
  return [
    `@misc{${keyOf(cited)},`,
    `  author = {{${AUTHOR}}},`,
    `  title = {{${forTex(title)}}},`,
    `  howpublished = {${ATLAS.replace("–", "--")}, version ${dataVersion}},`,
    `  year = {${released.slice(0, 4)}},`,
    `  url = {${url}},`,
    `  urldate = {${accessed}}`,
    "}",
  ].join("\n");
}

const dateParts = (isoDate: string) => ({ "date-parts": [isoDate.split("-").map(Number)] });

/** The same as CSL-JSON, for reference managers. */
export function citeCslJson(cited: Cited): string {
  const { title, dataVersion, released, accessed, url } = cited;
  return JSON.stringify(
    [
      {
        id: keyOf(cited),
        type: "dataset",
        title,
        "container-title": ATLAS,
        author: [{ literal: AUTHOR }],
        version: dataVersion,
        issued: dateParts(released),
        accessed: dateParts(accessed),
        URL: url,
      },
    ],
    null,
    2,
  );
}
