import { strToU8, zipSync } from "fflate";
import { geojson as flatgeobuf } from "flatgeobuf";
import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

/** Markup, scripts, addresses and formulas, each of which would ask this host for something or open a dialog. */
const HOSTILE: readonly string[] = [
  "<img src=https://evil.example/a onerror=alert(1)>",
  "<svg onload=alert(2)><use href=https://evil.example/b#c /></svg>",
  '"><script src=https://evil.example/c.js></script>',
  "javascript:alert(3)",
  "<iframe srcdoc='<script>alert(4)</script>'></iframe>",
  "<style>@import 'https://evil.example/d.css'</style>",
  '=HYPERLINK("https://evil.example/e")',
  "\u202e<b>reversed</b>\u2066",
];

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const point = (text: string) => ({
  type: "Feature",
  id: text,
  properties: { title: text, [text]: text, description: text, url: text, date: text },
  geometry: { type: "Point", coordinates: [61.5, 28.9] },
});

const kml = (text: string) =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${escaped(text)}</name><Placemark id="${escaped(text)}"><name>${escaped(text)}</name><description>${escaped(text)}</description><ExtendedData><Data name="${escaped(text)}"><value>${escaped(text)}</value></Data></ExtendedData><Point><coordinates>61.5,28.9</coordinates></Point></Placemark></Document></kml>`;

/** A file of each format with `text` in every field that can hold one. */
const FILES: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  "a.csv": (text) => `title,lon,lat,${quoted(text)}\n${quoted(text)},61.5,28.9,${quoted(text)}\n`,
  "a.tsv": (text) => `title\tlon\tlat\t${quoted(text)}\n${quoted(text)}\t61.5\t28.9\t${quoted(text)}\n`,
  "a.geojson": (text) => JSON.stringify({ type: "FeatureCollection", name: text, features: [point(text)] }),
  "a.kml": kml,
  // Names inside an archive are texts of its author's as well.
  "a.kmz": (text) => zipSync({ [`${text}.txt`]: strToU8(text), "doc.kml": strToU8(kml(text)) }),
  "a.fgb": (text) =>
    flatgeobuf.serialize({ type: "FeatureCollection", features: [point(text)] } as Parameters<
      typeof flatgeobuf.serialize
    >[0]),
  "a.gpx": (text) =>
    `<?xml version="1.0"?><gpx version="1.1" creator="${escaped(text)}" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="28.9" lon="61.5"><name>${escaped(text)}</name><desc>${escaped(text)}</desc><link href="${escaped(text)}"><text>${escaped(text)}</text></link></wpt></gpx>`,
  "a.topojson": (text) =>
    JSON.stringify({
      type: "Topology",
      arcs: [],
      objects: { [text]: { type: "GeometryCollection", geometries: [{ ...point(text), ...point(text).geometry }] } },
    }),
};

/** Elements that the atlas itself never makes, and attributes that would run. */
const strangers = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("#app *, #embed *")]
      .filter(
        (element) =>
          /^(?:img|script|iframe|object|embed|style|base|link)$/i.test(element.tagName) ||
          [...element.attributes].some(({ name, value }) => /^on|srcdoc/i.test(name) || /^\s*javascript:/i.test(value)),
      )
      .map((element) => element.outerHTML.slice(0, 200)),
  );

async function openWatched(path: string, prepare?: (page: Page) => Promise<unknown>) {
  const dialogs: string[] = [];
  const atlas = await openAtlas(path, {
    flags: WITHOUT_WEBGL,
    viewport: { width: 1300, height: 900 },
    prepare: async (page) => {
      page.on("dialog", (dialog) => {
        dialogs.push(dialog.message());
        return dialog.dismiss();
      });
      await prepare?.(page);
    },
  });
  const isClean = async () => {
    expect(await strangers(atlas.page)).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(atlas.foreign).toEqual([]);
    expect(atlas.complaints).toEqual([]);
  };
  return { ...atlas, isClean };
}

it.each(
  Object.entries(FILES),
)("hostile texts in every field of %s are texts in list, card and table", async (name, write) => {
  const atlas = await openWatched("#v=1&lang=en");
  const { page } = atlas;
  await page.locator("#own-add").waitFor();
  for (const text of HOSTILE) {
    const bytes = [...Buffer.from(write(text))];
    await page.evaluate(
      ([fileName, content]) => {
        const carried = new DataTransfer();
        carried.items.add(new File([Uint8Array.from(content)], fileName));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
      },
      [name, bytes] as const,
    );
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("button", { name: "Show in the list" }).click();
    await page.locator(".listing__rows .row").first().click();
    await page.locator(".card h2").waitFor();
    await atlas.isClean();
  }
  await atlas.close();
});

const PARAMETERS = [
  "lang",
  "map",
  "layers",
  "sel",
  "t",
  "f",
  "theme",
  "from",
  "to",
  "measure",
  "corridor",
  "lesson",
  "data",
  "own",
  "pin",
  "embed",
];

it("hostile texts in every part of a link, in the full page and in a frame, change nothing but the view", async () => {
  const atlas = await openWatched("#v=1&lang=en");
  for (const text of HOSTILE) {
    const value = encodeURIComponent(text);
    const link = `#v=1&${PARAMETERS.map((name) => `${name}=${value}`).join("&")}`;
    for (const path of [link, `embed.html${link}`]) {
      await atlas.page.goto(new URL(path, atlas.page.url()).href.replace(/\/embed\.html\/?embed/, "/embed"));
      await atlas.page.reload();
      await atlas.page.locator("#map svg, .embed__stage svg").first().waitFor();
      await atlas.isClean();
    }
    await atlas.page.goto(new URL("./#v=1&lang=en", atlas.page.url()).href);
  }
  await atlas.close();
});

it("a hundred thousand characters in any part of a link hold up neither the full page nor a frame", async () => {
  const atlas = await openWatched("#v=1&lang=en");
  const { page } = atlas;
  const base = new URL("./", page.url()).href;
  const LONG = ["a".repeat(100_000), "1/2,3;4:5|~".repeat(9000), "%F0%9F".repeat(17_000)];
  for (const [at, name] of PARAMETERS.entries()) {
    for (const path of ["", "embed.html"]) {
      await page.goto("about:blank");
      await page.goto(`${base}${path}#v=1&${name}=${LONG[at % LONG.length]}`);
      await page.locator("#map svg, .embed__stage svg").first().waitFor();
    }
  }
  await page.goto("about:blank");
  await page.goto(`${base}#v=1&${PARAMETERS.map((name) => `${name}=${LONG[0]}`).join("&")}`);
  await page.locator("#search").fill("Taftan");
  await page.locator(".search__option").first().waitFor();
  await atlas.isClean();
  await atlas.close();
});

it("hostile messages to a frame, and hostile values on the device, are not obeyed", async () => {
  const frame = await openWatched("embed.html#v=1&lang=en&embed=commands:https://news.example");
  await frame.page.locator("html[data-light=ready]").waitFor();
  const before = await frame.page.locator("h1").textContent();
  await frame.page.evaluate((texts) => {
    for (const text of texts) {
      for (const message of [
        text,
        { type: text },
        { type: "sarhad:view", v: 1, link: `#v=1&title=${text}` },
        { __proto__: { type: "sarhad:view" }, link: text },
      ]) {
        window.postMessage(message, "*");
      }
    }
  }, HOSTILE);
  await frame.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await frame.page.locator("h1").textContent()).toBe(before);
  await frame.isClean();
  await frame.close();

  const atlas = await openWatched("#v=1&lang=en", (page) =>
    page.addInitScript((texts) => {
      const names = [
        "digits",
        "unit",
        "geography-only",
        "nastaliq",
        "label-languages",
        "coordinates",
        "own-lesson",
        "own-kept",
        "tab",
      ];
      for (const [at, name] of names.entries())
        localStorage.setItem(`sarhad:1:${name}`, texts[at % texts.length] ?? "");
    }, HOSTILE),
  );
  await atlas.page.locator("#tab-learn").click();
  await atlas.page.getByRole("button", { name: "Make your own" }).click();
  await atlas.page.getByText("could not be read any more").waitFor();
  await atlas.page.getByRole("button", { name: "Settings" }).click();
  await atlas.page.getByRole("dialog").waitFor();
  await atlas.isClean();
  await atlas.close();
});
