import type { Claim } from "../../data/event-record";
import { useVoice } from "../context";
import { References, StatedName } from "./Texts";

interface ClaimantsProps {
  readonly ids: readonly string[];
  readonly claims: readonly Claim[];
}

/** Whose claims these are, each with its sources. */
export function Claimants({ ids, claims }: ClaimantsProps) {
  const { translate } = useVoice();
  const behind = claims.filter((claim) => ids.includes(claim.id));
  return (
    <span class="quiet">
      {translate("claims.according-to")}{" "}
      {behind.map((claim, at) => (
        <span key={claim.id}>
          {at > 0 && translate("text.between")}
          <StatedName name={claim.claimant.name} /> <References ids={claim.sources} />
        </span>
      ))}
    </span>
  );
}
