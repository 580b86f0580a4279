import { writeText } from "./dom";

/** Writes heading and summary into the elements of the poster, so that nothing is painted a second time as if it were new. */
export function writeHead(head: HTMLElement, { title, summary }: { readonly title: string; readonly summary: string }) {
  const [heading, text] = [head.querySelector("h1"), head.querySelector("p")];
  // A heading of fewer lines keeps the room of the one before: what stands below must not move.
  if (heading && heading.textContent !== title) heading.style.minBlockSize = `${heading.offsetHeight}px`;
  writeText(heading, title);
  writeText(text, summary);
  document.title = title;
}
