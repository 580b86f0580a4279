import { arcOverChord } from "../geo/chord";
import { RADIANS, writeEcef } from "../geo/ellipsoid";
import { distanceMeters } from "../geo/geodesic";
import { ARC_LIMIT_METERS } from "../geo/nearest-fast";
import type { NamedPlace } from "./ground";

/** The nearest of some places and how far it is. */
export interface NearestPlace {
  readonly id: string;
  readonly meters: number;
}

/** Chord and geodesic sort places alike but for a share of the distance far below this. */
const CLOSE_CALL = 1.02;

/** Answers which of a few places is nearest, by chord first and by geodesic among those that come close. */
export function nearestPlaceFinder(places: readonly NamedPlace[]): (lng: number, lat: number) => NearestPlace | null {
  const ecef = new Float64Array(places.length * 3);
  places.forEach(({ position }, index) => {
    writeEcef(position[0], position[1], ecef, index * 3);
  });
  const point = new Float64Array(3);
  const squares = new Float64Array(places.length);

  const metersTo = ({ position }: NamedPlace, lng: number, lat: number, squared: number): number => {
    const chord = Math.sqrt(squared);
    if (chord > ARC_LIMIT_METERS) return distanceMeters([lng, lat], position);
    const middle = ((lat + position[1]) / 2) * RADIANS;
    const halfTurn = ((position[0] - lng) / 2) * RADIANS;
    const east = 2 * Math.sin(halfTurn) * Math.cos(middle);
    const north = 2 * Math.sin(((position[1] - lat) / 2) * RADIANS) * Math.abs(Math.cos(halfTurn));
    return arcOverChord(chord, middle, east, north);
  };

  return (lng, lat) => {
    writeEcef(lng, lat, point, 0);
    let least = Number.POSITIVE_INFINITY;
    for (let index = 0; index < squares.length; index++) {
      const dx = (ecef[3 * index] as number) - (point[0] as number);
      const dy = (ecef[3 * index + 1] as number) - (point[1] as number);
      const dz = (ecef[3 * index + 2] as number) - (point[2] as number);
      const squared = dx * dx + dy * dy + dz * dz;
      squares[index] = squared;
      if (squared < least) least = squared;
    }
    let best: NearestPlace | null = null;
    places.forEach((place, index) => {
      const squared = squares[index] as number;
      if (squared > least * CLOSE_CALL) return;
      const meters = metersTo(place, lng, lat, squared);
      if (!best || meters < best.meters) best = { id: place.id, meters };
    });
    return best;
  };
}
