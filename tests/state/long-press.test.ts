import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createLongPress } from "../../src/state/long-press";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const at = { x: 10, y: 20 };

it("takes a finger that rests, once, and says that it was no click", () => {
  const take = vi.fn(() => true);
  const press = createLongPress(take);
  press.begin(at);
  press.move({ x: 14, y: 20 });
  vi.advanceTimersByTime(599);
  expect(take).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  // Some browsers make a context menu of the same press.
  expect(press.menu(at)).toBe(true);
  expect(take.mock.calls).toEqual([[at]]);
  expect([press.end(), press.end()]).toEqual([true, false]);
});

it("takes the browser's sign of a long press when that comes first", () => {
  const take = vi.fn(() => true);
  const press = createLongPress(take);
  press.begin(at);
  vi.advanceTimersByTime(500);
  expect(press.menu(at)).toBe(true);
  vi.advanceTimersByTime(5000);
  expect(take).toHaveBeenCalledOnce();
  expect(press.end()).toBe(true);
});

it("lets drags and clicks be, and takes every right click", () => {
  const take = vi.fn(() => false);
  const press = createLongPress(take);
  press.begin(at);
  press.move({ x: 30, y: 20 });
  vi.advanceTimersByTime(5000);
  expect(press.end()).toBe(false);
  press.begin(at);
  vi.advanceTimersByTime(300);
  expect(press.end()).toBe(false);
  vi.advanceTimersByTime(5000);
  expect(take).not.toHaveBeenCalled();
  expect([press.menu(at), press.menu(at)]).toEqual([false, false]);
  expect(take).toHaveBeenCalledTimes(2);
});
