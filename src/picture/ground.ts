import { BASE_EXTENT, unpack } from "./base";
import { areaPath, linePath } from "./path";
import type { Scene } from "./scene";
import { element } from "./xml";

/** What of a scene the ground depends on. */
type GroundScene = Pick<Scene, "picture" | "frame" | "palette" | "detail" | "prefix">;

/**
 * The sea as far as the land is known. A picture that shows more shows it as a sheet with an edge, on paper, for water
 * beyond it would be made up.
 */
function drawSea({ frame, palette, detail, prefix }: GroundScene): string {
  const { width, height } = frame;
  const [west, south, east, north] = BASE_EXTENT;
  const corners = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ] as const;
  const isInside = corners.every((corner) => {
    const [lng, lat] = frame.toPosition(corner);
    return lng >= west && lng <= east && lat >= south && lat <= north;
  });
  if (isInside) return element("rect", { id: `${prefix}sea`, width, height, fill: palette.sea });
  const sheet = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return (
    element("rect", { width, height, fill: palette.paper }) +
    element("path", {
      id: `${prefix}sea`,
      d: areaPath([sheet], frame, detail),
      fill: palette.sea,
      stroke: palette.rule,
    })
  );
}

/** Sea, land, and the boundaries of countries; disputed ones in short dashes. The border itself is drawn later. */
export function drawGround(scene: GroundScene): string {
  const { picture, frame, palette, detail, prefix } = scene;
  const { base } = picture;
  const { stepsPerDegree } = base;
  const land = areaPath(unpack(base.land, stepsPerDegree), frame, detail);
  const agreed = linePath(unpack(base.boundaries, stepsPerDegree), frame, detail);
  const disputed = linePath(unpack(base.disputed, stepsPerDegree), frame, detail);
  const line = (d: string, dash?: string) => (d === "" ? "" : element("path", { d, "stroke-dasharray": dash }));
  return (
    drawSea(scene) +
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
