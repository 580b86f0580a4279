import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Bin, Span } from "../../state/timeline";

/** What the histogram looks like: colours of the page, its font, and the words at days of the axis. */
export interface ChartDress {
  readonly bar: string;
  readonly rule: string;
  readonly ink: string;
  readonly font: string;
  readonly days: readonly number[];
  /** The text at each of `days`; a line break parts two calendars. */
  readonly labels: readonly string[];
}

export const AXIS_HEIGHT_PX = 40;
export const PLOT_HEIGHT_PX = 64;

/** Bars over a time axis that runs left to right, drawn into `root`; replaces what was there. */
export function drawHistogram(
  root: HTMLElement,
  bins: readonly Bin[],
  { first, last }: Span,
  widthPx: number,
  dress: ChartDress,
): uPlot {
  const { paths } = uPlot;
  const bars = paths.bars?.({ size: [0.9, 60], align: 1 });
  const most = Math.max(1, ...bins.map(({ count }) => count));
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
        { fill: dress.bar, stroke: dress.bar, width: 0, points: { show: false }, ...(bars && { paths: bars }) },
      ],
    },
    [bins.map((bin) => bin.first), bins.map(({ count }) => count)],
    root,
  );
}
