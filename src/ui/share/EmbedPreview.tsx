import { useEffect, useState } from "preact/hooks";
import { EMBED_SHAPES, type Embed } from "../../state/embed-snippet";
import { useVoice } from "../context";

/** The frame is loaded again when the choices have rested this long. */
const REST_MILLISECONDS = 500;

/** The embed as it will stand in a page. */
export function EmbedPreview({ embed: { src, title, shape } }: { readonly embed: Embed }) {
  const { translate } = useVoice();
  const [shown, setShown] = useState(src);
  useEffect(() => {
    const timer = setTimeout(() => setShown(src), REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [src]);
  const [width, height] = EMBED_SHAPES[shape];
  return (
    <div class="share__preview" style={{ aspectRatio: `${width} / ${height}` }}>
      {/* A new key for a new address: a frame whose hash alone changes would go on with its old options. */}
      <iframe key={shown} src={shown} title={translate("share.preview-of", { title })} />
    </div>
  );
}
