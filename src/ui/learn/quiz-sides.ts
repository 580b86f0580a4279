import type { SideAnswer } from "../../geo/tasks";
import type { Ask } from "../../state/ask";

/** From where places are ranked: anywhere serves, for every place is answered. */
const MIDDLE = [62, 27.5] as const;

/** In which country each place of the map lies, by `layer/id`; empty while the engine is not there. */
export async function quizSides(ask: Ask | null): Promise<ReadonlyMap<string, SideAnswer>> {
  if (!ask) return new Map();
  try {
    const ranked = await ask("near", { from: MIDDLE, limit: 100_000 }, AbortSignal.timeout(20_000));
    return new Map(ranked.map((place) => [place.key, place]));
  } catch {
    // Without the engine a quiz asks everything but sides.
    return new Map();
  }
}
