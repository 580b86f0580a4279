import type { Claim, EventRecord } from "../../data/event-record";
import { useVoice } from "../context";
import { Section } from "./Section";
import { RecordText, References, StatedName } from "./Texts";

/** Who says what, by subject; every claim, also a denial, has the same weight on the page. */
export function Claims({ record }: { readonly record: EventRecord }) {
  const { translate } = useVoice();
  const subjects = [...new Set(record.claims.map((claim) => claim.about))];
  return (
    <Section id="claims" title={translate("card.claims")}>
      {record.actor && (
        <p>
          {translate(`actor.${record.actor.basis}`)} <StatedName name={record.actor.name} />
        </p>
      )}
      {record.weapon && record.weapon !== "unknown" && (
        <p class="quiet">{translate("claims.weapon", { weapon: translate(`weapon.${record.weapon}`) })}</p>
      )}
      {subjects.map((subject) => (
        <div key={subject} class="claims">
          <h4>{translate(`about.${subject}`)}</h4>
          <ul class="plain-list claims__list">
            {record.claims
              .filter((claim) => claim.about === subject)
              .map((claim) => (
                <ClaimItem key={claim.id} claim={claim} />
              ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function ClaimItem({ claim }: { readonly claim: Claim }) {
  const { translate, date } = useVoice();
  return (
    <li class="claim" id={`claim-${claim.id}`}>
      <p class="claim__who">
        <strong>
          <StatedName name={claim.claimant.name} />
        </strong>{" "}
        <span class="claim__stance">{translate(`stance.${claim.stance}`)}</span>
      </p>
      <p class="claim__statement">
        <RecordText text={claim.statement} />
      </p>
      <p class="quiet">
        {translate(`claimant.${claim.claimant.type}`)}
        {" · "}
        {claim.date === null ? translate("date.unknown") : date(claim.date)} <References ids={claim.sources} />
      </p>
    </li>
  );
}
