import type { PlaceRecord } from "../../data/place-record";
import { useVoice } from "../context";
import { Section } from "./Section";
import { RecordText, References } from "./Texts";

/** What it was said to be like, and on which day; nothing is said of “now”. */
export function States({ states }: { readonly states: PlaceRecord["states"] }) {
  const { translate, date } = useVoice();
  if (states.length === 0) return null;
  return (
    <Section id="states" title={translate("card.states")}>
      <ul class="plain-list entries">
        {states.map((state) => (
          <li key={`${state.asOf} ${state.text.en}`}>
            <p>
              <strong>
                {translate("state.as-of", { state: translate(`state.${state.state}`), date: date(state.asOf) })}
              </strong>
            </p>
            <p>
              <RecordText text={state.text} /> <References ids={state.sources} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
