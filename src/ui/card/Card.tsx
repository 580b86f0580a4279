import "../styles/late.css";
import type { RefObject } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import "../styles/card.css";
import { isShipped, type ShippedFeature } from "../../data/feature";
import type { Layer } from "../../data/manifest";
import type { AnyRecord } from "../../data/record";
import { sourceIdsOf } from "../../data/record-sources";
import { LAYER_IDS } from "../../state/view";
import { useAtlas, useVoice } from "../context";
import { CardHead } from "./CardHead";
import { Casualties } from "./Casualties";
import { Cite } from "./Cite";
import { Claims } from "./Claims";
import { Distances, isDistance } from "./Distances";
import { Figures } from "./Figures";
import { History } from "./History";
import { Memberships } from "./Memberships";
import { OwnCard } from "./OwnCard";
import { Related } from "./Related";
import { Report } from "./Report";
import { NumberedSources } from "./register";
import { Section } from "./Section";
import { Sources } from "./Sources";
import { StatedTarget } from "./StatedTarget";
import { Statements } from "./Statements";
import { States } from "./States";
import { TakeRecord } from "./TakeRecord";
import { Waypoints } from "./Waypoints";
import { When } from "./When";
import { Where } from "./Where";

/** Everything that is known of the selected place or event, in the order in which readers ask. */
export default function Card() {
  const { page, shell } = useAtlas();
  const { model } = page;
  const heading = useRef<HTMLHeadingElement>(null);
  const selected = model.selected.value;
  const id = selected?.feature.id;

  useEffect(() => {
    // A card that came with the link must not take the focus from where the page begins.
    if (id !== undefined && !shell.isCardFromLink()) heading.current?.focus({ preventScroll: true });
  }, [id, shell]);

  if (!selected) return <MissingCard />;
  const { feature, layer } = selected;
  if (isShipped(feature)) return <RecordCard layer={layer} feature={feature} heading={heading} />;
  return <OwnCard key={`${layer.id}/${feature.id}`} layer={layer} feature={feature} headingRef={heading} />;
}

interface RecordCardProps {
  readonly layer: Layer;
  readonly feature: ShippedFeature;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

function RecordCard({ layer, feature, heading }: RecordCardProps) {
  const record = feature.properties;
  const sourceIds = useMemo(() => sourceIdsOf(record), [record]);
  return (
    <NumberedSources.Provider value={sourceIds}>
      <CardHead key={feature.id} layer={layer} feature={feature} headingRef={heading} />
      <div class="card__body" key={`${layer.id}/${feature.id}`}>
        {"when" in record && <When record={record} />}
        <Where feature={feature} />
        {"claims" in record && <Claims record={record} />}
        {"casualties" in record && record.casualties && <Casualties record={record} casualties={record.casualties} />}
        {"statedTarget" in record && record.statedTarget && (
          <StatedTarget claims={record.claims} target={record.statedTarget} />
        )}
        {"states" in record && <States states={record.states} />}
        {"memberships" in record && <Memberships record={record} />}
        {"when" in record && (
          <Distances figures={record.figures.filter(isDistance)} hasPoint={feature.geometry?.type === "Point"} />
        )}
        {"figures" in record && (
          <Figures
            figures={"when" in record ? record.figures.filter((figure) => !isDistance(figure)) : record.figures}
          />
        )}
        <Statements record={record} />
        {"waypoints" in record && <Waypoints record={record} />}
        <Related ids={relatedOf(record)} />
        <Sources record={record} ids={sourceIds} />
        <TakeRecord />
        <Cite feature={feature} />
        <Report layer={layer} feature={feature} />
        <History record={record} />
      </div>
    </NumberedSources.Provider>
  );
}

/** Ids of what belongs to a record: its relations, the places it was also at, and the stops along it. */
function relatedOf(record: AnyRecord): readonly string[] {
  const ids = "related" in record ? [...record.related] : [];
  if ("alsoAt" in record) for (const { placeId } of record.alsoAt) if (placeId !== null) ids.push(placeId);
  return [...new Set(ids)];
}

/** Said while the record's layer is on its way, when it did not arrive, and when no record has that id. */
function MissingCard() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const { model } = page;
  const selected = model.view.value.selected;
  const layer = LAYER_IDS.find((id) => id === selected?.layer);
  const state = layer && model.layerStates[layer].value;
  const isWaiting = state?.status === "idle" || state?.status === "loading";
  const hasFailed = state?.status === "failed";
  // Not even its name: a class is not to learn from a link what the setting hides.
  const isLeftOut = !isWaiting && !hasFailed && model.geographyOnly.value;
  return (
    <Section id="title" title={translate(isWaiting ? "card.waiting" : "card.missing")}>
      {isLeftOut && <p>{translate("card.left-out")}</p>}
      {!isWaiting && !hasFailed && !isLeftOut && (
        <p>{translate("card.missing-id", { id: `${selected?.layer}/${selected?.id}` })}</p>
      )}
      {layer && hasFailed && (
        <p>
          {translate("layer.failed")} {state.message}{" "}
          <button type="button" class="button" onClick={() => void model.fetchLayer(layer)}>
            {translate("action.retry")}
          </button>
        </p>
      )}
      <button type="button" class="button" onClick={() => model.select(null)}>
        {translate("action.close")}
      </button>
    </Section>
  );
}
