import { NotArrived } from "../NotArrived";

/** Stands among the answers of a search when a part that finds them did not arrive. */
export function SearchNotArrived({ onRetry }: { readonly onRetry: () => void }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the focus stays in the box, where Enter tries again as well
    <div class="search__hint" onMouseDown={(event) => event.preventDefault()}>
      <NotArrived onRetry={onRetry} />
    </div>
  );
}
