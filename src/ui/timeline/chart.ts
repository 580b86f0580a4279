import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Bin, Span } from "../../state/timeline";

/** What the histogram looks like: colours of the page, its font, and the words at days of the axis. */
export interface ChartDress {
  readonly bar: string;
  /** Colour of the stripes of what is the reader's own. */
  readonly own: string;
  readonly rule: string;
  readonly ink: string;
  readonly font: string;
  readonly days: readonly number[];
  /** The text at each of `days`; a line break parts two calendars. */
  readonly labels: readonly string[];
}

export const AXIS_HEIGHT_PX = 40;
export const PLOT_HEIGHT_PX = 64;

const STRIPE_PX = 6;

/** Slanting stripes of a colour: told from a full bar by shape, whatever the colours. */
function stripes(color: string): CanvasPattern | string {
  const tile = document.createElement("canvas");
  tile.width = STRIPE_PX;
  tile.height = STRIPE_PX;
  const context = tile.getContext("2d");
  if (!context) return color;
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.beginPath();
  for (const shift of [-STRIPE_PX, 0, STRIPE_PX]) {
    context.moveTo(shift - 1, STRIPE_PX + 1);
    context.lineTo(shift + STRIPE_PX + 1, -1);
  }
  context.stroke();
  return context.createPattern(tile, "repeat") ?? color;
}

/**
 * Bars over a time axis that runs left to right, drawn into `root`; replaces what was there. Those of the reader's own
 * records stand on those of the atlas, striped.
 */
export function drawHistogram(
  root: HTMLElement,
  bins: readonly Bin[],
  ownBins: readonly Bin[],
  { first, last }: Span,
  widthPx: number,
  dress: ChartDress,
): uPlot {
  const { paths } = uPlot;
  const bars = paths.bars?.({ size: [0.9, 60], align: 1 });
  const sums = bins.map(({ count }, at) => count + (ownBins[at]?.count ?? 0));
  const most = Math.max(1, ...sums);
  const pattern = stripes(dress.own);
  return new uPlot(
    {
      width: widthPx,
      height: PLOT_HEIGHT_PX + AXIS_HEIGHT_PX,
      padding: [0, 0, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      select: { show: false, left: 0, top: 0, width: 0, height: 0 },
      scales: {
        x: { time: false, range: [first, last + 1] },
        y: { range: [0, most] },
      },
      axes: [
        {
          splits: () => [...dress.days],
          values: () => [...dress.labels],
          size: AXIS_HEIGHT_PX,
          gap: 2,
          font: dress.font,
          stroke: dress.ink,
          grid: { stroke: dress.rule, width: 1 },
          ticks: { stroke: dress.rule, size: 4 },
        },
        { show: false },
      ],
      series: [
        {},
        { fill: () => pattern, stroke: dress.own, width: 1, points: { show: false }, ...(bars && { paths: bars }) },
        { fill: dress.bar, stroke: dress.bar, width: 0, points: { show: false }, ...(bars && { paths: bars }) },
      ],
    },
    [
      bins.map((bin) => bin.first),
      sums.map((sum, at) => ((ownBins[at]?.count ?? 0) > 0 ? sum : null)),
      bins.map(({ count }) => count),
    ],
    root,
  );
}
