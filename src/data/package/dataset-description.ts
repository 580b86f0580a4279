/** The parts of a data package that its other descriptions are made from. */
export interface DescribedPackage {
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly created: string;
  readonly keywords: readonly string[];
  readonly licenses: readonly { readonly path?: string | undefined }[];
  readonly sources: readonly { readonly title: string; readonly path?: string | undefined }[];
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly mediatype: string;
    readonly bytes: number;
    readonly licenses: readonly { readonly path?: string | undefined }[];
  }[];
}

/** The two provinces along the border, as west, south, east, north in degrees; and the years that the events lie in. */
const BOX = [58.77, 24.78, 70.26, 32.07] as const;
const YEARS = "1871/2026";
const CREATOR = "The Sarhad contributors";
const LANGUAGES = ["en", "ur", "fa"];

const addressesIn = (licenses: DescribedPackage["licenses"]) => licenses.flatMap(({ path }) => path ?? []);

/** Where a file of the data lies in the built atlas. */
const addressOf = (site: string, version: string, path: string) => `${site}data/${version}/${path}`;

/** Files of the data that the built atlas serves under their version, for `isServed` to tell. */
function filesOf({ resources }: DescribedPackage, isServed: (path: string) => boolean) {
  return resources.filter(({ path }) => isServed(path));
}

/**
 * The data as a schema.org Dataset, for search engines: JSON-LD. `site` is the address of the atlas with its last slash, or
 * `./` where it is not known; `isServed` tells which files stand there under the data version.
 */
export function schemaDataset(described: DescribedPackage, site: string, isServed: (path: string) => boolean) {
  const { title, description, version, created, keywords, licenses, sources } = described;
  const creator = { "@type": "Organization", name: CREATOR };
  const [west, south, east, north] = BOX;
  return {
    "@context": "https://schema.org/",
    "@type": "Dataset",
    name: title,
    description,
    url: site,
    identifier: `sarhad-${version}`,
    version,
    datePublished: created.slice(0, 10),
    inLanguage: LANGUAGES,
    keywords,
    isAccessibleForFree: true,
    license: addressesIn(licenses),
    creator,
    publisher: creator,
    spatialCoverage: {
      "@type": "Place",
      name: "Iran–Pakistan border",
      geo: { "@type": "GeoShape", box: `${south} ${west} ${north} ${east}` },
    },
    temporalCoverage: YEARS,
    isBasedOn: [...new Set(sources.flatMap(({ path }) => path ?? []))],
    citation: `${CREATOR}. (${created.slice(0, 4)}). ${title} (Version ${version}) [Data set].`,
    distribution: filesOf(described, isServed).map(({ name, path, mediatype, licenses: own }) => ({
      "@type": "DataDownload",
      name,
      license: addressesIn(own),
      encodingFormat: mediatype,
      contentUrl: addressOf(site, version, path),
    })),
  };
}

/** The same as a DCAT dataset, for data catalogues: JSON-LD in the terms of DCAT 3. */
export function dcatDataset(described: DescribedPackage, site: string, isServed: (path: string) => boolean) {
  const { title, description, version, created, keywords, licenses, sources } = described;
  const [west, south, east, north] = BOX;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const [from, to] = YEARS.split("/");
  const year = (value: string | undefined) => ({ "@value": value, "@type": "xsd:gYear" });
  return {
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
      geo: "http://www.opengis.net/ont/geosparql#",
      xsd: "http://www.w3.org/2001/XMLSchema#",
    },
    "@id": `${site}#data`,
    "@type": "dcat:Dataset",
    "dct:title": { "@value": title, "@language": "en" },
    "dct:description": { "@value": description, "@language": "en" },
    "dct:identifier": `sarhad-${version}`,
    "dcat:version": version,
    "dct:issued": { "@value": created.slice(0, 10), "@type": "xsd:date" },
    "dct:language": LANGUAGES,
    "dcat:keyword": keywords,
    "dcat:landingPage": { "@id": site },
    "dct:license": addressesIn(licenses).map((path) => ({ "@id": path })),
    "dct:publisher": { "@type": "foaf:Organization", "foaf:name": CREATOR },
    "dct:spatial": {
      "@type": "dct:Location",
      "dcat:bbox": {
        "@value": `POLYGON((${ring.map((corner) => corner.join(" ")).join(", ")}))`,
        "@type": "geo:wktLiteral",
      },
    },
    "dct:temporal": { "@type": "dct:PeriodOfTime", "dcat:startDate": year(from), "dcat:endDate": year(to) },
    "dct:source": [...new Set(sources.flatMap(({ path }) => path ?? []))].map((path) => ({ "@id": path })),
    "dcat:distribution": filesOf(described, isServed).map(({ name, path, mediatype, bytes, licenses: own }) => ({
      "@type": "dcat:Distribution",
      "dct:title": name,
      "dct:license": addressesIn(own).map((address) => ({ "@id": address })),
      "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${mediatype}` },
      "dcat:byteSize": bytes,
      "dcat:downloadURL": { "@id": addressOf(site, version, path) },
    })),
  };
}
