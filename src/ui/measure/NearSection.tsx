import { useEffect } from "preact/hooks";
import type { RankedPlace } from "../../geo/tasks";
import { useAtlas, useVoice } from "../context";
import { useDesk } from "./desk";
import { asRow } from "./figures";
import { Outcome } from "./Outcome";
import { PlaceTable } from "./PlaceTable";

/** Everything by distance from the selected feature, grouped by kind. */
export function NearSection() {
  const { page } = useAtlas();
  const { translate, text } = useVoice();
  const desk = useDesk();
  useEffect(() => {
    desk.nearWanted.value = true;
    return () => {
      desk.nearWanted.value = false;
    };
  }, [desk]);
  const selected = page.model.selected.value;
  return (
    <section aria-label={translate("measure.section.near")}>
      {selected && <h3>{translate("measure.near-title", { name: text(selected.feature.properties.title) })}</h3>}
      <Outcome answer={desk.near.value} none={translate("measure.near-none")}>
        {(places) => <Groups places={places} />}
      </Outcome>
    </section>
  );
}

function Groups({ places }: { readonly places: readonly RankedPlace[] }) {
  const { page } = useAtlas();
  const { text, translate, number } = useVoice();
  return (
    <>
      {[...page.model.layers.value].reverse().map((layer) => {
        const own = places.filter((place) => place.group === layer.id);
        const table = page.model.own.list.value.find((one) => one.layer.id === layer.id)?.table;
        const caption =
          table && own.length > 0
            ? translate("measure.nearest-of", {
                caption: text(layer.title),
                shown: number(own.length, 0),
                count: number(table.count, 0),
              })
            : text(layer.title);
        return own.length > 0 && <PlaceTable key={layer.id} caption={caption} places={own.map(asRow)} />;
      })}
    </>
  );
}
