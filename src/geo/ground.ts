import { densifyPolygons } from "./country-area";
import { InputError } from "./input-error";
import { buildLine, type Line } from "./line";
import { bestFoot, nearestExact } from "./nearest-exact";
import { type PackedPolygons, packLines } from "./packed";
import { checkPlaces, checkRadius } from "./place";
import type { Position } from "./position";
import { type Outside, outsideOf, type SideOf, sideFinder } from "./side";
import type { LineReference, Load, Place, Side } from "./tasks";

const DRAWN_LINES_KEPT = 8;

/** Where a point lies against the border: what a ranked place says of itself. */
export interface Standing {
  readonly side: Side;
  readonly ambiguous: boolean;
  /** Null when no border is loaded. */
  readonly chainageMeters: number | null;
  readonly borderMeters: number | null;
}

const isSamePlace = (one: Place, other: Place): boolean =>
  one.position[0] === other.position[0] &&
  one.position[1] === other.position[1] &&
  one.radiusMeters === other.radiusMeters;

/** What questions are answered on: the lines, countries, land and places loaded so far. */
export class Ground {
  countries: NonNullable<Load["countries"]> = [];
  places: readonly Place[] = [];
  readonly #lines = new Map<string, Line>();
  readonly #drawn = new Map<string, Line>();
  readonly #standings = new Map<string, { readonly place: Place; readonly standing: Standing }>();
  #land: PackedPolygons | null = null;
  #outside: Outside | null = null;
  #sideOf: SideOf | null = null;

  /** Adds to what is known; lines of the same id, countries, land and places replace the earlier ones. */
  load({ lines = [], countries, land, places }: Load): void {
    if (places) checkPlaces(places);
    for (const line of lines) this.#lines.set(line.id, buildLine(line));
    if (countries) {
      this.countries = countries.map(({ code, ...polygons }) => ({ code, ...densifyPolygons(polygons) }));
    }
    if (land) this.#land = land;
    if (land || countries) this.#outside = null;
    if (places) this.places = places;
    this.#standings.clear();
    this.#sideOf = null;
  }

  /** The loaded lines, in the order of loading. */
  get lines(): readonly Line[] {
    return [...this.#lines.values()];
  }

  /** The line that decides sides: the first border loaded. */
  get border(): Line | null {
    return this.lines.find((line) => line.isBorder) ?? null;
  }

  /** A loaded line by its id, or a drawn one made ready; throws an InputError for an id that is not known. */
  line(reference: LineReference = "border"): Line {
    if (typeof reference === "string") {
      const line = this.#lines.get(reference);
      if (line) return line;
      const known = [...this.#lines.keys()].join(", ");
      throw new InputError("unknown-id", "line", reference, `unknown line: ${reference} (known: ${known})`);
    }
    const key = JSON.stringify(reference);
    const kept = this.#drawn.get(key);
    if (kept) return kept;
    const { id, parts, dataErrorMeters = null } = reference;
    if (dataErrorMeters !== null) checkRadius(dataErrorMeters, id);
    const line = buildLine({ id, dataErrorMeters, ...packLines(parts) });
    const [oldest] = this.#drawn.keys();
    if (this.#drawn.size >= DRAWN_LINES_KEPT && oldest !== undefined) this.#drawn.delete(oldest);
    this.#drawn.set(key, line);
    return line;
  }

  /** What lies outside the countries, when land has been loaded; worked out when first asked for. */
  get outside(): Outside | null {
    if (this.#land) this.#outside ??= outsideOf(this.countries, this.#land);
    return this.#outside;
  }

  /** On which side a position lies. */
  sideOf(lng: number, lat: number): Side {
    this.#sideOf ??= sideFinder(this.countries, () => this.outside);
    return this.#sideOf(lng, lat);
  }

  /** Side, border-km and distance to the border of a position known to `radiusMeters`. */
  standing(position: Position, radiusMeters: number): Standing {
    const side = this.sideOf(position[0], position[1]);
    const { border } = this;
    if (!border) return { side, ambiguous: false, chainageMeters: null, borderMeters: null };
    const foot = bestFoot(nearestExact(border, position));
    return {
      side,
      ambiguous: foot.meters < (border.dataErrorMeters ?? 0) + radiusMeters,
      chainageMeters: foot.chainageMeters,
      borderMeters: foot.meters,
    };
  }

  /** The standing of a place; computed once, unless another place comes under its key, as of a layer that was replaced. */
  standingOf(place: Place): Standing {
    const known = this.#standings.get(place.key);
    if (known && isSamePlace(known.place, place)) return known.standing;
    const standing = this.standing(place.position, place.radiusMeters);
    this.#standings.set(place.key, { place, standing });
    return standing;
  }
}
