import type { Claim, EventRecord } from "../../data/event-record";
import { useVoice } from "../context";
import { Claimants } from "./Claimants";
import { Section } from "./Section";
import { StatedText } from "./Texts";

interface StatedTargetProps {
  readonly target: NonNullable<EventRecord["statedTarget"]>;
  readonly claims: readonly Claim[];
}

/** What is said to have been the target, with who says so. */
export function StatedTarget({ target, claims }: StatedTargetProps) {
  const { translate } = useVoice();
  return (
    <Section id="target" title={translate("card.target")}>
      <p>
        <StatedText text={target.name} />
      </p>
      <p>
        <Claimants ids={target.claims} claims={claims} />
      </p>
    </Section>
  );
}
