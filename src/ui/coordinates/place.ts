import { signal } from "@preact/signals";
import type { KnownPosition } from "../../state/coordinate-format";
import type { Shell } from "../shell";

/** The place whose coordinates the dialog writes out; null before one was asked for. */
export const place = signal<KnownPosition | null>(null);

/** Opens the dialog that writes out the coordinates of `position`. */
export function openPlace(shell: Shell, position: KnownPosition): void {
  place.value = position;
  shell.openDialog("position");
}
