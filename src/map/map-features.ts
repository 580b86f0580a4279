import type { Feature, FeatureCollection, Geometry, MultiLineString, Polygon } from "geojson";
import type { CorridorRecord } from "../data/corridor-record";
import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import type { MembershipRecord } from "../data/membership-record";
import type { AtlasRecord } from "../data/record";
import type { LocalizedName } from "../data/text";
import { type Doubt, doubtRing, type Mark, markOf } from "../picture/doubt";
import { featureSymbol } from "../picture/feature-symbol";
import { withoutVowelMarks } from "../picture/fonts";
import { standingClass } from "../picture/standing-class";
import { symbolImageId } from "../picture/symbols";
import { doubtZoom } from "./doubt-zoom";

/** What a map feature draws of its record: a symbol, the circle of its doubt, a line, an area, or a name alone. */
export type MapPart = "symbol" | "doubt" | "line" | "area" | "label";

/** The few properties that the style reads; the record itself stays in the model. */
export interface MapProperties {
  readonly id: string;
  readonly layer: string;
  readonly part: MapPart;
  readonly kind: string;
  readonly mark: Mark;
  /** Name of the image to draw. */
  readonly icon: string;
  readonly name_en: string;
  readonly name_ur?: string;
  readonly name_fa?: string;
  /** True for a further place of an event: no name of its own on the map. */
  readonly also: boolean;
  /** For `doubt`: whole zoom from which the circle is large enough to be seen, and its precision class. */
  readonly doubtZoom?: number;
  readonly precision?: string;
  /** For lines of corridors. */
  readonly built?: string;
  readonly mode?: string;
  /** ISO 3166-1 alpha-2, where one is known. */
  readonly country?: string;
  /** For countries: how they stand to an organisation, by its id. */
  readonly [standing: `standing_${string}`]: string;
}

export type MapFeature = Feature<Geometry, MapProperties>;
export type MapCollection = FeatureCollection<Geometry, MapProperties>;

const names = (title: LocalizedName) => ({
  name_en: withoutVowelMarks(title.en),
  ...(title.ur === undefined ? {} : { name_ur: withoutVowelMarks(title.ur) }),
  ...(title.fa === undefined ? {} : { name_fa: withoutVowelMarks(title.fa) }),
});

function shared(layer: Layer, feature: AtlasFeature): Omit<MapProperties, "part"> {
  const record = feature.properties;
  const { name, variant } = featureSymbol(layer, feature);
  return {
    id: feature.id,
    layer: layer.id,
    kind: record.kind,
    mark: "where" in record ? markOf(record.where) : "sharp",
    icon: symbolImageId(name, variant),
    also: false,
    ...names(record.title),
    ...("where" in record && record.where && "country" in record.where && record.where.country
      ? { country: record.where.country }
      : {}),
    ...(record.kind === "corridor" ? { mode: (record as CorridorRecord).mode } : {}),
    ...(record.kind === "country" ? standings(record as MembershipRecord) : {}),
  };
}

const standings = ({ memberships }: MembershipRecord): Record<`standing_${string}`, string> =>
  Object.fromEntries(
    memberships.map(({ organisation, standing }) => [`standing_${organisation}`, standingClass(standing)]),
  );

/** A point with the circle of its doubt, when it has any. */
function* place(
  point: readonly [number, number],
  where: Doubt | null,
  properties: Omit<MapProperties, "part">,
): Generator<MapFeature> {
  if (where) {
    yield {
      type: "Feature",
      geometry: { type: "Polygon", coordinates: [doubtRing(point, where.uncertaintyRadiusM)] },
      properties: {
        ...properties,
        part: "doubt",
        doubtZoom: doubtZoom(where.uncertaintyRadiusM, point[1]),
        precision: where.precision,
      },
    };
  }
  yield {
    type: "Feature",
    geometry: { type: "Point", coordinates: [...point] },
    properties: { ...properties, part: "symbol" },
  };
}

/** One line feature per stretch, so that built and proposed stretches of one corridor are drawn each in its manner. */
function stretches(
  record: CorridorRecord,
  geometry: MultiLineString,
  properties: Omit<MapProperties, "part">,
): MapFeature[] {
  return geometry.coordinates.map((coordinates, index) => ({
    type: "Feature",
    geometry: { type: "LineString", coordinates },
    properties: { ...properties, part: "line", built: record.stretches[index]?.built ?? record.built },
  }));
}

function* partsOf(layer: Layer, feature: AtlasFeature): Generator<MapFeature> {
  const record: AtlasRecord = feature.properties;
  if (record.status !== "current") return;
  const properties = shared(layer, feature);
  const { geometry } = feature;
  if (geometry?.type === "Point") {
    const [lng = 0, lat = 0] = geometry.coordinates;
    const isDoubtDrawn = layer.draw === "symbol" || layer.draw === "border";
    yield* place([lng, lat], isDoubtDrawn && "where" in record ? record.where : null, properties);
  } else if (geometry?.type === "MultiLineString" && record.kind === "corridor") {
    yield* stretches(record as CorridorRecord, geometry, properties);
  } else if (geometry?.type === "LineString" || geometry?.type === "MultiLineString") {
    const built = record.kind === "corridor" ? { built: (record as CorridorRecord).built } : {};
    yield { type: "Feature", geometry, properties: { ...properties, ...built, part: "line" } };
  } else if (geometry) {
    yield { type: "Feature", geometry: geometry as Polygon, properties: { ...properties, part: "area" } };
  }
  if ("alsoAt" in record) {
    const { name, variant } = featureSymbol(layer, feature);
    for (const { point, where, title } of record.alsoAt) {
      const mark = markOf(where);
      const icon = symbolImageId(name, { ...variant, hollow: mark !== "sharp", small: true });
      if (point) yield* place(point, where, { ...properties, ...names(title), mark, icon, also: true });
    }
  }
}

/**
 * What the map draws of the features of a layer: symbols, circles of doubt, lines and areas, with names ready to be
 * labels. Records without a place and superseded or withdrawn ones draw nothing.
 */
export function mapFeatures(layer: Layer, features: readonly AtlasFeature[]): MapCollection {
  return { type: "FeatureCollection", features: features.flatMap((feature) => [...partsOf(layer, feature)]) };
}
