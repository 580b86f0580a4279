import type { EventRecord } from "../event-record";
import type { PrecisionClass } from "../location";

/** How UCDP GED and ACLED code the precision of a place; 1 is finest. */
interface PlaceCodes {
  readonly ucdp: number;
  readonly acled: number;
}

/**
 * Our classes in the codes of the two event data sets: UCDP GED codebook, `where_prec` (1 exact, 2 within about 25 km,
 * 3 second-order and 4 first-order administrative division, 6 country); ACLED codebook, `geo_precision` (1 the place
 * itself, 2 a small part of a region, 3 a larger region).
 */
const PLACE_CODES: Readonly<Record<PrecisionClass, PlaceCodes>> = {
  site: { ucdp: 1, acled: 1 },
  vicinity: { ucdp: 1, acled: 1 },
  settlement: { ucdp: 1, acled: 1 },
  district: { ucdp: 3, acled: 2 },
  province: { ucdp: 4, acled: 3 },
  country: { ucdp: 6, acled: 3 },
};

/** UCDP GED `date_prec` (1 day, 2 two to six days, 3 week, 4 month, 5 year) and ACLED `time_precision` (1, 2, 3). */
const TIME_CODES: Readonly<Record<EventRecord["when"]["precision"], PlaceCodes>> = {
  day: { ucdp: 1, acled: 1 },
  days: { ucdp: 2, acled: 2 },
  week: { ucdp: 3, acled: 2 },
  month: { ucdp: 4, acled: 3 },
  year: { ucdp: 5, acled: 3 },
};

/** The codes of an event, computed from its own classes; null where no place is known. */
export function precisionCodes({ where, when }: Pick<EventRecord, "where" | "when">) {
  const place = where && PLACE_CODES[where.precision];
  const time = TIME_CODES[when.precision];
  return {
    ucdp_where_prec: place?.ucdp ?? null,
    acled_geo_precision: place?.acled ?? null,
    ucdp_date_prec: time.ucdp,
    acled_time_precision: time.acled,
  };
}
