/**
 * How far each border line may be from the border it stands for, in metres. The full-detail line: its revisions of 2017
 * to 2026 moved it by up to about 800 m outside of three reworked stretches, so a kilometre. The small-scale line adds
 * its 200 m tolerance. Coarser public maps differ from both by 1 to 2.5 km on average and 12 km at worst; that is another
 * line, not this one's doubt.
 */
export const LINE_DATA_ERROR_METERS: Readonly<Record<string, number>> = { border: 1000, "border-200m": 1200 };
