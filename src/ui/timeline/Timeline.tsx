import "../styles/late.css";
import "./timeline.css";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { MILLISECONDS_PER_DAY } from "../../data/day";
import { isoOf } from "../../state/days";
import { featureKey } from "../../state/feature-key";
import {
  axisDays,
  type DatedRecord,
  histogram,
  inTime,
  recentSpan,
  type Span,
  wholeSpan,
  withDays,
} from "../../state/timeline";
import type { Period } from "../../state/view";
import { StatedName } from "../card/Texts";
import { useAtlas, useVoice } from "../context";
import { whenText } from "../when-text";
import { Brush } from "./Brush";
import { drawHistogram } from "./chart";
import { DatedTable } from "./DatedTable";
import { PeriodFields } from "./PeriodFields";
import { Playback } from "./Playback";
import { hiddenIn, MOST_MARKS, Swarm } from "./Swarm";
import { isIn, periodOf, spanOf, today, useDatedRecords, useRowDays, useRowRecords } from "./use-timeline";

/** Room for one mark of the axis. */
const LABEL_PX = 92;

const EDGE_PX = 32;

/** A span with a tenth of air at each end. */
const loosened = ({ first, last }: Span): Span => {
  const air = Math.max(3, Math.round((last - first) / 10));
  return { first: first - air, last: last + air };
};

/** Every dated record along the line of time, and the period that map, list and link are narrowed to. */
export default function Timeline() {
  const { page } = useAtlas();
  const voice = useVoice();
  const { translate, date, number } = voice;
  const { model } = page;
  const records = useDatedRecords();
  const rows = useRowDays();
  const { period } = model.view.value;
  const theme = model.theme.value;
  const chosen = period && spanOf(period);
  const firstSpan = (): Span => {
    const recent = withDays(recentSpan(records, today()), rows.days);
    return chosen && (chosen.first < recent.first || chosen.last > recent.last) ? loosened(chosen) : recent;
  };
  const [shown, setSpan] = useState<Span>(firstSpan);
  const hasZoomed = useRef(false);
  const setShown = (span: Span) => {
    hasZoomed.current = true;
    setSpan(span);
  };
  // The days of tables come later than the records; what the reader zoomed to stays.
  useEffect(() => {
    if (!hasZoomed.current && rows.total > 0) setSpan(firstSpan());
  }, [rows.total > 0]);
  const plot = useRef<HTMLDivElement>(null);
  const chart = useRef<HTMLDivElement>(null);
  const [widthPx, setWidth] = useState(0);

  useEffect(() => {
    const element = plot.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    setWidth(Math.floor(element.clientWidth));
    return () => observer.disconnect();
  }, []);

  const [shipped, own] = useMemo(() => {
    const isOwn = ({ entry }: DatedRecord) => entry.layer.group === "own";
    return [records.filter((record) => !isOwn(record)), records.filter(isOwn)] as const;
  }, [records]);
  const bins = useMemo(() => histogram(shipped, shown), [shipped, shown]);
  const ownBins = useMemo(() => histogram(own, shown, rows.days), [own, shown, rows]);
  useEffect(() => {
    const root = chart.current;
    if (!root || widthPx < 40) return;
    const colors = getComputedStyle(document.documentElement);
    const days = axisDays(shown, Math.max(2, widthPx / LABEL_PX));
    const drawn = drawHistogram(root, bins, ownBins, shown, widthPx, {
      bar: colors.getPropertyValue("--color-accent"),
      own: colors.getPropertyValue("--color-own"),
      rule: colors.getPropertyValue("--color-rule"),
      ink: colors.getPropertyValue("--color-ink"),
      font: `13px ${getComputedStyle(root).fontFamily}`,
      days,
      // A label at the very edge would be cut off.
      labels: days.map((day) => {
        const px = ((day - shown.first) / (shown.last - shown.first + 1)) * widthPx;
        return px < EDGE_PX || px > widthPx - EDGE_PX ? "" : axisLabel(day, shown, voice.language);
      }),
    });
    return () => drawn.destroy();
  }, [bins, ownBins, shown, widthPx, theme, voice.language]);

  const choose = (span: Span | null) => setPeriod(span && periodOf(span));
  const setPeriod = (next: Period | null) => {
    model.view.value = { ...model.view.peek(), period: next };
  };
  const inPeriod = records.filter((record) => isIn(record, chosen));
  const onScreen = records.filter((record) => isIn(record, shown));
  const onRows = useRowRecords(shown, Math.max(0, MOST_MARKS - onScreen.length));
  // Where all together are too many for marks, the reader's own stay in the bars.
  const hasOwnMarks = onScreen.length <= MOST_MARKS;
  const marked = useMemo(
    () => (hasOwnMarks ? inTime([...records, ...onRows.records]) : shipped),
    [hasOwnMarks, records, onRows, shipped],
  );
  const isTooMany = marked.filter((record) => isIn(record, shown)).length > MOST_MARKS;
  const hidden = !isTooMany && widthPx > 0 ? hiddenIn(marked, shown, widthPx) : 0;
  const ownHeld = hasOwnMarks ? 0 : own.filter((record) => isIn(record, shown)).length;
  const inBarsOnly = ownHeld + (onRows.records.length < onRows.count ? onRows.count : 0);
  const pointedAt = model.pointed.value;
  const pointed = pointedAt && marked.find(({ key }) => key === featureKey(pointedAt));
  const pointedRecord = pointed?.entry.feature.properties;

  return (
    <div class="timeline">
      <div class="timeline__tools">
        <Playback shown={shown} chosen={chosen} onChoose={choose} />
        <PeriodFields period={period} onChange={setPeriod} />
        <div class="timeline__zoom">
          {chosen && (
            <button type="button" class="button" onClick={() => setShown(loosened(chosen))}>
              {translate("timeline.zoom-period")}
            </button>
          )}
          <button
            type="button"
            class="button"
            onClick={() => setShown(withDays(recentSpan(records, today()), rows.days))}
          >
            {translate("timeline.zoom-recent")}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => setShown(withDays(wholeSpan(records, today()), rows.days))}
          >
            {translate("timeline.zoom-whole")}
          </button>
        </div>
      </div>
      <div class="timeline__plot" ref={plot} dir="ltr">
        {widthPx > 40 && !isTooMany && <Swarm records={marked} shown={shown} widthPx={widthPx} chosen={chosen} />}
        <div class="timeline__chart" ref={chart} aria-hidden="true" lang={voice.language} />
        {widthPx > 40 && <Brush shown={shown} widthPx={widthPx} chosen={chosen} onChoose={choose} />}
      </div>
      <p class="timeline__note">
        {pointedRecord && "when" in pointedRecord ? (
          <>
            <strong>{voice.text(pointedRecord.title)}</strong> · {whenText(pointedRecord.when, voice)}
            {pointedRecord.kind !== "own" && pointedRecord.when.localTime && (
              <>
                {" · "}
                {translate("when.local-time")} <StatedName name={pointedRecord.when.localTime} />
              </>
            )}
            {pointedRecord.kind !== "own" && pointedRecord.when.utc && (
              <>
                {" · UTC: "}
                <StatedName name={pointedRecord.when.utc} />
              </>
            )}
          </>
        ) : (
          <>
            {translate("timeline.count", {
              count: number(inPeriod.length + rows.inPeriod),
              total: number(records.length + rows.total),
            })}{" "}
            {translate("filter.undated")} {isTooMany && translate("timeline.too-many")}
            {hidden > 0 && translate("timeline.hidden", { count: hidden })}{" "}
            {inBarsOnly > 0 && translate("timeline.rows-in-bars", { count: inBarsOnly })}
          </>
        )}
      </p>
      {own.length + rows.total > 0 && (
        <ul class="timeline__legend">
          <li>
            <span class="timeline__key" aria-hidden="true" /> {translate("timeline.atlas-records")}
          </li>
          <li>
            <span class="timeline__key timeline__key--own" aria-hidden="true" /> {translate("timeline.own-records")}
          </li>
        </ul>
      )}
      <details class="timeline__table">
        <summary>
          {translate("timeline.as-table", {
            from: date(isoOf((chosen ?? shown).first)),
            to: date(isoOf((chosen ?? shown).last)),
          })}
        </summary>
        <DatedTable records={marked.filter((record) => isIn(record, chosen ?? shown))} />
      </details>
    </div>
  );
}

/** Formats made so far: making one takes far longer than using it, and the axis is drawn often. */
const axisFormats = new Map<string, Intl.DateTimeFormat>();

function axisFormat(locale: string, isYears: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${isYears}`;
  const year = { year: "numeric", timeZone: "UTC" } as const;
  const known = axisFormats.get(key) ?? new Intl.DateTimeFormat(locale, isYears ? year : { ...year, month: "short" });
  axisFormats.set(key, known);
  return known;
}

/** Month and year at the start of a month, only the year where years are all that is told apart; both calendars in fa. */
function axisLabel(day: number, { first, last }: Span, language: "en" | "ur" | "fa"): string {
  const moment = new Date(day * MILLISECONDS_PER_DAY);
  const isYears = last - first > 365 * 8;
  const locale = { en: "en-GB", ur: "ur-PK-u-nu-latn", fa: "fa-IR-u-nu-arabext-ca-gregory" }[language];
  const gregorian = axisFormat(locale, isYears).format(moment);
  if (language !== "fa") return gregorian;
  return `${axisFormat("fa-IR-u-nu-arabext-ca-persian", isYears).format(moment)}\n${gregorian}`;
}
