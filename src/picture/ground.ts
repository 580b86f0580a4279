import { unpack } from "./base";
import { areaPath, linePath } from "./path";
import type { Scene } from "./scene";
import { element } from "./xml";

/** Sea, land, and the boundaries of countries; disputed ones in short dashes. The border itself is drawn later. */
export function drawGround({ picture, frame, palette, detail, prefix }: Scene): string {
  const { base } = picture;
  const { stepsPerDegree } = base;
  const land = areaPath(unpack(base.land, stepsPerDegree), frame, detail);
  const agreed = linePath(unpack(base.boundaries, stepsPerDegree), frame, detail);
  const disputed = linePath(unpack(base.disputed, stepsPerDegree), frame, detail);
  const line = (d: string, dash?: string) => (d === "" ? "" : element("path", { d, "stroke-dasharray": dash }));
  return (
    element("rect", { id: `${prefix}sea`, width: frame.width, height: frame.height, fill: palette.sea }) +
    element(
      "g",
      { id: `${prefix}land` },
      element("path", {
        d: land,
        fill: palette.land,
        stroke: palette.water,
        "stroke-width": 0.6,
        "stroke-opacity": 0.7,
      }),
    ) +
    element(
      "g",
      { id: `${prefix}boundaries`, fill: "none", stroke: palette.admin, "stroke-width": 1, "stroke-opacity": 0.75 },
      line(agreed, "7 2.5 1.5 2.5"),
      line(disputed, "2 3"),
    )
  );
}
