import { featureKey } from "../state/feature-key";
import { useAtlas, useVoice } from "./context";
import { Lazy } from "./Lazy";
import { SheetHandle } from "./SheetHandle";

const loadCard = () => import("./card/Card");

/** The place of the card: at the end of the line, or on a phone in the bottom sheet. */
export function CardHost() {
  const { page, shell } = useAtlas();
  const { translate } = useVoice();
  const reference = page.model.view.value.selected;
  if (!reference) return null;
  return (
    <section
      class="card"
      data-sheet={shell.sheet.value}
      aria-labelledby="card-title"
      aria-label={page.model.selected.value ? undefined : translate("card.label")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        shell.closeCard();
      }}
    >
      <SheetHandle />
      <Lazy key={featureKey(reference)} load={loadCard} props={{}} />
    </section>
  );
}
