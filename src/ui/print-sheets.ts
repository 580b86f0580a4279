import "./styles/print-sheets.css";
import type { Paper } from "../picture/worksheet";

const CLASS = "print-sheets";

let ownTitle: string | null = null;

function giveTitleBack(): void {
  if (ownTitle !== null) document.title = ownTitle;
  ownTitle = null;
}

/** Takes the pages to be printed off the page again, which then has its own title. */
export function removeSheets(): void {
  document.querySelector(`.${CLASS}`)?.remove();
  giveTitleBack();
}

/**
 * Puts pages drawn as SVG onto the page, where only the printer sees them, each on a sheet of its own. With an
 * orientation the sheets keep a margin; without one they are upright and bring their own. A PDF made of them is called by
 * `title`.
 */
export function showSheets(
  sheets: readonly string[],
  paper: Paper,
  { orientation, title }: { readonly orientation?: "portrait" | "landscape"; readonly title?: string } = {},
): void {
  removeSheets();
  if (title) {
    ownTitle = document.title;
    document.title = title;
    // Some browsers print after `print()` has returned.
    addEventListener("afterprint", giveTitleBack, { once: true });
  }
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
