/** How a country's standing towards an organisation is drawn: filled, filled lightly, or hatched. */
export type StandingClass = "joined" | "partner" | "other";

const JOINED: ReadonlySet<string> = new Set(["founding-member", "member", "party", "signatory", "initiator"]);

/** The class of a status word of the membership records: only what a country has joined or signed is filled in full. */
export function standingClass(standing: string): StandingClass {
  if (JOINED.has(standing)) return "joined";
  return standing === "partner" ? "partner" : "other";
}
