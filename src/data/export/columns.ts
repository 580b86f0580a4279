import type { EventRecord } from "../event-record";
import { LANGUAGES, type Language } from "../language";
import type { AnyRecord } from "../record";
import type { LocalizedText } from "../text";
import { translationOf } from "../translations";
import type { Cell, ExportTexts } from "./export-set";
import { precisionCodes } from "./precision-codes";

type Columns = Readonly<Record<string, Cell>>;

/** Says what a record carries in English, and a text of several languages, in one of them; null where it cannot. */
interface Say {
  stated(english: string | null): string | null;
  text(text: LocalizedText): string | null;
}

const ENGLISH: Say = { stated: (english) => english, text: ({ en }) => en };

const sayIn = (language: Language, texts: ExportTexts): Say => ({
  stated: (english) => (english === null ? null : translationOf(texts[language] ?? {}, english)),
  text: (text) => text[language] ?? null,
});

/**
 * Each claim with its party, so that a denial stands in the table beside what it denies. Stance and subject are words of
 * the vocabulary in every language.
 */
function claimsText({ claims }: EventRecord, say: Say): string {
  return claims
    .map(({ claimant, stance, about, date, statement }) => {
      const when = date === null ? "" : `, ${date}`;
      const said = say.text(statement) ?? statement.en;
      return `${say.stated(claimant.name) ?? claimant.name} ${stance} (${about}${when}): ${said}`;
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
    claims: claimsText(record, ENGLISH),
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

/** What the columns of words say, in another language than English; a column for each. */
function columnsIn(language: Language, record: AnyRecord, texts: ExportTexts): Columns {
  const say = sayIn(language, texts);
  const where = "where" in record ? record.where : null;
  const words: Columns = {
    summary: say.text(record.summary),
    ...(where && { place: say.stated(where.place) }),
    ...("when" in record && {
      responsibility: say.stated(record.actor?.name ?? null),
      stated_target: say.stated(record.statedTarget?.name ?? null),
      grade_rationale: say.stated(record.verification.rationale),
      claims: claimsText(record, say),
    }),
  };
  return Object.fromEntries(Object.entries(words).map(([name, cell]) => [`${name}_${language}`, cell]));
}

/**
 * The table columns of a record of the atlas: one value each, the rest is for formats that nest. Words are in English, and
 * again in each other language in columns that end in its tag.
 */
export function columnsOf(record: AnyRecord, texts: ExportTexts): Columns {
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
    ...LANGUAGES.filter((language) => language !== "en").reduce<Columns>(
      (columns, language) => Object.assign(columns, columnsIn(language, record, texts)),
      {},
    ),
  };
}
