import "../styles/rows.css";
import { featureSymbol } from "../../picture/feature-symbol";
import { featureKey } from "../../state/feature-key";
import { useAtlas, useVoice } from "../context";
import { describeFeature } from "../feature-line";
import { SymbolMark } from "../SymbolMark";
import { findById } from "./find-by-id";
import { Section } from "./Section";

/** Other records that belong to this one; a press opens their card. */
export function Related({ ids }: { readonly ids: readonly string[] }) {
  const { page } = useAtlas();
  const voice = useVoice();
  const { model } = page;
  const known = ids.flatMap((id) => findById(model.features.value, id) ?? []);
  if (known.length === 0) return null;
  return (
    <Section id="related" title={voice.translate("card.related")}>
      <ul class="plain-list card__related">
        {known.map(({ layer, feature }) => {
          const reference = { layer: layer.id, id: feature.id };
          return (
            <li key={featureKey(reference)}>
              <button type="button" class="row" onClick={() => model.show(reference)}>
                <SymbolMark {...featureSymbol(layer, feature)} />
                <span class="row__text">
                  <span class="row__name">{voice.text(feature.properties.title)}</span>
                  <span class="row__line">{describeFeature(layer, feature, voice)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
