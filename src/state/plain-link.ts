import { LANGUAGES } from "../data/language";
import { type Camera, type FeatureReference, LAYER_IDS, type LayerId, START_VIEW, type Theme, type View } from "./view";

/** Limits of the map parameter; what lies outside is brought to the nearest value that is allowed. */
const ZOOM_RANGE = [0, 18] as const;
const LATITUDE_LIMIT = 85;
const PITCH_LIMIT = 75;
export const MAXIMUM_LINK_LENGTH = 20_000;

/** Ids of layers and records. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const THEMES: readonly Theme[] = ["light", "dark", "auto"];

/** `value`, or the nearest that is allowed. */
export const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
/** Degrees brought into −180…180; those already there are left as they are, to the last digit. */
const wrapDegrees = (degrees: number) =>
  Math.abs(degrees) <= 180 ? degrees : ((((degrees + 180) % 360) + 360) % 360) - 180;

/** A number as links write it; null for anything else. */
export function parseNumber(text: string | undefined): number | null {
  if (text === undefined || !/^-?\d{1,6}(\.\d{1,15})?$/.test(text)) return null;
  return Number(text);
}

function parseCamera(text: string | null): Camera | null {
  if (text === null) return null;
  const [zoom, lat, lng, bearing = 0, pitch = 0, ...rest] = text.split("/").map((part) => parseNumber(part));
  if (zoom == null || lat == null || lng == null || bearing === null || pitch === null || rest.length > 0) return null;
  return {
    zoom: clamp(zoom, ...ZOOM_RANGE),
    lat: clamp(lat, -LATITUDE_LIMIT, LATITUDE_LIMIT),
    lng: wrapDegrees(lng),
    bearing: wrapDegrees(bearing),
    pitch: clamp(pitch, 0, PITCH_LIMIT),
  };
}

function parseLayers(text: string | null): readonly LayerId[] | null {
  if (text === null) return null;
  const asked = new Set(text.split(","));
  return LAYER_IDS.filter((id) => asked.has(id));
}

/** A record as links name it, `layer/id`; null for anything else. */
export function parseReference(text: string | null): FeatureReference | null {
  const [layer = "", id = "", ...rest] = (text ?? "").split("/");
  return ID.test(layer) && ID.test(id) && rest.length === 0 && text !== null && text.length <= 200
    ? { layer, id }
    : null;
}

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | null =>
  values.find((value) => value === text) ?? null;

/** What a link says of place, layers, selection, language and theme; what is missing or malformed is as in `start`. */
export function decodePlain(
  parameters: URLSearchParams,
  start: View,
): Pick<View, "camera" | "layers" | "selected" | "language" | "theme"> {
  const get = (name: string) => parameters.get(name);
  return {
    camera: parseCamera(get("map")) ?? start.camera,
    layers: parseLayers(get("layers")) ?? start.layers,
    selected: parseReference(get("sel")),
    language: oneOf(LANGUAGES, get("lang")),
    theme: oneOf(THEMES, get("theme")),
  };
}

/** The simplest of what `data` may name: a file of this site. */
const PLAIN_DATA = /^[\w.-]+(\/[\w.-]+)*$/;
const PLAIN_KEYS = ["v", "map", "layers", "sel", "lang", "theme", "data"];

/**
 * The view of a link that says nothing but these, which is how most visits begin; null for any other, which only
 * `decode` of permalink.ts understands. `hash` may begin with “#”.
 */
export function viewOfPlainLink(hash: string): View | null {
  const text = hash.replace(/^#/, "");
  const parameters = new URLSearchParams(text);
  const data = parameters.get("data");
  const isPlain =
    text.length <= MAXIMUM_LINK_LENGTH &&
    [...parameters.keys()].every((key) => PLAIN_KEYS.includes(key)) &&
    (data === null || PLAIN_DATA.test(data));
  return isPlain ? { ...START_VIEW, ...decodePlain(parameters, START_VIEW), data } : null;
}
