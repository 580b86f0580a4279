import type { AnyRecord } from "../../data/record";
import type { SourcedText } from "../../data/record-parts";
import { useVoice } from "../context";
import { Section } from "./Section";
import { RecordText, References } from "./Texts";

/** Facts under their headings, the dated history, and where sources contradict each other. */
export function Statements({ record }: { readonly record: AnyRecord }) {
  const { translate } = useVoice();
  const facts = "facts" in record ? record.facts : [];
  const timeline = "timeline" in record ? record.timeline : [];
  return (
    <>
      {facts.length > 0 && (
        <Section id="facts" title={translate("card.facts")}>
          <ul class="plain-list entries">
            {facts.map((fact) => (
              <Statement
                key={`${fact.label} ${fact.text.en}`}
                statement={fact}
                label={translate(`fact.${fact.label}`)}
              />
            ))}
          </ul>
        </Section>
      )}
      {timeline.length > 0 && (
        <Section id="timeline" title={translate("card.timeline")}>
          <ol class="plain-list entries">
            {timeline.map((entry) => (
              <Statement key={entry.text.en} statement={entry} />
            ))}
          </ol>
        </Section>
      )}
      {record.conflicts.length > 0 && (
        <Section id="conflicts" title={translate("card.conflicts")}>
          <ul class="plain-list entries">
            {record.conflicts.map((conflict) => (
              <Statement key={conflict.text.en} statement={conflict} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

interface StatementProps {
  readonly statement: SourcedText;
  readonly label?: string;
}

function Statement({ statement, label }: StatementProps) {
  const { date } = useVoice();
  const head = [label, statement.date === null ? undefined : date(statement.date)].filter((part) => part !== undefined);
  return (
    <li>
      {head.length > 0 && <p class="entries__label">{head.join(" · ")}</p>}
      <p>
        <RecordText text={statement.text} /> <References ids={statement.sources} />
      </p>
    </li>
  );
}
