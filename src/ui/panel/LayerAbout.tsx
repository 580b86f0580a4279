import { useEffect, useState } from "preact/hooks";
import { loadDescriptions } from "../../data/load-descriptions";
import type { Layer } from "../../data/manifest";
import type { LocalizedText } from "../../data/text";
import { isFallback } from "../../state/language/translate";
import { useVoice } from "../context";
import { OutsideLink } from "../OutsideLink";

/** What a layer of the legend is, whom it is owed to and under which licence. */
export default function LayerAbout({ layer }: { readonly layer: Layer }) {
  const { translate, text, language } = useVoice();
  const [fetched, setFetched] = useState<LocalizedText | null>(null);
  // A kept version has its own descriptions in its manifest.
  const description = layer.description ?? fetched;
  useEffect(() => {
    let isCurrent = true;
    loadDescriptions().then(
      (descriptions) => isCurrent && setFetched(descriptions[layer.id] ?? null),
      // Credits and licence are there all the same.
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [layer.id]);
  return (
    <>
      {description && (
        <p lang={isFallback(description, language) ? "en" : language} dir="auto">
          {text(description)}
        </p>
      )}
      <p class="quiet">
        {translate("layer.credits")}{" "}
        {layer.attribution.map((credit, at) => (
          <span key={credit.text}>
            {at > 0 && " · "}
            <OutsideLink url={credit.url} text={credit.text} />
          </span>
        ))}{" "}
        · <bdi dir="ltr">{layer.licence}</bdi>
      </p>
    </>
  );
}
