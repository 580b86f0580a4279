import type { PlaceRecord } from "../../data/place-record";
import { useVoice } from "../context";
import { Section } from "./Section";
import { References, StatedName, StatedText } from "./Texts";

/** Figures as stated: whose they are, when and where they were published. */
export function Figures({ figures }: { readonly figures: PlaceRecord["figures"] }) {
  const { translate, date } = useVoice();
  if (figures.length === 0) return null;
  return (
    <Section id="figures" title={translate("card.figures")}>
      <ul class="plain-list entries">
        {figures.map((figure) => (
          <li key={`${figure.about} ${figure.text} ${figure.by}`}>
            <p>
              {translate(`figure.${figure.about}`)}: <StatedText text={figure.text} />
            </p>
            <p class="quiet">
              {translate("figure.by")} <StatedName name={figure.by} />
              {figure.date !== null && ` · ${date(figure.date)}`} <References ids={figure.sources} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
