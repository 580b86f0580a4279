import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import type {
  CombinedAnswer,
  CorridorAnswer,
  CorridorAxis,
  CorridorRequest as CorridorQuestion,
  Answer as EngineAnswer,
  GeneralisedLine,
  LineDistanceAnswer,
  MeasureAnswer,
  RankedPlace,
} from "../geo/tasks";
import type { Ask } from "./ask";
import { corridorAxis } from "./corridor-axis";
import { featureKey } from "./feature-key";
import { type KnownEnd, knownPoint } from "./known-point";
import { type Answer, lastValue, latest } from "./latest";
import { isClosed, type MeasuredDistance, measureOverlays } from "./measure-overlays";
import type { Model } from "./model";
import type { OverlayFeature } from "./overlay";
import { createRest } from "./rest";
import { everyRowInside, placesNearby, type RowsInside, rowsInside } from "./rows/rank";
import { createVertexHistory, type Vertex, type VertexHistory } from "./vertex-history";
import type { CorridorRequest, MeasureEnd } from "./view";

/** A geodesic beside the line a flat map draws. */
export type FlatAnswer = EngineAnswer<"flat">;

/** How two or more corridors are taken together. */
export type Combination = "apart" | "union" | "intersection";

/** A place in a ranked table: how far it is, how sure that is, on which side and at which kilometre of the border. */
export interface PlaceRow extends OutsidePlace {
  readonly errorMeters: number;
}
type OutsidePlace = Pick<RankedPlace, "key" | "group" | "meters" | "side" | "ambiguous" | "chainageMeters">;

/** The greatest half-width that the engine takes: everything the atlas holds near the border lies within it. */
const WIDEST_METERS = 1_000_000;

/** So long a corridor must stay the same before its exact outline is asked for. */
const REST_MILLISECONDS = 200;

/** The measuring desk: what the view asks to be measured, and the answers as they arrive. */
export interface Measures {
  /** From the selected feature to the border. */
  readonly toBorder: ReadonlySignal<Answer<LineDistanceAnswer>>;
  /** Everything by distance from the selected feature; asked only while `nearWanted`. */
  readonly near: ReadonlySignal<Answer<readonly RankedPlace[]>>;
  readonly nearWanted: Signal<boolean>;
  readonly distance: ReadonlySignal<Answer<MeasuredDistance>>;
  readonly line: ReadonlySignal<Answer<MeasureAnswer>>;
  readonly vertices: VertexHistory;
  readonly corridors: ReadonlySignal<Answer<readonly CorridorAnswer[]>>;
  /** What lies inside each corridor of the rows of large imports; it takes longer than the rest. */
  readonly rowsInCorridors: ReadonlySignal<Answer<readonly RowsInside[]>>;
  /** Every row of large imports that lies inside each corridor, however many. */
  everyRowInCorridors(abort: AbortSignal): Promise<readonly (readonly RankedPlace[])[]>;
  readonly combination: ReadonlySignal<Combination>;
  readonly combined: ReadonlySignal<Answer<CombinedAnswer>>;
  readonly profile: ReadonlySignal<Answer<EngineAnswer<"profile">>>;
  /** Half-width in metres of the profile, or null while it is not wanted. */
  readonly profileWithin: Signal<number | null>;
  readonly generalised: ReadonlySignal<Answer<GeneralisedLine>>;
  /** Tolerance in metres, or null while the comparison is not wanted. */
  readonly tolerance: ReadonlySignal<number | null>;
  /** Chainage in metres the reader went to, or null. */
  readonly chainage: ReadonlySignal<number | null>;
  readonly atChainage: ReadonlySignal<Answer<Vertex>>;
  /** The measured distance as the shortest way and as a flat map draws it; asked only while `flatWanted`. */
  readonly flat: ReadonlySignal<Answer<FlatAnswer>>;
  readonly flatWanted: Signal<boolean>;
  readonly overlays: ReadonlySignal<readonly OverlayFeature[]>;
  /** Puts any other question to the engine. */
  readonly ask: Ask;
  /** The places of one layer, nearest to a position first. */
  nearestOf(position: Vertex, layer: string): Promise<readonly RankedPlace[]>;
  /** What a corridor leaves outside, nearest to its axis first. */
  outsideOf(request: CorridorRequest, answer: CorridorAnswer): ReadonlySignal<Answer<readonly PlaceRow[]>>;
  setEnd(which: "from" | "to", end: MeasureEnd | null): void;
  setCorridors(corridors: readonly CorridorRequest[]): void;
  setCombination(combination: Combination): void;
  setTolerance(meters: number | null): void;
  setChainage(meters: number | null): void;
}

/** The measuring desk of `model`, putting its questions through `ask`. */
export function createMeasures(model: Model, ask: Ask): Measures {
  const nearWanted = signal(false);
  const profileWithin = signal<number | null>(null);
  const figureOf = (name: string) =>
    computed(() => {
      const value = Number(model.view.value.filters[name]?.[0] ?? Number.NaN);
      return Number.isFinite(value) ? value : null;
    });
  const tolerance = figureOf("tolerance");
  const kilometer = figureOf("km");
  const chainage = computed(() => kilometer.value && kilometer.value * 1000);

  // Each follows one part of the view, so that moving the map asks nothing again.
  const measured = computed(() => model.view.value.measure);
  const requests = computed(() => model.view.value.corridors);
  const from = computed(() => model.view.value.from);
  const to = computed(() => model.view.value.to);
  const combination = computed<Combination>(() => {
    const asked = model.view.value.filters.combine?.[0];
    return asked === "union" || asked === "intersection" ? asked : "apart";
  });
  // By way of the feature, which stays the same while further layers arrive.
  const selectedFeature = computed(() => model.selected.value?.feature);
  const selectedPoint = computed(() => knownPoint(selectedFeature.value));

  const pointOf = (end: MeasureEnd | null): KnownEnd | null => {
    if (end?.kind === "position") return { position: [end.lng, end.lat], radiusMeters: 0 };
    if (end?.kind === "feature") return knownPoint(model.features.value.get(featureKey(end.reference))?.feature);
    return null;
  };

  const axisOf = (along: string) => corridorAxis(along, measured, model.features);

  const questions = computed<readonly CorridorQuestion[]>(() =>
    requests.value.flatMap(({ along, halfWidthMeters }) => {
      const axis = axisOf(along);
      return axis ? [{ along: axis, halfWidthMeters }] : [];
    }),
  );

  const toBorder = latest((abort) => {
    const point = selectedPoint.value;
    return point && ask("toLine", { from: point.position, radiusMeters: point.radiusMeters }, abort);
  }).answer;

  const near = latest((abort) => {
    const point = selectedPoint.value;
    const selected = model.selected.value;
    if (!nearWanted.value || !point || !selected) return null;
    const reference = { layer: selected.layer.id, id: selected.feature.id };
    const question = { from: point.position, radiusMeters: point.radiusMeters, except: featureKey(reference) };
    void model.own.rowsVersion.value;
    return placesNearby(model, point.position, reference, abort).then((also) =>
      ask("near", { ...question, also }, abort),
    );
  }).answer;

  const distance = latest<MeasuredDistance>((abort) => {
    const start = pointOf(from.value);
    if (!start) return null;
    if (to.value?.kind === "border") {
      const question = { from: start.position, radiusMeters: start.radiusMeters };
      return ask("toLine", question, abort).then((answer) => ({ to: "border", answer }));
    }
    const end = pointOf(to.value);
    if (!end) return null;
    const question = {
      from: start.position,
      to: end.position,
      fromRadiusMeters: start.radiusMeters,
      toRadiusMeters: end.radiusMeters,
    };
    return ask("distance", question, abort).then((answer) => ({ to: "position", answer }));
  }).answer;

  const line = latest((abort) => {
    const vertices = measured.value;
    if (vertices.length < 2) return null;
    const closed = isClosed(vertices);
    return ask("measure", { positions: closed ? vertices.slice(0, -1) : vertices, closed }, abort);
  }).answer;

  const sketches = latest((abort) => {
    const asked = questions.value;
    const operation = asked.length < 2 ? "apart" : combination.value;
    return asked.length === 0 ? null : ask("sketch", { operation, corridors: asked }, abort);
  }).answer;

  // While the reader moves a slider only sketches are asked for: the engine answers one question at a time.
  const corridorsRest = createRest(REST_MILLISECONDS);
  const corridors = latest((abort) => {
    const asked = questions.value;
    // What lies inside changes with the records that the page holds.
    void model.features.value;
    if (asked.length === 0) return null;
    return corridorsRest(abort).then(() => Promise.all(asked.map((question) => ask("corridor", question, abort))));
  }).answer;

  const rowsRest = createRest(REST_MILLISECONDS);
  const rowsInCorridors = latest((abort) => {
    const asked = questions.value;
    const hasTables = model.own.list.value.some(({ table }) => table);
    if (asked.length === 0 || !hasTables || !model.own.rows.value) return null;
    const all = async () => {
      const found: RowsInside[] = [];
      for (const question of asked) found.push(await rowsInside(model, question, ask, abort));
      return found;
    };
    return rowsRest(abort).then(all);
  }).answer;

  const everyRowInCorridors = async (abort: AbortSignal) => {
    const found: (readonly RankedPlace[])[] = [];
    for (const question of questions.peek()) found.push(await everyRowInside(model, question, ask, abort));
    return found;
  };

  const combinedRest = createRest(REST_MILLISECONDS);
  const combined = latest((abort) => {
    const operation = combination.value;
    const asked = questions.value;
    void model.features.value;
    if (operation === "apart" || asked.length < 2) return null;
    return combinedRest(abort).then(() => ask("combine", { operation, corridors: asked }, abort));
  }).answer;

  // What is seen follows a moving slider; the exact outline takes its place when it comes.
  const shownCorridors = computed(() => {
    const isCombined = combination.value !== "apart" && questions.value.length > 1;
    const exact = isCombined ? combined.value : corridors.value;
    const sketched = exact.state === "waiting" ? lastValue(sketches.value) : null;
    if (sketched) return { isCombined, outlines: sketched };
    const answers = isCombined ? [lastValue(combined.value)] : (lastValue(corridors.value) ?? []);
    return { isCombined, outlines: answers.flatMap((answer) => answer?.polygons ?? []) };
  });

  const profile = latest((abort) => {
    const withinMeters = profileWithin.value;
    void model.features.value;
    return withinMeters === null ? null : ask("profile", { withinMeters }, abort);
  }).answer;

  const generalised = latest((abort) =>
    tolerance.value === null ? null : ask("generalise", { toleranceMeters: tolerance.value }, abort),
  ).answer;

  const flatWanted = signal(false);
  const flat = latest((abort) => {
    const start = pointOf(from.value);
    const end = pointOf(to.value);
    return flatWanted.value && start && end ? ask("flat", { from: start.position, to: end.position }, abort) : null;
  }).answer;

  const outside = new WeakMap<CorridorAnswer, ReadonlySignal<Answer<readonly PlaceRow[]>>>();
  const radiusOf = (key: string) => knownPoint(model.features.peek().get(key)?.feature)?.radiusMeters ?? 0;
  const rankAll = async (axis: CorridorAxis, abort: AbortSignal): Promise<readonly OutsidePlace[]> => {
    if (typeof axis === "object" && "point" in axis) return ask("near", { from: axis.point }, abort);
    const { entries } = await ask("profile", { line: axis, withinMeters: WIDEST_METERS }, abort);
    return entries.toSorted((a, b) => a.meters - b.meters);
  };
  const outsideOf = ({ along }: CorridorRequest, answer: CorridorAnswer) => {
    const known = outside.get(answer);
    if (known) return known;
    const axis = axisOf(along);
    const inside = new Set(answer.inside.map(({ key }) => key));
    const asked = latest((abort) =>
      axis
        ? rankAll(axis, abort).then((places) =>
            places
              .filter(({ key }) => !inside.has(key))
              .map((place) => ({ ...place, errorMeters: radiusOf(place.key) })),
          )
        : null,
    ).answer;
    outside.set(answer, asked);
    return asked;
  };

  const atChainage = latest<Vertex>((abort) =>
    chainage.value === null
      ? null
      : ask("positionAt", { chainageMeters: chainage.value }, abort).then(({ position }) => position),
  ).answer;

  const overlays = computed(() =>
    measureOverlays({
      corridors: shownCorridors.value,
      generalised: lastValue(generalised.value),
      vertices: measured.value,
      line: lastValue(line.value),
      distance: lastValue(distance.value),
      flat: lastValue(flat.value),
      borderPosition: chainage.value === null ? null : lastValue(atChainage.value),
    }),
  );

  const change = (part: Partial<typeof model.view.value>) => {
    model.view.value = { ...model.view.peek(), ...part };
  };
  const setFilter = (name: string, value: string | null) => {
    const { [name]: _, ...others } = model.view.peek().filters;
    change({ filters: value === null ? others : { ...others, [name]: [value] } });
  };

  return {
    toBorder,
    near,
    nearWanted,
    distance,
    line,
    vertices: createVertexHistory(
      () => model.view.peek().measure,
      (vertices) => change({ measure: vertices }),
    ),
    corridors,
    rowsInCorridors,
    everyRowInCorridors,
    combination,
    combined,
    profile,
    profileWithin,
    generalised,
    tolerance,
    chainage,
    atChainage,
    flat,
    flatWanted,
    overlays,
    ask,
    nearestOf: (position, layer) =>
      ask("near", { from: position, groups: [layer], limit: 1 }, new AbortController().signal),
    outsideOf,
    setEnd: (which, end) => change(which === "from" ? { from: end } : { to: end }),
    setCorridors: (asked) => change({ corridors: asked }),
    setCombination: (asked) => setFilter("combine", asked === "apart" ? null : asked),
    setTolerance: (meters) => setFilter("tolerance", meters === null ? null : String(meters)),
    setChainage: (meters) => setFilter("km", meters === null ? null : String(meters / 1000)),
  };
}
