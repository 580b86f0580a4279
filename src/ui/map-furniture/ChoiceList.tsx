import "../styles/rows.css";
import { useEffect, useRef } from "preact/hooks";
import { featureSymbol } from "../../picture/feature-symbol";
import { featureKey } from "../../state/feature-key";
import { useAtlas, useVoice } from "../context";
import { describeFeature } from "../feature-line";
import { Icon } from "../Icon";
import { SymbolMark } from "../SymbolMark";

/** Asks which of the features under a click is meant. */
export function ChoiceList() {
  const { page, shell } = useAtlas();
  const voice = useVoice();
  const heading = useRef<HTMLHeadingElement>(null);
  const { model } = page;
  const choices = model.choices.value.flatMap((reference) => {
    const known = model.features.value.get(featureKey(reference));
    return known ? [{ ...known, reference }] : [];
  });
  const count = choices.length;
  useEffect(() => {
    if (count === 0) return;
    heading.current?.focus();
    shell.announce(voice.translate("choice.count", { count }));
  }, [model.choices.value]);
  if (count === 0) return null;

  const close = () => {
    model.choices.value = [];
    document.querySelector<HTMLElement>("#map canvas, #map [tabindex]")?.focus();
  };
  return (
    <section class="choices" aria-labelledby="choices-title" onKeyDown={(event) => event.key === "Escape" && close()}>
      <header class="choices__head">
        <h2 id="choices-title" tabIndex={-1} ref={heading}>
          {voice.translate("choice.count", { count })}
        </h2>
        <button type="button" class="icon-button" aria-label={voice.translate("action.close")} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <ul class="plain-list">
        {choices.map(({ layer, feature, reference }) => (
          <li key={featureKey(reference)}>
            <button type="button" class="row" onClick={() => model.select(reference)}>
              <SymbolMark {...featureSymbol(layer, feature)} />
              <span class="row__text">
                <span class="row__name">{voice.text(feature.properties.title)}</span>
                <span class="row__line">{describeFeature(layer, feature, voice)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
