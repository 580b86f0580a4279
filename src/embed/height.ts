/** The messages by which a frame tells how high it would like to be: our own, and the one that AMP pages understand. */
export function heightMessages(id: string | null, height: number): readonly Readonly<Record<string, unknown>>[] {
  return [
    { type: "sarhad:resize", v: 1, id, height },
    { sentinel: "amp", type: "embed-size", height },
  ];
}

/** The height of the map that suits a frame of `width` px: five eighths of the width, within limits. */
export const mapHeightFor = (width: number): number => Math.round(Math.min(640, Math.max(260, width * 0.625)));

/**
 * Tells the page around, at once and whenever the width or the parts change, how high the frame would like to be: as high
 * as `parts` are and the map should be. The height of the frame itself plays no part, so that no answer calls for another.
 */
export function tellHeight(id: string | null, parts: readonly HTMLElement[]): void {
  if (window.parent === window) return;
  let told = 0;
  const tell = () => {
    const height = parts.reduce((sum, part) => sum + part.offsetHeight, mapHeightFor(document.body.clientWidth));
    if (height === told) return;
    told = height;
    // A height is no secret, and a frame cannot know the origin of the page around it.
    for (const message of heightMessages(id, height)) window.parent.postMessage(message, "*");
  };
  const observer = new ResizeObserver(tell);
  for (const part of [document.body, ...parts]) observer.observe(part);
  tell();
}
