import { embedOptionsText, parseEmbedOptions } from "./embed-options-link";
import { clamp, decodePlain, ID, MAXIMUM_LINK_LENGTH, parseNumber, parseReference } from "./plain-link";
import {
  type Camera,
  type CorridorRequest,
  LAYER_IDS,
  type MeasureEnd,
  type Period,
  START_VIEW,
  type View,
} from "./view";

const HALF_WIDTH_METERS = [500, 250_000] as const;
const MAXIMUM_VERTICES = 200;
const MAXIMUM_CORRIDORS = 6;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATA_VERSION = /^\d+\.\d+\.\d+$/;

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));
/** True for a day that exists in the Gregorian calendar. */
function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function parsePeriod(text: string | null): Period | null {
  const [from = "", to = "", ...rest] = (text ?? "").split("/");
  return rest.length === 0 && isDate(from) && isDate(to) && from <= to ? { from, to } : null;
}

function parseFilters(text: string | null): Record<string, readonly string[]> {
  const filters: Record<string, readonly string[]> = {};
  for (const part of (text ?? "").split(";").slice(0, 20)) {
    const [name = "", values = "", ...rest] = part.split(":");
    const list = values.split(",").filter((value) => /^[a-z0-9_.-]{1,80}$/i.test(value));
    if (/^[a-z][a-z-]{0,30}$/.test(name) && name !== "constructor" && rest.length === 0 && list.length > 0) {
      filters[name] = list.slice(0, 50);
    }
  }
  return filters;
}

function parsePosition(text: string): readonly [number, number] | null {
  const [lng, lat, ...rest] = text.split(",").map((part) => parseNumber(part));
  if (lng == null || lat == null || rest.length > 0 || Math.abs(lng) > 180 || Math.abs(lat) > 90) return null;
  return [lng, lat];
}

function parseEnd(text: string | null): MeasureEnd | null {
  if (text === null) return null;
  if (text === "border") return { kind: "border" };
  const position = parsePosition(text);
  if (position) return { kind: "position", lng: position[0], lat: position[1] };
  const reference = parseReference(text);
  return reference && { kind: "feature", reference };
}

function parseMeasure(text: string | null): readonly (readonly [number, number])[] {
  if (text === null) return [];
  const positions = text
    .split("~")
    .slice(0, MAXIMUM_VERTICES)
    .map((part) => parsePosition(part));
  return positions.every((position) => position !== null) ? positions : [];
}

function parseCorridors(text: string | null): readonly CorridorRequest[] {
  const corridors: CorridorRequest[] = [];
  for (const part of (text ?? "").split("|").slice(0, MAXIMUM_CORRIDORS)) {
    const at = part.lastIndexOf(":");
    const along = part.slice(0, at);
    const halfWidthKm = parseNumber(part.slice(at + 1));
    const isKnownForm =
      ID.test(along) || along === "measure" || parseReference(along) !== null || parsePosition(along) !== null;
    if (at > 0 && halfWidthKm !== null && halfWidthKm > 0 && isKnownForm) {
      corridors.push({ along, halfWidthMeters: clamp(Math.round(halfWidthKm * 1000), ...HALF_WIDTH_METERS) });
    }
  }
  return corridors;
}

function parseLesson(text: string | null): View["lesson"] {
  const [id = "", step = "1", ...rest] = (text ?? "").split("/");
  return ID.test(id) && /^[1-9]\d{0,2}$/.test(step) && rest.length === 0 ? { id, step: Number(step) } : null;
}

/** A packed lesson: letters, digits and signs that need no escape. What is in it is checked when it is unpacked. */
const parsePacked = (text: string | null) => (text !== null && /^[A-Za-z0-9_-]{1,16000}$/.test(text) ? text : null);

/** A relative same-origin address or an https one; anything else is dropped. Whether to fetch it is decided elsewhere. */
function parseDataUrl(text: string | null): string | null {
  if (text === null || text.length > 2000 || /[^!-[\]-~]/.test(text)) return null;
  if (text.startsWith("https://")) return URL.canParse(text) ? text : null;
  return /^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith("//") ? null : text;
}

/**
 * The view that a link's fragment asks for. Never throws: what is missing, unknown, malformed or out of range falls back
 * to `start` or is brought into range. `hash` may begin with “#”. Unknown versions are read as version 1.
 */
export function decode(hash: string, start: View = START_VIEW): View {
  const text = hash.replace(/^#/, "");
  if (text.length > MAXIMUM_LINK_LENGTH) return start;
  const parameters = new URLSearchParams(text);
  const get = (name: string) => parameters.get(name);
  const pin = get("pin");
  return {
    ...decodePlain(parameters, start),
    period: parsePeriod(get("t")),
    filters: parseFilters(get("f")),
    from: parseEnd(get("from")),
    to: parseEnd(get("to")),
    measure: parseMeasure(get("measure")),
    corridors: parseCorridors(get("corridor")),
    lesson: parseLesson(get("lesson")),
    ownLesson: parsePacked(get("own")),
    data: parseDataUrl(get("data")),
    pin: pin !== null && DATA_VERSION.test(pin) ? pin : null,
    embed: parseEmbedOptions(get("embed")),
  };
}

/** The text of a camera in a link: zoom to 2 decimals, position to 5, bearing and pitch to 1 and only when turned. */
function cameraText({ zoom, lat, lng, bearing, pitch }: Camera): string {
  const parts = [round(zoom, 2), round(lat, 5), round(lng, 5)];
  if (round(bearing, 1) !== 0 || round(pitch, 1) !== 0) parts.push(round(bearing, 1));
  if (round(pitch, 1) !== 0) parts.push(round(pitch, 1));
  return parts.join("/");
}

function endText(end: MeasureEnd): string {
  if (end.kind === "border") return "border";
  if (end.kind === "position") return `${round(end.lng, 6)},${round(end.lat, 6)}`;
  return `${end.reference.layer}/${end.reference.id}`;
}

/** Escapes what a fragment cannot carry, and leaves the commas, colons and slashes that make links readable. */
const escapeValue = (text: string) =>
  encodeURIComponent(text).replace(/%(2C|2F|3A|3B|7E|7C)/g, (code) => decodeURIComponent(code));

/**
 * The fragment, with its “#”, that shows `view` again. It says only what differs from `start`; numbers are written in
 * ASCII digits whatever the language.
 */
export function encode(view: View, start: View = START_VIEW): string {
  const parts: [string, string][] = [["v", "1"]];
  const camera = cameraText(view.camera);
  if (camera !== cameraText(start.camera)) parts.push(["map", camera]);
  const layers = LAYER_IDS.filter((id) => view.layers.includes(id)).join(",");
  if (layers !== LAYER_IDS.filter((id) => start.layers.includes(id)).join(",")) parts.push(["layers", layers]);
  if (view.selected) parts.push(["sel", `${view.selected.layer}/${view.selected.id}`]);
  if (view.period) parts.push(["t", `${view.period.from}/${view.period.to}`]);
  const filters = Object.entries(view.filters).filter(([, values]) => values.length > 0);
  if (filters.length > 0) parts.push(["f", filters.map(([name, values]) => `${name}:${values.join(",")}`).join(";")]);
  if (view.language) parts.push(["lang", view.language]);
  if (view.theme) parts.push(["theme", view.theme]);
  if (view.from) parts.push(["from", endText(view.from)]);
  if (view.to) parts.push(["to", endText(view.to)]);
  if (view.measure.length > 0) {
    parts.push(["measure", view.measure.map(([lng, lat]) => `${round(lng, 6)},${round(lat, 6)}`).join("~")]);
  }
  if (view.corridors.length > 0) {
    const texts = view.corridors.map(({ along, halfWidthMeters }) => `${along}:${round(halfWidthMeters / 1000, 3)}`);
    parts.push(["corridor", texts.join("|")]);
  }
  if (view.lesson) parts.push(["lesson", `${view.lesson.id}/${view.lesson.step}`]);
  if (view.ownLesson) parts.push(["own", view.ownLesson]);
  if (view.pin) parts.push(["pin", view.pin]);
  if (view.data) parts.push(["data", view.data]);
  const embed = embedOptionsText(view.embed);
  if (embed !== "") parts.push(["embed", embed]);
  return `#${parts.map(([name, value]) => `${name}=${escapeValue(value)}`).join("&")}`;
}
