import type { EventRecord } from "../../data/event-record";
import { useVoice, type Voice } from "../context";
import { Claimants } from "./Claimants";
import { Section } from "./Section";

type Count = NonNullable<EventRecord["casualties"]>["killed"];

interface CasualtiesProps {
  readonly record: EventRecord;
  readonly casualties: NonNullable<EventRecord["casualties"]>;
}

/** Ranges, whose they are and as of when; figures of parties that differ are never added up. */
export function Casualties({ record, casualties }: CasualtiesProps) {
  const voice = useVoice();
  const { translate, date } = voice;
  const rows = [
    { key: "killed", count: casualties.killed },
    { key: "civilians-killed", count: casualties.civiliansKilled },
    { key: "injured", count: casualties.injured },
  ];
  return (
    <Section id="casualties" title={translate("card.casualties", { date: date(casualties.asOf) })}>
      <dl class="pairs">
        {rows.map(({ key, count }) => (
          <div key={key}>
            <dt>{translate(`casualties.${key}`)}</dt>
            <dd>{rangeWords(count, voice)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Claimants ids={casualties.claims} claims={record.claims} />
      </p>
    </Section>
  );
}

/** A count as a range in words. */
export function rangeWords(count: Count, { translate, number }: Pick<Voice, "translate" | "number">): string {
  if (count === null) return translate("casualties.none-stated");
  const low = number(count.low);
  if (count.high === null) return translate("casualties.at-least", { low });
  if (count.high === count.low) return low;
  return translate("casualties.range", { low, high: number(count.high) });
}
