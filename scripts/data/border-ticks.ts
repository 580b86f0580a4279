import type { FeatureCollection, Point } from "geojson";
import { geodesicFrom, inverse } from "../../src/geo/geodesic.ts";
import type { Position } from "../../src/geo/position.ts";

/** One mark of the border's kilometres: how far from the tripoint, and where the line is heading there. */
interface TickProperties {
  readonly id: string;
  readonly km: number;
  /** Direction of the line southward, clockwise from north in degrees, over the two kilometres around the mark. */
  readonly bearing: number;
}

const STEP_METERS = 10_000;
/** The border turns with every gully: a mark stands across its course over this distance to each side. */
const COURSE_METERS = 1_000;

/** A function from chainage along the line to the position there. */
function walk(line: readonly Position[]): { readonly meters: number; readonly at: (chainage: number) => Position } {
  const starts: number[] = [];
  let meters = 0;
  for (let index = 1; index < line.length; index++) {
    starts.push(meters);
    meters += inverse(line[index - 1] as Position, line[index] as Position).meters;
  }
  const at = (chainage: number): Position => {
    let segment = starts.findLastIndex((start) => start <= chainage);
    segment = Math.max(0, segment);
    const from = line[segment] as Position;
    const { initialBearingDegrees } = inverse(from, line[segment + 1] as Position);
    return geodesicFrom(from, initialBearingDegrees)(chainage - (starts[segment] as number));
  };
  return { meters, at };
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** A mark at every ten kilometres of the border, counted from the tripoint; `line` is its full detail, in degrees. */
export function borderTicks(line: readonly Position[]): FeatureCollection<Point, TickProperties> {
  const { meters, at } = walk(line);
  const features: FeatureCollection<Point, TickProperties>["features"] = [];
  for (let chainage = STEP_METERS; chainage < meters; chainage += STEP_METERS) {
    const [lng, lat] = at(chainage);
    const course = inverse(at(chainage - COURSE_METERS), at(Math.min(meters, chainage + COURSE_METERS)));
    const km = chainage / 1000;
    features.push({
      type: "Feature",
      properties: { id: `km-${km}`, km, bearing: round(course.initialBearingDegrees, 1) },
      geometry: { type: "Point", coordinates: [round(lng, 6), round(lat, 6)] },
    });
  }
  return { type: "FeatureCollection", features };
}
