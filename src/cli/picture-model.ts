import type { AtlasCollection } from "../data/feature";
import { createCompute, inProcessWorker } from "../geo/compute";
import type { Ask } from "../state/ask";
import { createSieve } from "../state/filter";
import { needsFigures } from "../state/known-figures";
import { whenSettled } from "../state/latest";
import { createMeasures } from "../state/measures";
import { createModel, type Model } from "../state/model";
import type { OverlayFeature } from "../state/overlay";
import { keepPlaceFigures } from "../state/place-figures";
import type { LayerId, View } from "../state/view";
import { readCountries, readLines, readManifest, readPlaces } from "./ground";
import { readFile } from "./picture-files";

/** The model of a view, its visible layers and those it asks for loaded. */
export async function loadModel(view: View): Promise<Model> {
  const model = createModel({
    manifest: readManifest(),
    load: async ({ file }) => readFile<AtlasCollection>(`data/${file}`).features,
    view,
    chrome: "full",
    browserLanguages: [],
    createSieve,
  });
  const asked = [
    view.selected,
    view.from?.kind === "feature" && view.from.reference,
    view.to?.kind === "feature" && view.to.reference,
  ];
  const ids = new Set<string>([...view.layers, ...asked.flatMap((reference) => (reference ? [reference.layer] : []))]);
  await Promise.all([...ids].map((id) => model.fetchLayer(id as LayerId)));
  return model;
}

const asksNothing = ({ from, measure, corridors, filters }: View) =>
  from === null &&
  measure.length < 2 &&
  corridors.length === 0 &&
  !filters.km &&
  !filters.tolerance &&
  !needsFigures(filters);

/** What the view asks to be measured, as shapes to draw; the model then knows what its filters compare as well. */
export async function measuredOverlays(model: Model): Promise<readonly OverlayFeature[]> {
  if (asksNothing(model.view.peek())) return [];
  const compute = createCompute(inProcessWorker);
  compute.load({ lines: readLines(undefined), ...readCountries(), places: readPlaces() });
  const ask: Ask = (task, question, abort) => compute.ask(task, question, abort);
  const figures = keepPlaceFigures(model, ask);
  const measures = createMeasures(model, ask);
  const { distance, line, corridors, combined, generalised, atChainage } = measures;
  await whenSettled([distance, line, corridors, combined, generalised, atChainage, ...figures]);
  compute.dispose();
  return measures.overlays.value;
}
