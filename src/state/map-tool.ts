/** A row of vertices that a tool works on; closed, it comes back to its first one. */
export interface ToolShape {
  readonly vertices: readonly (readonly [lng: number, lat: number])[];
  readonly isClosed: boolean;
}

/** A tool that takes over clicks and drags on the map while it is in hand. */
export interface MapTool {
  readonly id: "measure" | "from" | "to" | "corridor" | "annotate" | "move" | "quiz" | "place";
  /** Takes a click on the map, or Enter at its centre. */
  click(lng: number, lat: number): void;
  /** What can be grabbed, its vertices counted shape after shape; without it that is the measured line. */
  shapes?(): readonly ToolShape[];
  /** Takes the end of a drag of the vertex with this number, where the tool has vertices. */
  dragVertex?(index: number, lng: number, lat: number): void;
  /** Takes the end of a drag of a leg: a new vertex, which gets this number. */
  insertVertex?(index: number, lng: number, lat: number): void;
  /** Takes off the vertex with this number: a right click, or a long press. */
  removeVertex?(index: number): void;
}
