import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { loadSources } from "../../data/load-sources";
import type { Source } from "../../data/source";
import { geographySources } from "../../state/geography-sources";
import { useAtlas } from "../context";

/** The source register as far as it has arrived. */
export type Register =
  | { readonly state: "waiting" }
  | { readonly state: "ready"; readonly sources: ReadonlyMap<string, Source> }
  | { readonly state: "failed"; readonly retry: () => void };

/** The register, fetched when a card first needs it. */
export function useRegister(): Register {
  const { page } = useAtlas();
  const geographyOnly = page.model.geographyOnly.value;
  const [register, setRegister] = useState<Register>({ state: "waiting" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    loadSources().then(
      (sources) => isCurrent && setRegister({ state: "ready", sources }),
      () => isCurrent && setRegister({ state: "failed", retry: () => setAttempt(attempt + 1) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [attempt]);
  if (register.state !== "ready" || !geographyOnly) return register;
  return { state: "ready", sources: geographySources(register.sources) };
}

/** Ids of a card's sources in the order of its list: the number of a source is its place here. */
export const NumberedSources = createContext<readonly string[]>([]);

/** The number of each of `ids` in the card's list of sources, in order. */
export function useSourceNumbers(ids: readonly string[]): readonly { readonly id: string; readonly number: number }[] {
  const numbered = useContext(NumberedSources);
  return ids
    .map((id) => ({ id, number: numbered.indexOf(id) + 1 }))
    .filter(({ number }) => number > 0)
    .sort((a, b) => a.number - b.number);
}
