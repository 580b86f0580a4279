import type { EventRecord } from "../event-record";
import type { AnyRecord } from "../record";
import type { Cell } from "./export-set";
import { precisionCodes } from "./precision-codes";

type Columns = Readonly<Record<string, Cell>>;

/** Each claim with its party, so that a denial stands in the table beside what it denies. */
function claimsText({ claims }: EventRecord): string {
  return claims
    .map(({ claimant, stance, about, date, statement }) => {
      const when = date === null ? "" : `, ${date}`;
      return `${claimant.name} ${stance} (${about}${when}): ${statement.en}`;
    })
    .join(" | ");
}

function eventColumns(record: EventRecord): Columns {
  const { when, casualties } = record;
  return {
    date_start: when.start,
    date_end: when.end,
    date_precision: when.precision,
    weapon: record.weapon,
    responsibility: record.actor?.name ?? null,
    responsibility_basis: record.actor?.basis ?? null,
    stated_target: record.statedTarget?.name ?? null,
    killed_low: casualties?.killed?.low ?? null,
    killed_high: casualties?.killed?.high ?? null,
    injured_low: casualties?.injured?.low ?? null,
    injured_high: casualties?.injured?.high ?? null,
    casualties_as_of: casualties?.asOf ?? null,
    grade: record.verification.grade,
    grade_rationale: record.verification.rationale,
    claims: claimsText(record),
    ...precisionCodes(record),
  };
}

function whereColumns(record: AnyRecord): Columns {
  const where = "where" in record ? record.where : null;
  if (!where) return {};
  return {
    place: where.place,
    country: where.country,
    adm1: where.adm1,
    adm2: where.adm2,
    precision: where.precision,
    uncertainty_m: where.uncertaintyRadiusM,
    place_method: where.method,
  };
}

/** What only some sorts of record have. */
function ownColumns(record: AnyRecord): Columns {
  if ("when" in record) return eventColumns(record);
  if ("built" in record) return { mode: record.mode, built: record.built, schematic: record.schematic };
  if ("memberships" in record) {
    const texts = record.memberships.map(({ organisation, standing, since }) =>
      [organisation, standing, since].filter((part) => part !== null).join(" "),
    );
    return { country: record.country, memberships: texts.join(" | ") };
  }
  const state = record.states[0];
  return state ? { state: state.state, state_as_of: state.asOf } : {};
}

/** The table columns of a record of the atlas: one value each, the rest is for formats that nest. */
export function columnsOf(record: AnyRecord): Columns {
  const { title, summary } = record;
  return {
    kind: record.kind,
    name: title.en,
    name_ur: title.ur ?? null,
    name_fa: title.fa ?? null,
    summary: summary.en,
    ...whereColumns(record),
    ...ownColumns(record),
    support: record.support,
    revision: record.revision,
    status: record.status,
  };
}
