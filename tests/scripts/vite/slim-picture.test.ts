import { expect, it } from "vitest";
import { slimPicture } from "../../../scripts/vite/slim-picture";

it("draws circles as circles and scales a symbol once, at the same places", () => {
  const doubt = 'fill="#1E2A30" fill-opacity="0.14" stroke-dasharray="3.5 3"';
  const slim = slimPicture(
    [
      '<svg id="unnamed"><g id="town" transform="translate(-10 -10)"><path d="M0 0h9"/></g>',
      // A square on its corner: 10 px round (100, 50).
      `<path d="M100 40l10 10-10 10-10-10z" ${doubt}/>`,
      '<g><use href="#town" transform="translate(873.8 387.5) scale(0.85)"/></g><text x="12.6" y="-3.4">Bela</text></svg>',
    ].join(""),
  );
  expect(slim).toBe(
    [
      '<svg><g id="town" transform="scale(.85)translate(-10 -10)"><path d="M0 0h9"/></g>',
      `<circle cx="100" cy="50" r="10" ${doubt}/>`,
      '<use href="#town" x="874" y="388"/><text x="13" y="-3">Bela</text></svg>',
    ].join(""),
  );
});

it("refuses symbols of more than one size, which it could not place", () => {
  const use = (scale: number) => `<use href="#a" transform="translate(1 2) scale(${scale})"/>`;
  expect(() => slimPicture(`<svg>${use(0.5)}${use(1)}</svg>`)).toThrow(/2 sizes/);
});
