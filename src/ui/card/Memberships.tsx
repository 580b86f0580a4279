import type { MembershipRecord } from "../../data/membership-record";
import { useVoice } from "../context";
import { Section } from "./Section";
import { References, StatedText } from "./Texts";

/** What a country has joined, since when, how sure that is, and as of which day. */
export function Memberships({ record }: { readonly record: MembershipRecord }) {
  const { translate, date } = useVoice();
  return (
    <Section id="memberships" title={translate("card.memberships")}>
      <ul class="plain-list entries">
        {record.memberships.map((membership) => (
          <li key={`${membership.organisation} ${membership.standing}`}>
            <p>
              <strong>{translate(`organisation.${membership.organisation}`)}</strong>:{" "}
              {translate(`standing.${membership.standing}`)}
              {membership.since !== null && ` · ${translate("membership.since", { date: date(membership.since) })}`}
              {membership.confidence !== "solid" && (
                <span class="tag"> {translate(`confidence.${membership.confidence}`)}</span>
              )}
            </p>
            {membership.note !== null && (
              <p>
                <StatedText text={membership.note} />
              </p>
            )}
            <p class="quiet">
              {translate("card.as-of", { date: date(membership.asOf) })} <References ids={membership.sources} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
