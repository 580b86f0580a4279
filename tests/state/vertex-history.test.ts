import fc from "fast-check";
import { expect, it } from "vitest";
import { createVertexHistory, type Vertex } from "../../src/state/vertex-history";

const vertex: fc.Arbitrary<Vertex> = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }));

/** What a person may do to a line, with places counted round its length. */
const action = fc.oneof(
  fc.record({ what: fc.constant("add" as const), vertex, place: fc.nat(20) }),
  fc.record({ what: fc.constant("move" as const), vertex, place: fc.nat(20) }),
  fc.record({ what: fc.constant("remove" as const), place: fc.nat(20) }),
  fc.record({ what: fc.constant("replace" as const), vertices: fc.array(vertex, { maxLength: 5 }) }),
  fc.record({ what: fc.constant("undo" as const) }),
  fc.record({ what: fc.constant("redo" as const) }),
);

it("undo and redo lead back and forth through every state, whatever was done in between", () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      let line: readonly Vertex[] = [];
      const history = createVertexHistory(
        () => line,
        (next) => {
          line = next;
        },
      );
      // The model: all states in a row, and where in it we are.
      let states: (readonly Vertex[])[] = [[]];
      let at = 0;
      const changed = (next: readonly Vertex[]) => {
        states = [...states.slice(0, at + 1), next];
        at++;
      };
      for (const done of actions) {
        const known = states[at] ?? [];
        if (done.what === "undo") {
          history.undo();
          at = Math.max(0, at - 1);
        } else if (done.what === "redo") {
          history.redo();
          at = Math.min(states.length - 1, at + 1);
        } else if (done.what === "replace") {
          history.replace(done.vertices);
          changed(done.vertices);
        } else {
          const place = known.length === 0 ? 0 : done.place % known.length;
          if (done.what === "add") {
            history.add(done.vertex, place);
            changed([...known.slice(0, place), done.vertex, ...known.slice(place)]);
          } else if (done.what === "move") {
            history.move(place, done.vertex);
            changed(known.map((old, index) => (index === place ? done.vertex : old)));
          } else {
            history.remove(place);
            changed(known.filter((_, index) => index !== place));
          }
        }
        expect(line).toEqual(states[at]);
        expect(history.canUndo.value).toBe(at > 0);
        expect(history.canRedo.value).toBe(at < states.length - 1);
      }
    }),
  );
});
