import { effect } from "@preact/signals-core";
import type { Geometry } from "geojson";
import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import type { OwnRecord } from "../data/own-record";
import type { Sketch, Sketchbook } from "../data/sketch";
import { describeOwnLayer } from "./own-description";
import type { OwnLayers } from "./own-layers";
import { leastVertices, type Sketches } from "./sketches";

/** The layer of what the reader drew. */
export const SKETCH_LAYER_ID = "own-0-sketches";

/** The vertices as far as they make a shape: one is a point, two are a line. */
function geometryOf(kind: Sketch["kind"], vertices: readonly (readonly [number, number])[]): Geometry | null {
  const [first] = vertices;
  if (!first) return null;
  const positions = vertices.map(([lng, lat]) => [lng, lat]);
  if (positions.length === 1) return { type: "Point", coordinates: [...first] };
  if (kind === "area" && positions.length >= leastVertices(kind)) {
    return { type: "Polygon", coordinates: [[...positions, [...first]]] };
  }
  return { type: "LineString", coordinates: positions };
}

/** What a sketch is called when its reader has not said. */
export type UntitledName = (kind: Sketch["kind"]) => string;

/** A sketch as a record of the reader's own, like an imported one. */
export function featureOfSketch(drawn: Sketch, nameOf: UntitledName): AtlasFeature {
  const { id, kind, vertices, title, note, category, date } = drawn;
  const timeless: OwnRecord = {
    kind: "own",
    id,
    status: "current",
    title: { en: title.trim() || nameOf(kind) },
    category: category.trim() || null,
    where: null,
    cells: { title, note, category, date, kind },
  };
  const when = { start: date, end: date, precision: "day" } as const;
  const properties: OwnRecord = date === "" ? timeless : { ...timeless, when };
  return { type: "Feature", id, geometry: geometryOf(kind, vertices), properties };
}

function featuresOf({ sketches, draft }: Sketchbook, nameOf: UntitledName): readonly AtlasFeature[] {
  const features = sketches.map((drawn) => featureOfSketch(drawn, nameOf));
  if (!draft || draft.vertices.length === 0) return features;
  const unfinished = { id: "draft", ...draft, title: "", note: "", category: "", date: "" };
  return [...features, featureOfSketch(unfinished, nameOf)];
}

/**
 * Keeps a layer of the reader's own in step with what is drawn; it goes with the last sketch, and removing it forgets
 * all. `names` answers, by a signal, what the layer and untitled sketches are called. Answers how to stop.
 */
export function keepSketchLayer(
  own: OwnLayers,
  sketches: Sketches,
  names: () => { readonly layer: string; readonly untitled: UntitledName } | null,
): () => void {
  // The layer also goes when the last sketch is undone: that must not forget the steps that bring it back.
  let isEmptied = false;
  const forget = async () => {
    if (!isEmptied) sketches.clear();
  };
  let described: Layer | null = null;
  return effect(() => {
    const book = sketches.book.value;
    const known = names();
    if (!known) return;
    const features = featuresOf(book, known.untitled);
    if (features.length === 0) {
      isEmptied = true;
      if (described) void own.remove(SKETCH_LAYER_ID);
      described = null;
      return;
    }
    isEmptied = false;
    described ??= describeOwnLayer(own, known.layer);
    const title = { en: known.layer };
    const layer = { ...described, id: SKETCH_LAYER_ID, title, description: title, labelMinZoom: 0 };
    own.put({ layer, features, table: null, forget });
  });
}
