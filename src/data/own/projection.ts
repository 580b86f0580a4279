/** Coordinate systems that a file's numbers may be in; UTM zones 40 to 42 cover Iran's east and Pakistan's west. */
export const PROJECTIONS = ["degrees", "web-mercator", "utm-40", "utm-41", "utm-42"] as const;
export type Projection = (typeof PROJECTIONS)[number];

const DEFINITIONS: Readonly<Record<Exclude<Projection, "degrees">, string>> = {
  "web-mercator": "EPSG:3857",
  "utm-40": "+proj=utm +zone=40 +datum=WGS84 +units=m +no_defs",
  "utm-41": "+proj=utm +zone=41 +datum=WGS84 +units=m +no_defs",
  "utm-42": "+proj=utm +zone=42 +datum=WGS84 +units=m +no_defs",
};

/** From the file's numbers to WGS84 degrees; NaN where there is no answer. */
export type ToDegrees = (x: number, y: number) => readonly [lng: number, lat: number];

/** What converts from a coordinate system; its library comes when there is something to convert. */
export async function loadToDegrees(projection: Projection): Promise<ToDegrees> {
  if (projection === "degrees") return (x, y) => [x, y];
  const { default: proj4 } = await import("proj4");
  const converter = proj4(DEFINITIONS[projection], "EPSG:4326");
  return (x, y) => {
    try {
      const [lng = Number.NaN, lat = Number.NaN] = converter.forward([x, y]);
      return [lng, lat];
    } catch {
      return [Number.NaN, Number.NaN];
    }
  };
}

/** The projection that the name of a coordinate system means, or null for one that is not known here. */
export function projectionNamed(name: string): Projection | null {
  if (/CRS:?:?84|EPSG:{1,2}(?:4326|4979)(?!\d)|WGS ?84$/i.test(name)) return "degrees";
  if (/EPSG:{1,2}(?:3857|900913|102100|102113)(?!\d)/i.test(name)) return "web-mercator";
  const zone = /EPSG:{1,2}326(4[012])(?!\d)/i.exec(name)?.[1];
  return zone === undefined ? null : (`utm-${zone}` as Projection);
}
