import { useRef } from "preact/hooks";
import { isNarrowed } from "../state/narrowing";
import { useAtlas } from "./context";
import { Lazy } from "./Lazy";

const loadChips = () => import("./filters/FilterChips");

/** The place of the filters in force; they are fetched with the first one and stay, to tell when the last is taken off. */
export function FilterHost() {
  const { page } = useAtlas();
  const isWanted = useRef(false);
  if (isNarrowed(page.model.view.value)) isWanted.current = true;
  return isWanted.current ? <Lazy load={loadChips} props={{}} /> : null;
}
