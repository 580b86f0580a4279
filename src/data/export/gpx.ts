import type { Geometry, Position } from "geojson";
import { LICENCES } from "../licences";
import { exportFeatures, sourceUrls } from "./export-feature";
import type { ExportFeature, ExportFormat, ExportSet } from "./export-set";
import { originLines, originOf } from "./origin";
import { attribute, textElement, XML_HEAD } from "./xml";

const NAMESPACE = "http://www.topografix.com/GPX/1/1";

interface Parts {
  readonly points: readonly Position[];
  readonly lines: readonly (readonly Position[])[];
}

const NOTHING: Parts = { points: [], lines: [] };

/** What GPX can hold of a geometry: points as waypoints, lines and the outlines of areas as tracks. */
function partsOf(geometry: Geometry | null): Parts {
  switch (geometry?.type) {
    case "Point":
      return { ...NOTHING, points: [geometry.coordinates] };
    case "MultiPoint":
      return { ...NOTHING, points: geometry.coordinates };
    case "LineString":
      return { ...NOTHING, lines: [geometry.coordinates] };
    case "MultiLineString":
    case "Polygon":
      return { ...NOTHING, lines: geometry.coordinates };
    case "MultiPolygon":
      return { ...NOTHING, lines: geometry.coordinates.flat() };
    case "GeometryCollection": {
      const parts = geometry.geometries.map(partsOf);
      return { points: parts.flatMap(({ points }) => points), lines: parts.flatMap(({ lines }) => lines) };
    }
    default:
      return NOTHING;
  }
}

/** What GPX has no words of its own for: the key of a record, its days, how exactly its place is known, that it is an area. */
function comment({ layer, id, when, where, geometry }: ExportFeature): string {
  const days = when ? [...new Set([when.start, when.end])] : [];
  const said = [`${layer}/${id}`, ...days];
  if (where) said.push(`${where.precision}, within ${where.uncertaintyRadiusM} m`);
  if (geometry?.type === "Polygon" || geometry?.type === "MultiPolygon") said.push("outline of an area");
  return said.join(" ");
}

/** The texts that waypoints and tracks share, in the order that the schema wants. */
function texts(feature: ExportFeature): string {
  const { kind, name, description, sources } = feature;
  const links = sources.flatMap(({ url, title }) =>
    url ? [`<link${attribute("href", url)}>${textElement("text", title)}</link>`] : [],
  );
  return [
    textElement("name", name),
    textElement("cmt", comment(feature)),
    textElement("desc", description),
    textElement("src", sourceUrls(sources)),
    ...links,
    textElement("type", kind),
  ].join("");
}

const position = (name: string, [lng = 0, lat = 0, height]: Position, inside = "") => {
  const at = attribute("lat", lat) + attribute("lon", lng);
  return `<${name}${at}>${height === undefined ? "" : `<ele>${height}</ele>`}${inside}</${name}>`;
};

function* write(set: ExportSet): Generator<string> {
  const origin = originOf(set);
  const { licence } = origin;
  yield `${XML_HEAD}<gpx${attribute("xmlns", NAMESPACE)} version="1.1" creator="Sarhad">\n<metadata>`;
  yield textElement("name", origin.title) + textElement("desc", originLines(origin).join("\n"));
  if (licence !== null) {
    yield `<copyright${attribute("author", origin.attribution.join(", "))}>`;
    yield `${textElement("year", origin.released.slice(0, 4))}${textElement("license", LICENCES[licence]?.path ?? licence)}</copyright>`;
  }
  yield `<link${attribute("href", origin.link)}/><time>${origin.retrieved}T00:00:00Z</time></metadata>\n`;
  // The schema wants every waypoint before the first track.
  for (const feature of exportFeatures(set)) {
    for (const point of partsOf(feature.geometry).points) {
      yield `${position("wpt", point, texts(feature))}\n`;
    }
  }
  for (const feature of exportFeatures(set)) {
    const { lines } = partsOf(feature.geometry);
    if (lines.length === 0) continue;
    const segments = lines.map((line) => `<trkseg>${line.map((at) => position("trkpt", at)).join("")}</trkseg>`);
    yield `<trk>${texts(feature)}${segments.join("")}</trk>\n`;
  }
  yield "</gpx>\n";
}

/**
 * GPX 1.1: points as waypoints, lines as tracks; it knows no areas, so their outlines are tracks, and their comments say so.
 */
export const gpx: ExportFormat = {
  id: "gpx",
  name: "GPX",
  holds: (geometry) => geometry !== null,
  keepsSort: ({ type }) => type === "Point" || type === "LineString" || type === "MultiLineString",
  write: (set) => [{ part: null, extension: "gpx", mediaType: "application/gpx+xml", chunks: write(set) }],
};
