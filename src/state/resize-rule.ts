/** The parts of a frame that decide whether a message comes from it. */
export interface KnownFrame {
  readonly contentWindow: unknown;
  readonly src: string;
  /** Tokens of its sandbox attribute; null without one. */
  readonly sandbox: string | null;
}

const HEIGHT_PX = [120, 4000] as const;

/**
 * The height in px that a message asks for the one of `frames` it comes from, or null: for messages of any other form, of
 * windows that are no such frame, of another origin than the atlas at `site` has there, and for heights that are no finite
 * numbers from 120 to 4000. Frames without `allow-same-origin` have the origin “null”. Never throws.
 */
export function heightAsked<Frame extends KnownFrame>(
  { data, origin, source }: { readonly data: unknown; readonly origin: string; readonly source: unknown },
  frames: Iterable<Frame>,
  site: string,
): { readonly frame: Frame; readonly height: number } | null {
  const { type, v, height } = Object(data) as Readonly<Record<string, unknown>>;
  if (type !== "sarhad:resize" || v !== 1 || typeof height !== "number") return null;
  if (!(height >= HEIGHT_PX[0] && height <= HEIGHT_PX[1]) || source === null) return null;
  for (const frame of frames) {
    if (frame.contentWindow !== source || !URL.canParse(frame.src) || new URL(frame.src).origin !== site) continue;
    const isOpaque = frame.sandbox !== null && !/(^|\s)allow-same-origin(\s|$)/i.test(frame.sandbox);
    if (origin === (isOpaque ? "null" : site)) return { frame, height };
  }
  return null;
}
