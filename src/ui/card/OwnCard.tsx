import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { AtlasFeature } from "../../data/feature";
import type { Layer } from "../../data/manifest";
import type { OwnCell, OwnRecord } from "../../data/own-record";
import { featureSymbol } from "../../picture/feature-symbol";
import { useAtlas, useVoice } from "../context";
import { WrittenPosition } from "../coordinates/WrittenPosition";
import { Icon } from "../Icon";
import { SymbolMark } from "../SymbolMark";
import { Section } from "./Section";
import { TakeRecord } from "./TakeRecord";

interface OwnCardProps {
  readonly layer: Layer;
  readonly feature: AtlasFeature;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
}

/** A record of the reader's own: what was read of it, and every one of its cells as it came. */
export function OwnCard({ layer, feature, headingRef }: OwnCardProps) {
  const { shell } = useAtlas();
  const { translate, text } = useVoice();
  const record = feature.properties as OwnRecord;
  return (
    <>
      <header class="card__head">
        <div class="card__line">
          <SymbolMark {...featureSymbol(layer, feature)} />
          <bdi dir="auto">{text(layer.title)}</bdi>
          <button
            type="button"
            class="icon-button card__close"
            aria-label={translate("card.close")}
            title={translate("card.close")}
            onClick={() => shell.closeCard()}
          >
            <Icon name="close" />
          </button>
        </div>
        <h2 id="card-title" tabIndex={-1} ref={headingRef} dir="auto">
          {text(record.title)}
        </h2>
        <p class="quiet">{translate("mine.not-ours")}</p>
      </header>
      <div class="card__body">
        <OwnWhen record={record} />
        <OwnWhere feature={feature} record={record} />
        <Cells layer={layer} record={record} />
        <TakeRecord />
      </div>
    </>
  );
}

function OwnWhen({ record }: { readonly record: OwnRecord }) {
  const { translate, date } = useVoice();
  if (!("when" in record)) return null;
  const { start, end, precision } = record.when;
  return (
    <Section id="when" title={translate("card.when")}>
      <p>
        <time dateTime={start}>{date(start)}</time>
        {end !== start && (
          <>
            {" – "}
            <time dateTime={end}>{date(end)}</time>
          </>
        )}
        {precision !== "day" && <span class="quiet"> {translate(`when.${precision}`)}</span>}
      </p>
    </Section>
  );
}

function OwnWhere({ feature, record }: { readonly feature: AtlasFeature; readonly record: OwnRecord }) {
  const { translate, length } = useVoice();
  const { geometry } = feature;
  const { where } = record;
  const [lng, lat] = geometry?.type === "Point" ? geometry.coordinates : [];
  return (
    <Section id="where" title={translate("card.where")}>
      {geometry === null && <p>{translate("where.no-point")}</p>}
      {where && (
        <p>
          {translate(`precision.${where.precision}`)}{" "}
          {translate("mine.radius", { length: length(where.uncertaintyRadiusM, where.uncertaintyRadiusM) })}
        </p>
      )}
      {lng !== undefined && lat !== undefined && (
        <WrittenPosition position={[lng, lat]} radiusMeters={where?.uncertaintyRadiusM ?? null} />
      )}
    </Section>
  );
}

/** Cells are shown as they came: texts as texts, whatever nests as JSON. */
const cellText = (cell: OwnCell): string => (typeof cell === "string" ? cell : JSON.stringify(cell));

function Cells({ layer, record }: { readonly layer: Layer; readonly record: OwnRecord }) {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const [fetched, setFetched] = useState<OwnRecord["cells"] | "failed" | null>(null);
  const table = page.model.own.list.value.find((entry) => entry.layer.id === layer.id)?.table ?? null;
  useEffect(() => {
    let isCurrent = true;
    const row = table?.rowOf(record.id) ?? null;
    if (!table || row === null) return;
    table.cellsOf(row).then(
      (cells) => isCurrent && setFetched(cells),
      () => isCurrent && setFetched("failed"),
    );
    return () => {
      isCurrent = false;
    };
  }, [table, record.id]);
  const cells = table ? fetched : record.cells;
  return (
    <Section id="cells" title={translate("mine.cells")}>
      {cells === null && <p class="quiet">{translate("part.loading")}</p>}
      {cells === "failed" && <p class="failure">{translate("mine.cells-failed")}</p>}
      {cells !== null && cells !== "failed" && (
        <dl class="own-cells">
          {Object.entries(cells).map(([name, cell]) => (
            <div key={name}>
              <dt dir="auto">{name}</dt>
              <dd dir="auto">{cellText(cell)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
