import type { EventRecord } from "../../data/event-record";
import { useVoice } from "../context";
import { Section } from "./Section";
import { StatedText } from "./Texts";

/** When it happened, how exactly that is known, and the local time as stated. */
export function When({ record }: { readonly record: EventRecord }) {
  const { translate, date } = useVoice();
  const { start, end, precision, localTime, utc, tz } = record.when;
  return (
    <Section id="when" title={translate("card.when")}>
      <p>
        <time dateTime={start}>{date(start)}</time>
        {end !== start && (
          <>
            {" – "}
            <time dateTime={end}>{date(end)}</time>
          </>
        )}
        {precision !== "day" && <span class="quiet"> {translate(`when.${precision}`)}</span>}
      </p>
      {localTime !== null && (
        <p class="quiet">
          {translate("when.local-time")} <StatedText text={localTime} /> <bdi dir="ltr">({tz})</bdi>
        </p>
      )}
      {utc !== null && (
        <p class="quiet">
          UTC: <StatedText text={utc} />
        </p>
      )}
    </Section>
  );
}
