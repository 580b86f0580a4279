import type { Geometry, Position } from "geojson";
import type { Layer } from "../manifest";
import { exportFeature } from "./export-feature";
import type { ExportFeature, ExportFormat, ExportItem, ExportSet } from "./export-set";
import { originLines, originOf } from "./origin";
import { attribute, textElement, XML_HEAD } from "./xml";

const coordinates = (positions: readonly Position[]) =>
  `<coordinates>${positions.map((position) => position.join(",")).join(" ")}</coordinates>`;

const ring = (name: string, positions: readonly Position[]) =>
  `<${name}><LinearRing>${coordinates(positions)}</LinearRing></${name}>`;

const polygon = (rings: readonly (readonly Position[])[]) =>
  `<Polygon>${rings.map((positions, at) => ring(at === 0 ? "outerBoundaryIs" : "innerBoundaryIs", positions)).join("")}</Polygon>`;

const point = (position: Position) => `<Point>${coordinates([position])}</Point>`;
const lineString = (positions: readonly Position[]) => `<LineString>${coordinates(positions)}</LineString>`;
const several = (parts: readonly string[]) => `<MultiGeometry>${parts.join("")}</MultiGeometry>`;

function geometryElement(geometry: Geometry): string {
  switch (geometry.type) {
    case "Point":
      return point(geometry.coordinates);
    case "LineString":
      return lineString(geometry.coordinates);
    case "Polygon":
      return polygon(geometry.coordinates);
    case "MultiPoint":
      return several(geometry.coordinates.map(point));
    case "MultiLineString":
      return several(geometry.coordinates.map(lineString));
    case "MultiPolygon":
      return several(geometry.coordinates.map(polygon));
    case "GeometryCollection":
      return several(geometry.geometries.map(geometryElement));
  }
}

function placemark({ name, description, when, columns, geometry }: ExportFeature): string {
  const data = [...columns]
    .filter(([, value]) => value !== null && value !== "")
    .map(([key, value]) => `<Data${attribute("name", key)}>${textElement("value", String(value))}</Data>`);
  return [
    "<Placemark>",
    textElement("name", name),
    textElement("description", description),
    when ? `<TimeSpan>${textElement("begin", when.start)}${textElement("end", when.end)}</TimeSpan>` : "",
    `<ExtendedData>${data.join("")}</ExtendedData>`,
    geometry ? geometryElement(geometry) : "",
    "</Placemark>\n",
  ].join("");
}

const titleOf = (layer: Layer | undefined, { provenance: { language } }: ExportSet) =>
  layer?.title[language] ?? layer?.title.en ?? null;

function* write(set: ExportSet): Generator<string> {
  const origin = originOf(set);
  const data = Object.entries(origin).map(([key, value]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return `<Data${attribute("name", key)}>${textElement("value", text)}</Data>`;
  });
  yield `${XML_HEAD}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n`;
  yield textElement("name", origin.title) + textElement("description", originLines(origin).join("\n"));
  yield `<ExtendedData>${data.join("")}</ExtendedData>\n`;
  const byLayer = new Map<string, ExportItem[]>();
  for (const item of set.items) {
    const items = byLayer.get(item.layer.id);
    if (items) items.push(item);
    else byLayer.set(item.layer.id, [item]);
  }
  for (const items of byLayer.values()) {
    yield `<Folder>${textElement("name", titleOf(items[0]?.layer, set))}\n`;
    for (const item of items) yield placemark(exportFeature(item, set));
    yield "</Folder>\n";
  }
  yield "</Document></kml>\n";
}

/** OGC KML 2.2: a folder for each layer, the columns as extended data, days as time spans. */
export const kml: ExportFormat = {
  id: "kml",
  name: "KML",
  holds: () => true,
  keepsSort: ({ type }) => !type.startsWith("Multi"),
  write: (set) => [
    { part: null, extension: "kml", mediaType: "application/vnd.google-earth.kml+xml", chunks: write(set) },
  ],
};
