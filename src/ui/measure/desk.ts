import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Measures } from "../../state/measures";

/** The measuring desk of the tab; null outside of it. */
export const DeskContext = createContext<Measures | null>(null);

/** The measuring desk; throws outside of the measuring tab. */
export function useDesk(): Measures {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("a measure was drawn outside of the measuring tab");
  return desk;
}
