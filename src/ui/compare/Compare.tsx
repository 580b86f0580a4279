import "../styles/late.css";
import { useMemo } from "preact/hooks";
import type { Claim } from "../../data/event-record";
import { type ComparisonSide, compareClaims, comparisonOf, eventsOf, eventsOn, sideText } from "../../state/comparison";
import { withFilter } from "../../state/filter";
import { RecordText, StatedName } from "../card/Texts";
import { useAtlas, useVoice } from "../context";
import { EventCells } from "./EventCells";
import { SidePicker } from "./SidePicker";

/** A side that is left open holds its place in the link with this word. */
const OPEN = "open";

/** Two events, or two days, side by side; and which party claims what of each. It lives in the link. */
export default function Compare() {
  const { page } = useAtlas();
  const { translate, text, date } = useVoice();
  const { model } = page;
  const view = model.view.value;
  const features = model.features.value;
  const events = useMemo(() => eventsOf(features), [features]);
  const asked = comparisonOf(view);
  const sides = asked.map((side) => eventsOn(side, events));
  const put = (index: number, side: ComparisonSide | null) => {
    const texts = asked.map((known, at) => {
      const next = at === index ? side : known;
      return next ? sideText(next) : OPEN;
    });
    const values = texts.every((value) => value === OPEN) ? [] : texts;
    model.view.value = { ...model.view.peek(), filters: withFilter(model.view.peek().filters, "compare", values) };
  };
  const labels = [translate("compare.first"), translate("compare.second")];
  const heads = asked.map((side, index) => {
    if (side?.kind === "date") return date(side.date);
    const [event] = sides[index] ?? [];
    return event ? text(event.record.title) : (labels[index] ?? "");
  });
  const claims = compareClaims(sides);
  return (
    <div class="compare">
      <div class="compare__pickers">
        {asked.map((side, index) => (
          <SidePicker
            key={labels[index]}
            label={labels[index] ?? ""}
            side={side}
            events={events}
            onChange={(next) => put(index, next)}
          />
        ))}
      </div>
      {asked.every((side) => side === null) ? (
        <p class="empty">{translate("compare.empty")}</p>
      ) : (
        <>
          <table class="compare__table">
            <caption>{translate("compare.events")}</caption>
            <Head heads={heads} corner={translate("compare.aspect")} />
            <EventCells sides={sides} />
          </table>
          <table class="compare__table">
            <caption>{translate("card.claims")}</caption>
            <Head heads={heads} corner={translate("filter.claimant")} />
            <tbody>
              {claims.map(({ about, party, sides: words }, index) => (
                <ClaimRow
                  key={`${about} ${party}`}
                  subject={claims[index - 1]?.about === about ? null : about}
                  party={party}
                  sides={words}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

function Head({ heads, corner }: { readonly heads: readonly string[]; readonly corner: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{corner}</th>
        {heads.map((head, index) => (
          <th key={index} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface ClaimRowProps {
  /** Set where a new subject begins. */
  readonly subject: Claim["about"] | null;
  readonly party: string;
  readonly sides: readonly (readonly Claim[])[];
}

/** One party's words on one subject; a denial has the same form as what it denies. */
function ClaimRow({ subject, party, sides }: ClaimRowProps) {
  const { translate, date } = useVoice();
  return (
    <>
      {subject && (
        <tr>
          <th class="compare__subject" scope="colgroup" colSpan={3}>
            {translate(`about.${subject}`)}
          </th>
        </tr>
      )}
      <tr>
        <th scope="row">
          <StatedName name={party} />
        </th>
        {sides.map((claims, index) => (
          <td key={index}>
            {claims.map((claim) => (
              <p key={claim.id}>
                <span class="compare__stance">{translate(`stance.${claim.stance}`)}</span>{" "}
                <RecordText text={claim.statement} />{" "}
                {claim.date !== null && <span class="quiet">{date(claim.date)}</span>}
              </p>
            ))}
            {claims.length === 0 && <span class="quiet">{translate("compare.says-nothing")}</span>}
          </td>
        ))}
      </tr>
    </>
  );
}
