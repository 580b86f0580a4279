import { useState } from "preact/hooks";
import { isNumberedDate, isOfOpenCalendar } from "../../data/own/dates";
import type { Mapping } from "../../data/own/mapping";
import type { Preview } from "../../data/own/source";
import { useVoice } from "../context";
import { Switch } from "../Switch";
import { titleOfFile } from "./file-title";
import type { MappingChoice } from "./steps";

interface MappingStepProps {
  readonly name: string;
  readonly preview: Preview;
  /** Shown in the place of what the file suggests, as the reader's own choice. */
  readonly proposed: Mapping | null;
  readonly onRead: (choice: MappingChoice) => void;
  readonly onCancel: () => void;
}

const PLACES = ["lng", "lat", "wkt"] as const;
const OTHERS = ["title", "category", "date", "endDate"] as const;
const DATE_PARTS = ["month", "day"] as const;
const CODES = ["wherePrecision", "whenPrecision"] as const;
type Part = (typeof PLACES | typeof OTHERS | typeof DATE_PARTS | typeof CODES)[number];

/** Which column is what, beside the first rows. */
export function MappingStep({ name, preview, proposed, onRead, onCancel }: MappingStepProps) {
  const { translate } = useVoice();
  const [mapping, setMapping] = useState<Mapping>(proposed ?? preview.suggested);
  const [title, setTitle] = useState(titleOfFile(name));
  const [isKept, setKept] = useState(false);
  const [isIncomplete, setIncomplete] = useState(false);
  const { fields, sample, needsPosition } = preview;
  const change = (part: Partial<Mapping>) => setMapping({ ...mapping, ...part });
  const dates = sample.map((row) => (mapping.date === null ? "" : (row[mapping.date] ?? "")));
  const hasPosition = mapping.wkt !== null || (mapping.lng !== null && mapping.lat !== null);
  const parts: readonly Part[] = [
    ...(needsPosition ? PLACES : []),
    ...OTHERS,
    ...(preview.suggested.month === null ? [] : DATE_PARTS),
    ...(mapping.table === null ? [] : CODES),
  ];
  const submit = (event: Event) => {
    event.preventDefault();
    if (needsPosition && !hasPosition) {
      setIncomplete(true);
      return;
    }
    onRead({ mapping, title: title.trim() || titleOfFile(name), isKept });
  };
  return (
    <form class="own-data__form" onSubmit={submit}>
      <h3 tabIndex={-1} data-begin>
        {translate("mine.mapping")}
      </h3>
      <p>
        <bdi>{name}</bdi> · {translate(`mine.format-${preview.format}`)}
      </p>
      {preview.above !== undefined && preview.above > 0 && (
        <p class="note">{translate("mine.above", { count: preview.above })}</p>
      )}
      {mapping.table !== null && <p class="note">{translate(`mine.known-${mapping.table}`)}</p>}
      {proposed && <p class="note">{translate("mine.remembered")}</p>}
      <label class="field">
        <span>{translate("mine.title")}</span>
        <input type="text" dir="auto" value={title} onInput={(event) => setTitle(event.currentTarget.value)} />
      </label>
      {fields.length > 0 && (
        <div class="own-data__parts">
          {parts.map((part) => (
            <label class="field" key={part}>
              <span>{translate(`mine.part-${part.toLowerCase()}`)}</span>
              <select
                value={mapping[part] === null ? "" : String(mapping[part])}
                onChange={(event) => {
                  const chosen = event.currentTarget.value;
                  // The other two columns belong to the one with the year.
                  const others = part === "date" ? { month: null, day: null } : {};
                  change({ ...others, [part]: chosen === "" ? null : Number(chosen) });
                  setIncomplete(false);
                }}
              >
                <option value="">{translate("mine.none")}</option>
                {fields.map((field, at) => (
                  <option key={field} value={String(at)}>
                    {field}
                  </option>
                ))}
              </select>
            </label>
          ))}
          {dates.some(isNumberedDate) && (
            <label class="field">
              <span>{translate("mine.day-order")}</span>
              <select
                value={mapping.dayOrder ?? ""}
                onChange={(event) => {
                  const chosen = event.currentTarget.value;
                  change({ dayOrder: chosen === "dmy" || chosen === "mdy" ? chosen : null });
                }}
              >
                <option value="">{translate("mine.day-order-unknown")}</option>
                <option value="dmy">{translate("mine.day-order-dmy")}</option>
                <option value="mdy">{translate("mine.day-order-mdy")}</option>
              </select>
            </label>
          )}
          {dates.some(isOfOpenCalendar) && (
            <label class="field">
              <span>{translate("mine.calendar")}</span>
              <select
                value={mapping.calendar ?? ""}
                onChange={(event) => {
                  const chosen = event.currentTarget.value;
                  change({ calendar: chosen === "solar-hijri" || chosen === "gregorian" ? chosen : null });
                }}
              >
                <option value="">{translate("mine.calendar-unknown")}</option>
                <option value="solar-hijri">{translate("mine.calendar-solar-hijri")}</option>
                <option value="gregorian">{translate("mine.calendar-gregorian")}</option>
              </select>
            </label>
          )}
        </div>
      )}
      {isIncomplete && (
        <p class="failure" role="alert">
          {translate("mine.position-needed")}
        </p>
      )}
      {fields.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
        <section class="own-data__sample" tabIndex={0} aria-label={translate("mine.sample")}>
          <table>
            <caption>{translate("mine.sample")}</caption>
            <thead>
              <tr>
                {fields.map((field) => (
                  <th key={field} scope="col" dir="auto">
                    {field}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sample.map((row, number) => (
                <tr key={number}>
                  {fields.map((field, at) => (
                    <td key={field} dir="auto">
                      {(row[at] ?? "").slice(0, 80)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Switch isOn={isKept} onSwitch={setKept}>
        {translate("mine.keep-here")}
      </Switch>
      <p class="own-data__buttons">
        <button type="submit" class="button button--main">
          {translate("mine.read")}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {translate("mine.cancel")}
        </button>
      </p>
    </form>
  );
}
