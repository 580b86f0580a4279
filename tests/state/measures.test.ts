import { afterEach, describe, expect, it, vi } from "vitest";
import type { Manifest } from "../../src/data/manifest";
import { packPolygons } from "../../src/geo/packed";
import type { Answer, Question, TaskName } from "../../src/geo/tasks";
import type { Ask } from "../../src/state/ask";
import { createMeasures } from "../../src/state/measures";
import { createModel } from "../../src/state/model";
import { START_VIEW } from "../../src/state/view";

const square = (size: number) =>
  packPolygons([
    [
      [
        [0, 0],
        [size, 0],
        [size, size],
        [0, size],
        [0, 0],
      ],
    ],
  ]);

/** An engine whose answers come when the test says so; squares as wide as the half-width tell them apart. */
function scriptedAsk() {
  const asked: { name: TaskName; halfWidths: number[]; answer: () => void; fail: (error: Error) => void }[] = [];
  const ask = ((name: TaskName, question: Question<TaskName>) =>
    new Promise((resolve, reject) => {
      const widths =
        "corridors" in question
          ? question.corridors.map(({ halfWidthMeters }) => halfWidthMeters)
          : [(question as Question<"corridor">).halfWidthMeters];
      const sizes = name === "sketch" ? widths.map((width) => width / 10_000 + 0.5) : widths.map((w) => w / 10_000);
      const answer =
        name === "sketch"
          ? sizes.map(square)
          : ({ polygons: square(sizes[0] as number), inside: [] } as unknown as Answer<TaskName>);
      asked.push({ name, halfWidths: widths, answer: () => resolve(answer), fail: reject });
    })) as unknown as Ask;
  return { ask, asked };
}

function desk() {
  const { ask, asked } = scriptedAsk();
  const model = createModel({
    manifest: { layers: [{ id: "towns" }] } as unknown as Manifest,
    view: START_VIEW,
    chrome: "full",
    browserLanguages: ["en"],
    load: () => Promise.resolve([]),
  });
  const measures = createMeasures(model, ask);
  const widen = (...meters: number[]) =>
    measures.setCorridors(meters.map((halfWidthMeters) => ({ along: "border", halfWidthMeters })));
  const drawn = () =>
    measures.overlays.value
      .filter(({ properties: { role } }) => role === "corridor-area" || role === "combined-area")
      .map(({ geometry }) => (geometry as GeoJSON.MultiPolygon).coordinates[0]?.[0]?.[1]?.[0]);
  const answerAll = async () => {
    for (const { answer } of asked.splice(0)) answer();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { asked, model, measures, widen, drawn, answerAll };
}

describe("a corridor while its slider moves", () => {
  afterEach(() => vi.useRealTimers());

  it("is sketched at once and exact when the slider rests", async () => {
    vi.useFakeTimers();
    const { asked, widen, drawn, answerAll } = desk();
    widen(10_000);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.map(({ name }) => name)).toEqual(["sketch", "corridor"]);
    await answerAll();
    expect(drawn()).toEqual([1]);

    for (const width of [20_000, 30_000, 40_000]) {
      widen(width);
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(asked.map(({ name, halfWidths }) => [name, ...halfWidths])).toEqual([
      ["sketch", 20_000],
      ["sketch", 30_000],
      ["sketch", 40_000],
    ]);
    await answerAll();
    expect(drawn()).toEqual([4.5]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map(({ name, halfWidths }) => [name, ...halfWidths])).toEqual([["corridor", 40_000]]);
    await answerAll();
    expect(drawn()).toEqual([4]);
  });

  it("is asked for again when more places have arrived, which may lie inside", async () => {
    vi.useFakeTimers();
    const { asked, model, widen, answerAll } = desk();
    widen(10_000);
    await vi.advanceTimersByTimeAsync(0);
    await answerAll();
    await model.fetchLayer("towns");
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map(({ name }) => name)).toEqual(["corridor"]);
  });

  it("is not drawn by a sketch when the exact answer was refused", async () => {
    vi.useFakeTimers();
    const { asked, measures, widen, drawn } = desk();
    widen(10_000);
    await vi.advanceTimersByTimeAsync(0);
    asked[0]?.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(drawn()).toEqual([1.5]);
    asked[1]?.fail(new Error("refused"));
    await vi.advanceTimersByTimeAsync(0);
    expect(measures.corridors.value.state).toBe("failed");
    expect(drawn()).toEqual([]);
  });

  it("is sketched together with others where they are combined", async () => {
    vi.useFakeTimers();
    const { asked, measures, widen } = desk();
    widen(10_000, 20_000);
    measures.setCombination("union");
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.filter(({ name }) => name !== "corridor").map(({ name }) => name)).toEqual([
      "sketch",
      "sketch",
      "combine",
    ]);
    for (const { name, answer } of asked.splice(0)) if (name === "combine") answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(measures.overlays.value.map(({ properties: { role } }) => role)).toEqual(["combined-area"]);
  });
});
