import { ByteBuffer } from "flatbuffers";
import { Feature } from "flatgeobuf/lib/mjs/flat-geobuf/feature.js";
import type { Geometry } from "flatgeobuf/lib/mjs/flat-geobuf/geometry.js";
import { parseProperties } from "flatgeobuf/lib/mjs/generic/feature.js";
import { fromGeometry } from "flatgeobuf/lib/mjs/geojson/geometry.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { LIMITS } from "./limits";

/** What a feature of a FlatGeobuf file says, as GeoJSON would; neither member has been checked. */
export interface RawFeature {
  readonly type: "Feature";
  readonly geometry: unknown;
  readonly properties: unknown;
}

const NUMBER_BYTES = 8;
const INDEX_BYTES = 4;

/**
 * Takes from `room`, in bytes, what the lists of a geometry and its parts need. Throws a RangeError when there is less:
 * then a list reaches beyond the feature, or several share their bytes, and going through them could take for ever.
 */
function claim(geometry: Geometry, room: number, depth: number): number {
  const [positions, heights] = [geometry.xyLength(), geometry.zLength()];
  const [ends, parts] = [geometry.endsLength(), geometry.partsLength()];
  const left = room - NUMBER_BYTES * (positions + heights) - INDEX_BYTES * (ends + parts);
  if (left < 0 || Math.min(positions, heights, ends, parts) < 0) throw new RangeError("geometry");
  if (depth > LIMITS.nesting) throw new RangeError("parts");
  let before = 0;
  for (let at = 0; at < ends; at++) {
    const end = geometry.ends(at) ?? 0;
    if (end < before || end * 2 > positions) throw new RangeError("ends");
    before = end;
  }
  let rest = left;
  for (let at = 0; at < parts; at++) {
    const part = geometry.parts(at);
    if (part) rest = claim(part, rest, depth + 1);
  }
  return rest;
}

/** Reads one feature from its bytes, whose first four are their number. Throws when it is damaged. */
export function featureOf(bytes: Uint8Array, header: HeaderMeta): RawFeature {
  const feature = Feature.getSizePrefixedRootAsFeature(new ByteBuffer(bytes));
  const geometry = feature.geometry();
  if (geometry) claim(geometry, bytes.length, 0);
  return {
    type: "Feature",
    geometry: geometry && fromGeometry(geometry, header.geometryType),
    properties: parseProperties(feature, header.columns),
  };
}
