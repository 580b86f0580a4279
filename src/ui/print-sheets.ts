import "./styles/print-sheets.css";
import type { Paper } from "../picture/worksheet";

const CLASS = "print-sheets";

/** Takes the pages to be printed off the page again. */
export function removeSheets(): void {
  document.querySelector(`.${CLASS}`)?.remove();
}

/**
 * Puts pages drawn as SVG onto the page, where only the printer sees them, each on a sheet of its own. With an
 * orientation the sheets keep a margin; without one they are upright and bring their own.
 */
export function showSheets(sheets: readonly string[], paper: Paper, orientation?: "portrait" | "landscape"): void {
  removeSheets();
  const holder = document.createElement("div");
  holder.className = CLASS;
  holder.dataset.paper = paper;
  if (orientation) holder.dataset.orientation = orientation;
  for (const sheet of sheets) {
    const drawing = new DOMParser().parseFromString(sheet, "image/svg+xml").documentElement;
    const frame = document.createElement("div");
    frame.className = "print-sheet";
    frame.append(document.importNode(drawing, true));
    holder.append(frame);
  }
  document.body.append(holder);
}
