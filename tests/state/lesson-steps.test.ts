import { describe, expect, it } from "vitest";
import type { Lesson, LessonStep } from "../../src/data/lesson";
import { cameraOn, namesOnlyStep, stepView, visibleLessons, visibleSteps } from "../../src/state/lesson-steps";
import { decode } from "../../src/state/permalink";
import { HOME_CAMERA, START_VIEW } from "../../src/state/view";

const text = { en: "x", ur: "x", fa: "x" };
const step = (conflict: boolean): LessonStep => ({
  title: text,
  text,
  notes: text,
  view: "#v=1&map=8/27/62&layers=border,towns",
  conflict,
  terms: [],
  question: null,
  sources: ["a"],
});
const lesson: Lesson = {
  schemaVersion: "1.0.0",
  id: "a-lesson",
  title: text,
  goal: text,
  ageFrom: 10,
  minutes: 15,
  curriculum: ["map-skills"],
  conflict: false,
  advisory: null,
  steps: [step(false), step(true), step(false)],
};
const wide = { width: 1000, height: 700, padding: { top: 0, right: 0, bottom: 0, left: 0 } };
const phone = { width: 350, height: 800, padding: { top: 0, right: 0, bottom: 400, left: 0 } };

describe("geography only", () => {
  it("leaves out lessons and steps of conflict and keeps the numbers of the others", () => {
    expect(visibleLessons([lesson, { ...lesson, conflict: true }], true)).toEqual([lesson]);
    expect(visibleSteps(lesson, true).map(({ number }) => number)).toEqual([1, 3]);
    expect(visibleSteps({ ...lesson, conflict: true }, true)).toEqual([]);
    expect(visibleSteps(lesson, false).map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});

describe("the view of a step", () => {
  const reader = decode("#v=1&map=5/10/20&layers=strikes&sel=towns/taftan&lang=ur&theme=dark&pin=1.0.0");
  const view = stepView(lesson.steps[0]?.view ?? "", { id: "a-lesson", step: 1 }, reader, wide);

  it("is the step’s map in the reader’s language and looks", () => {
    expect(view.layers).toEqual(["border", "towns"]);
    expect(view.camera.zoom).toBe(8);
    expect(view.camera.lat).toBeCloseTo(27, 9);
    expect(view.camera.lng).toBeCloseTo(62, 9);
    expect(view.selected).toBeNull();
    expect([view.language, view.theme, view.pin]).toEqual(["ur", "dark", "1.0.0"]);
    expect(view.lesson).toEqual({ id: "a-lesson", step: 1 });
  });

  it("is seen from one zoom level further out where the free part of the map is half as wide", () => {
    const camera = cameraOn(phone, view.camera);
    expect(camera.zoom).toBe(7);
    expect(camera.lng).toBeCloseTo(62, 9);
    // 200 px of 65,536 px around the equator, up the screen and so to the south of what is to be seen.
    expect(camera.lat).toBeCloseTo(27 - (200 / 65_536) * 360 * Math.cos((27 * Math.PI) / 180), 1);
  });
});

describe("a link to a step", () => {
  it("lets the step decide when it says nothing of the map", () => {
    expect(namesOnlyStep(decode("#v=1&lang=fa&lesson=a-lesson/3"))).toBe(true);
    expect(namesOnlyStep({ ...decode("#v=1&lesson=a-lesson/3"), camera: { ...HOME_CAMERA, zoom: 5.1 } })).toBe(true);
  });

  it("is followed to the letter when it does", () => {
    expect(namesOnlyStep(decode("#v=1&layers=border&lesson=a-lesson/3"))).toBe(false);
    expect(namesOnlyStep(decode("#v=1&sel=towns/taftan&lesson=a-lesson/3"))).toBe(false);
    expect(namesOnlyStep(START_VIEW)).toBe(true);
  });
});
