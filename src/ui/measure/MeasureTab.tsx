import "../styles/late.css";
import "./measure.css";
import { useEffect, useState } from "preact/hooks";
import { useAtlas, useVoice } from "../context";
import { AlongSection } from "./AlongSection";
import { CorridorSection } from "./CorridorSection";
import { DistanceSection } from "./DistanceSection";
import { DeskContext } from "./desk";
import { ExportButtons } from "./ExportButtons";
import { LengthSection } from "./LengthSection";
import { LineSection } from "./LineSection";
import { NearSection } from "./NearSection";

const SECTIONS = [
  { id: "distance", Section: DistanceSection },
  { id: "near", Section: NearSection },
  { id: "line", Section: LineSection },
  { id: "corridor", Section: CorridorSection },
  { id: "along", Section: AlongSection },
  { id: "length", Section: LengthSection },
] as const;
type SectionId = (typeof SECTIONS)[number]["id"];

/** The measuring desk: distances, what is near, lines and areas, corridors, the line by its kilometres, its length. */
export default function MeasureTab() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const { model } = page;
  const [open, setOpen] = useState<SectionId>(() => {
    const view = model.view.peek();
    if (view.corridors.length > 0) return "corridor";
    if (view.measure.length > 0) return "line";
    if (view.filters.km) return "along";
    return view.filters.tolerance ? "length" : "distance";
  });
  useEffect(() => page.wantMeasures(), [page]);
  const measures = page.measures.value;
  // A tool in hand belongs to the section that shows its result.
  useEffect(
    () => () => {
      page.tool.value = null;
    },
    [page, open],
  );

  if (measures === null) return <p class="empty">{translate("measure.loading")}</p>;
  if (measures === "failed") {
    return (
      <div class="empty" role="alert">
        <p>{translate("measure.failed")}</p>
        <button type="button" class="button" onClick={() => page.wantMeasures()}>
          {translate("action.retry")}
        </button>
      </div>
    );
  }
  const Section = SECTIONS.find(({ id }) => id === open)?.Section ?? DistanceSection;
  return (
    <DeskContext.Provider value={measures}>
      <div class="measure">
        <fieldset class="choice-row">
          <legend class="visually-hidden">{translate("measure.what")}</legend>
          {SECTIONS.map(({ id }) => (
            <button key={id} type="button" class="chip" aria-pressed={id === open} onClick={() => setOpen(id)}>
              {translate(`measure.section.${id}`)}
            </button>
          ))}
        </fieldset>
        <Section />
        <ExportButtons />
        <p class="quiet">{translate("measure.method-note")}</p>
      </div>
    </DeskContext.Provider>
  );
}
