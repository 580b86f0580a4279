import { useEffect, useRef, useState } from "preact/hooks";
import { EMBED_SHAPES, type Embed } from "../../state/embed-snippet";
import { heightAsked } from "../../state/resize-rule";
import { useVoice } from "../context";

/** The frame is loaded again when the choices have rested this long. */
const REST_MILLISECONDS = 500;

/** The embed as it will stand in a page: in its shape, or, with a script beside it, as high as it asks to be. */
export function EmbedPreview({ embed: { src, title, shape, way, width: most } }: { readonly embed: Embed }) {
  const { translate } = useVoice();
  const frame = useRef<HTMLIFrameElement>(null);
  const [shown, setShown] = useState(src);
  const [asked, setAsked] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setShown(src), REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [src]);
  useEffect(() => {
    setAsked(null);
    const listening = new AbortController();
    const hear = (event: MessageEvent) => {
      const { current } = frame;
      if (!current) return;
      const known = { contentWindow: current.contentWindow, src: current.src, sandbox: null };
      const heard = heightAsked(event, [known], location.origin);
      if (heard) setAsked(heard.height);
    };
    window.addEventListener("message", hear, { signal: listening.signal });
    return () => listening.abort();
  }, [shown]);
  const [width, height] = EMBED_SHAPES[shape];
  const grown = way === "frame" ? null : asked;
  return (
    <div
      class="share__preview"
      data-grown={grown !== null}
      style={{
        aspectRatio: grown === null ? `${width} / ${height}` : "auto",
        blockSize: grown === null ? "auto" : `${grown}px`,
        maxInlineSize: most === null ? "none" : `${most}px`,
      }}
    >
      {/* A new key for a new address: a frame whose hash alone changes would go on with its old options. */}
      <iframe ref={frame} key={shown} src={shown} title={translate("share.preview-of", { title })} />
    </div>
  );
}
