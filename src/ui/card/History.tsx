import type { AnyRecord } from "../../data/record";
import { useVoice } from "../context";
import { Folded } from "./Section";
import { StatedText } from "./Texts";

/** Which revision this is, and what changed in each. */
export function History({ record }: { readonly record: AnyRecord }) {
  const { translate, date, number } = useVoice();
  return (
    <Folded id="history" title={translate("card.history", { revision: number(record.revision) })}>
      <ol class="plain-list entries" reversed>
        {[...record.history].reverse().map((entry) => (
          <li key={entry.revision}>
            <p>
              {translate("history.entry", { revision: number(entry.revision), date: date(entry.date) })}{" "}
              <StatedText text={entry.note} />
            </p>
          </li>
        ))}
      </ol>
      <p class="quiet">
        ID: <bdi dir="ltr">{record.id}</bdi>
      </p>
    </Folded>
  );
}
