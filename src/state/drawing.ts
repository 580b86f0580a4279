/** How the map is drawn beyond what a link says: for the classroom and for looking at the land. */
export interface Drawing {
  /** False hides every name on the map, so that it can be asked for. */
  readonly hasLabels: boolean;
  readonly isGlobe: boolean;
  /** How many times too high the land is drawn; 0 is flat. */
  readonly exaggeration: number;
}

export const PLAIN_DRAWING: Drawing = { hasLabels: true, isGlobe: false, exaggeration: 0 };
