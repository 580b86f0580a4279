/** A tool that takes over clicks and drags on the map while it is in hand. */
export interface MapTool {
  readonly id: "measure" | "from" | "to" | "corridor" | "annotate" | "quiz" | "place";
  /** Takes a click on the map, or Enter at its centre. */
  click(lng: number, lat: number): void;
  /** The vertices that can be dragged; without it they are those of the measured line. */
  vertices?(): readonly (readonly [lng: number, lat: number])[];
  /** Takes the end of a drag of the vertex with this number, where the tool has vertices. */
  dragVertex?(index: number, lng: number, lat: number): void;
  /** Takes the end of a drag of a leg: a new vertex, which gets this number. */
  insertVertex?(index: number, lng: number, lat: number): void;
  /** Takes off the vertex with this number: a right click, or a long press. */
  removeVertex?(index: number): void;
}
