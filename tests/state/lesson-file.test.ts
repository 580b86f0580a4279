import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movedStep, newLesson, newStep, readLesson, writeLesson } from "../../src/state/lesson-file";
import { packText, unpackText } from "../../src/state/lesson-link";
import { decode } from "../../src/state/permalink";

const view = decode("#v=1&map=8/27/62&layers=border,towns&lang=fa&theme=dark&lesson=crossing-it/2");
const step = (title: string) => ({ ...newStep(view), title });
const lesson = { ...newLesson("ur", "سرحد"), steps: [step("a"), step("b"), step("c")] };

describe("a lesson of one’s own", () => {
  it("keeps of a view what is on the map and nothing of the reader", () => {
    expect(newStep(view).view).toBe("#v=1&map=8/27/62&layers=border,towns");
  });

  it("comes back from its file as it was", async () => {
    expect(await readLesson(writeLesson(lesson))).toEqual({ ok: true, lesson });
  });

  it("comes back from its link as it was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 500 }), async (text) => {
        const packed = await packText(text);
        expect(packed).toMatch(/^[A-Za-z0-9_-]*$/);
        expect(await unpackText(packed)).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it("changes the order of its steps", () => {
    expect(movedStep(lesson.steps, 0, 2).map(({ title }) => title)).toEqual(["b", "c", "a"]);
    expect(movedStep(lesson.steps, 2, 1).map(({ title }) => title)).toEqual(["a", "c", "b"]);
    expect(movedStep(lesson.steps, 0, -1)).toBe(lesson.steps);
    expect(movedStep(lesson.steps, 0, 3)).toBe(lesson.steps);
  });
});

describe("a file that is no lesson", () => {
  const faultOf = async (text: string) => {
    const read = await readLesson(text);
    return read.ok ? null : read.fault;
  };

  it("is refused with what is wrong and where", async () => {
    expect(await faultOf("{")).toEqual({ key: "learn.fault-json" });
    expect(await faultOf("null")).toEqual({ key: "learn.fault-kind" });
    expect(await faultOf('{"type":"FeatureCollection","features":[]}')).toEqual({ key: "learn.fault-kind" });
    const broken = { ...lesson, steps: [lesson.steps[0], { ...lesson.steps[1], view: "https://example.org/" }] };
    expect(await faultOf(JSON.stringify(broken))).toEqual({
      key: "learn.fault-field",
      values: { field: "steps › 2 › view" },
    });
    expect(await faultOf(writeLesson({ ...lesson, steps: [] }))).toEqual({
      key: "learn.fault-field",
      values: { field: "steps" },
    });
    expect(await faultOf(" ".repeat(1_000_001))).toEqual({ key: "learn.fault-size" });
  });

  it("has its links brought to what the atlas can show", async () => {
    const odd = { ...lesson, steps: [{ ...step("a"), view: "#v=1&map=99/200/0&layers=towns,nonsense&evil=1" }] };
    const read = await readLesson(writeLesson(odd));
    expect(read.ok && read.lesson.steps[0]?.view).toBe("#v=1&map=18/85/0&layers=towns");
  });

  it("is refused when a link unpacks to more than a lesson can hold", async () => {
    await expect(unpackText(await packText("a".repeat(300_000)))).rejects.toThrow(RangeError);
    await expect(unpackText("not-deflated-at-all")).rejects.toThrow();
  });
});
