import { useEffect, useRef, useState } from "preact/hooks";
import { EMBED_SHAPES, type Embed, LEAST_HEIGHT, schemeOfFrame } from "../../state/embed-snippet";
import { heightAsked } from "../../state/resize-rule";
import { useVoice } from "../context";

/** The frame is loaded again when the choices have rested this long. */
const REST_MILLISECONDS = 500;
/** The width in px that a column of text has on a phone, about. */
const PHONE_WIDTH = 328;
/** The least height of the element, as its own style says. */
const ELEMENT_HEIGHT = 480;
const READERS = ["desk", "phone"] as const;

/**
 * The embed as it will stand in a page, for readers at a desk or with a phone: in its shape, or, with a script beside it, as
 * high as it asks to be, with its caption.
 */
export function EmbedPreview({ embed }: { readonly embed: Embed }) {
  const { src, title, shape, way, width: most, link, credit, language, isRightToLeft } = embed;
  const { translate } = useVoice();
  const frame = useRef<HTMLIFrameElement>(null);
  const [reader, setReader] = useState<(typeof READERS)[number]>("desk");
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
  const room = Math.min(most ?? Number.POSITIVE_INFINITY, reader === "phone" ? PHONE_WIDTH : Number.POSITIVE_INFINITY);
  return (
    <figure class="share__figure" style={{ maxInlineSize: Number.isFinite(room) ? `${room}px` : "none" }}>
      <fieldset class="share__readers button-row">
        <legend class="visually-hidden">{translate("share.preview-for")}</legend>
        {READERS.map((name) => (
          <button
            key={name}
            type="button"
            class="button share__reader"
            aria-pressed={name === reader}
            onClick={() => setReader(name)}
          >
            {translate(`share.preview-${name}`)}
          </button>
        ))}
      </fieldset>
      <div
        class="share__preview share__preview--frame"
        data-grown={grown !== null}
        style={{
          aspectRatio: grown === null ? `${width} / ${height}` : "auto",
          blockSize: grown === null ? "auto" : `${grown}px`,
          minBlockSize: grown === null ? `${way === "element" ? ELEMENT_HEIGHT : LEAST_HEIGHT}px` : "0",
        }}
      >
        {/* A new key for a new address: a frame whose hash alone changes would go on with its old options. */}
        <iframe
          ref={frame}
          key={shown}
          src={shown}
          title={translate("share.preview-of", { title })}
          style={{ colorScheme: schemeOfFrame(shown) ?? "" }}
        />
      </div>
      <figcaption class="quiet" lang={language} dir={isRightToLeft ? "rtl" : "ltr"}>
        <a href={link} target="_blank" rel="noopener">
          {title}
        </a>
        {` · ${credit}`}
      </figcaption>
    </figure>
  );
}
