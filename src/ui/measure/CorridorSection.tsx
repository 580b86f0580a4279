import { useId, useState } from "preact/hooks";
import type { CorridorAnswer, Side } from "../../geo/tasks";
import { formatArea } from "../../state/language/format";
import { lastValue } from "../../state/latest";
import type { Combination, PlaceRow } from "../../state/measures";
import type { CorridorRequest } from "../../state/view";
import { useAtlas, useVoice } from "../context";
import { useDesk } from "./desk";
import { asRow, lineText } from "./figures";
import { Outcome } from "./Outcome";
import { PlaceTable } from "./PlaceTable";

const NARROWEST_KM = 0.5;
const WIDEST_KM = 250;
const MAXIMUM_CORRIDORS = 6;
const SLIDER_STEPS = 400;

/** The slider is logarithmic: half a kilometre and a hundred are both within reach. */
const toKm = (step: number) => {
  const km = NARROWEST_KM * (WIDEST_KM / NARROWEST_KM) ** (step / SLIDER_STEPS);
  return km < 10 ? Math.round(km * 10) / 10 : Math.round(km);
};
const toStep = (km: number) =>
  Math.round((SLIDER_STEPS * Math.log(km / NARROWEST_KM)) / Math.log(WIDEST_KM / NARROWEST_KM));

/** Everything within a half-width of the border, a corridor, a drawn line or a point: its area and what lies in it. */
export function CorridorSection() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const desk = useDesk();
  const { corridors: requests } = page.model.view.value;
  const answers = lastValue(desk.corridors.value);
  const change = (index: number, part: Partial<CorridorRequest>) =>
    desk.setCorridors(requests.map((request, at) => (at === index ? { ...request, ...part } : request)));

  return (
    <section aria-label={translate("measure.section.corridor")}>
      {requests.length === 0 && <p class="empty">{translate("measure.corridor-none")}</p>}
      {requests.map((request, index) => (
        <fieldset key={`${index}`} class="corridor-request">
          <legend>{translate("measure.corridor-number", { number: index + 1 })}</legend>
          <AlongPicker request={request} onChange={(along) => change(index, { along })} />
          <WidthPicker request={request} onChange={(halfWidthMeters) => change(index, { halfWidthMeters })} />
          <button
            type="button"
            class="button button--small"
            onClick={() => desk.setCorridors(requests.filter((_, at) => at !== index))}
          >
            {translate("measure.remove")}
          </button>
        </fieldset>
      ))}
      <div class="button-row">
        <button
          type="button"
          class="button"
          disabled={requests.length >= MAXIMUM_CORRIDORS}
          onClick={() => desk.setCorridors([...requests, { along: "border", halfWidthMeters: 25_000 }])}
        >
          {translate("measure.add-corridor")}
        </button>
      </div>
      {requests.length > 1 && <CombinationPicker />}
      <div role="status">
        <Outcome answer={desk.corridors.value}>
          {(all) => (
            <>
              {desk.combination.value !== "apart" && <Combined />}
              {all.map((answer, index) => (
                <Corridor key={`${index}`} answer={answer} request={requests[index]} number={index + 1} />
              ))}
            </>
          )}
        </Outcome>
      </div>
      {answers && <p class="quiet">{translate("measure.membership-note")}</p>}
    </section>
  );
}

function AlongPicker({
  request,
  onChange,
}: {
  readonly request: CorridorRequest;
  readonly onChange: (along: string) => void;
}) {
  const { page } = useAtlas();
  const { translate, text } = useVoice();
  const { model } = page;
  const selected = model.selected.value;
  const lines = [...model.features.value.values()].filter(({ layer }) => layer.id === "corridors");
  const { along } = request;
  const isPoint = along.includes(",") || along.includes("/");
  const isInHand = page.tool.value?.id === "corridor";
  return (
    <>
      <label class="field">
        <span>{translate("measure.along")}</span>
        <select value={along} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="border">{translate("measure.the-border")}</option>
          {model.view.value.measure.length > 1 && <option value="measure">{translate("measure.drawn-line")}</option>}
          {isPoint && (
            <option value={along}>{translate("measure.around", { name: nameOf(along, model, text) })}</option>
          )}
          {lines.map(({ feature }) => (
            <option key={feature.id} value={feature.id}>
              {text(feature.properties.title)}
            </option>
          ))}
        </select>
      </label>
      <div class="button-row">
        {selected?.feature.geometry?.type === "Point" && (
          <button
            type="button"
            class="button button--small"
            onClick={() => onChange(`${selected.layer.id}/${selected.feature.id}`)}
          >
            {translate("measure.around", { name: text(selected.feature.properties.title) })}
          </button>
        )}
        <button
          type="button"
          class="button button--small"
          aria-pressed={isInHand}
          onClick={() => {
            page.tool.value = isInHand
              ? null
              : {
                  id: "corridor",
                  click: (lng, lat) => {
                    onChange(`${lng.toFixed(5)},${lat.toFixed(5)}`);
                    page.tool.value = null;
                  },
                };
          }}
        >
          {translate("measure.around-clicked")}
        </button>
      </div>
    </>
  );
}

function nameOf(
  along: string,
  model: ReturnType<typeof useAtlas>["page"]["model"],
  text: ReturnType<typeof useVoice>["text"],
): string {
  const entry = model.features.value.get(along);
  return entry ? text(entry.feature.properties.title) : along;
}

function WidthPicker({
  request,
  onChange,
}: {
  readonly request: CorridorRequest;
  readonly onChange: (halfWidthMeters: number) => void;
}) {
  const { translate, number } = useVoice();
  const id = useId();
  const km = request.halfWidthMeters / 1000;
  const [fault, setFault] = useState(false);
  return (
    <div class="width-picker">
      <label for={id}>{translate("measure.half-width")}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={SLIDER_STEPS}
        value={toStep(km)}
        aria-valuetext={translate("unit.km", { value: number(km, km < 10 ? 1 : 0) })}
        onInput={(event) => onChange(Math.round(toKm(event.currentTarget.valueAsNumber) * 1000))}
      />
      <input
        type="number"
        dir="ltr"
        min={NARROWEST_KM}
        max={WIDEST_KM}
        step="any"
        aria-label={translate("measure.half-width-km")}
        aria-invalid={fault}
        value={km}
        onChange={(event) => {
          const typed = event.currentTarget.valueAsNumber;
          const isFit = typed >= NARROWEST_KM && typed <= WIDEST_KM;
          setFault(!isFit);
          if (isFit) onChange(Math.round(typed * 1000));
        }}
      />
      {fault && (
        <p class="error" role="alert">
          {translate("measure.half-width-range", { low: number(NARROWEST_KM, 1), high: number(WIDEST_KM) })}
        </p>
      )}
    </div>
  );
}

const COMBINATIONS: readonly Combination[] = ["apart", "union", "intersection"];

function CombinationPicker() {
  const { translate } = useVoice();
  const desk = useDesk();
  return (
    <fieldset class="choice-row">
      <legend>{translate("measure.combination")}</legend>
      {COMBINATIONS.map((combination) => (
        <label key={combination} class="radio">
          <input
            type="radio"
            name="combination"
            checked={desk.combination.value === combination}
            onChange={() => desk.setCombination(combination)}
          />
          <span>{translate(`measure.combination.${combination}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

const SIDES_IN_ORDER: readonly Side[] = ["IR", "PK", "AF", "sea", "other"];

function Areas({
  squareMeters,
  byCountry,
}: {
  readonly squareMeters: number;
  readonly byCountry: Readonly<Record<Side, number>>;
}) {
  const { page } = useAtlas();
  const { translate, language, number } = useVoice();
  const { digits } = page.model.settings.value;
  const area = (value: number) => formatArea(value, translate, language, digits);
  return (
    <>
      <p class="figure">
        <strong>{area(squareMeters)}</strong>
      </p>
      <dl class="facts">
        {SIDES_IN_ORDER.filter((side) => byCountry[side] > 0).map((side) => (
          <div key={side}>
            <dt>{translate(`side.${side}`)}</dt>
            <dd>
              {area(byCountry[side])} <small>({number((100 * byCountry[side]) / squareMeters, 1)} %)</small>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Combined() {
  const { translate } = useVoice();
  const desk = useDesk();
  return (
    <>
      <h3>{translate(`measure.combination.${desk.combination.value}`)}</h3>
      <Outcome answer={desk.combined.value}>
        {(answer) => (
          <>
            <Areas {...answer} />
            <p>{translate("measure.inside-count", { count: answer.inside.length })}</p>
          </>
        )}
      </Outcome>
    </>
  );
}

function Corridor({
  answer,
  request,
  number,
}: {
  readonly answer: CorridorAnswer;
  readonly request: CorridorRequest | undefined;
  readonly number: number;
}) {
  const voice = useVoice();
  const { translate } = voice;
  const [which, setWhich] = useState<"inside" | "outside">("inside");
  const [side, setSide] = useState<Side | "all">("all");
  return (
    <div class="corridor-answer">
      <h3>{translate("measure.corridor-number", { number })}</h3>
      <Areas {...answer} />
      <div class="button-row">
        <label class="field">
          <span>{translate("measure.show")}</span>
          <select
            value={which}
            onChange={(event) => setWhich(event.currentTarget.value === "outside" ? "outside" : "inside")}
          >
            <option value="inside">{translate("measure.inside")}</option>
            <option value="outside">{translate("measure.outside")}</option>
          </select>
        </label>
        <label class="field">
          <span>{translate("measure.side")}</span>
          <select
            value={side}
            onChange={(event) => setSide(SIDES_IN_ORDER.find((known) => known === event.currentTarget.value) ?? "all")}
          >
            <option value="all">{translate("measure.all-sides")}</option>
            {SIDES_IN_ORDER.map((known) => (
              <option key={known} value={known}>
                {translate(`side.${known}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {which === "inside" ? (
        <Places places={answer.inside.map(asRow)} side={side} caption={translate("measure.inside")} />
      ) : (
        request && <Outside answer={answer} request={request} side={side} />
      )}
      {answer.line && <p class="quiet">{lineText(answer.line, voice)}</p>}
    </div>
  );
}

function Places({
  places,
  side,
  caption,
}: {
  readonly places: readonly PlaceRow[];
  readonly side: Side | "all";
  readonly caption: string;
}) {
  const { translate } = useVoice();
  const shown = side === "all" ? places : places.filter((place) => place.side === side);
  return shown.length === 0 ? (
    <p class="empty">{translate("measure.nothing-here")}</p>
  ) : (
    <PlaceTable caption={`${caption} (${shown.length})`} places={shown} />
  );
}

/** What lies outside, by its distance from the border: the engine ranks everything, what is inside is left out. */
function Outside({
  answer,
  request,
  side,
}: {
  readonly answer: CorridorAnswer;
  readonly request: CorridorRequest;
  readonly side: Side | "all";
}) {
  const { translate } = useVoice();
  const desk = useDesk();
  const outside = desk.outsideOf(request, answer);
  return (
    <Outcome answer={outside.value}>
      {(places) => <Places places={places} side={side} caption={translate("measure.outside")} />}
    </Outcome>
  );
}
