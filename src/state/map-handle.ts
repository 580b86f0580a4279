import type { ReadonlySignal } from "@preact/signals-core";

/** A position on the map in CSS px from its top left corner. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** What panels may ask of the map on the page, whatever draws it. */
export interface MapHandle {
  /** True while nothing is moving, loading or fading. */
  readonly ready: ReadonlySignal<boolean>;
  /** A picture of the map as it is drawn now, `scale` times as fine as the screen; without anything outside its canvas. */
  screenshot(scale?: number): Promise<Blob>;
  positionAt(point: ScreenPoint): readonly [lng: number, lat: number];
  /** Where a position is drawn. */
  pixelAt(position: readonly [lng: number, lat: number]): ScreenPoint;
  /** Moves the map's centre by CSS px, rightward and downward. */
  panBy(x: number, y: number): void;
  zoomBy(steps: number): void;
  dispose(): void;
}
