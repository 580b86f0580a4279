import { expect, test } from "vitest";
import curated from "../../data/views.json";
import { curatedViewOf } from "../../src/state/curated";
import { decode } from "../../src/state/permalink";

test.each(
  curated.views.map(({ id, link }) => [id, link]),
)("knows %s by its link, whatever the reader chose", (id, link) => {
  const chosen = `${link}&lang=fa&theme=dark&pin=1.0.0&embed=legend:open`;
  expect(curatedViewOf(decode(link), curated.views)?.id).toBe(id);
  expect(curatedViewOf(decode(chosen), curated.views)?.id).toBe(id);
});

test.each([
  "#v=1&map=6.31/27.2/62.7&layers=border,strikes,provinces,towns&t=2024-01-01/2024-01-31",
  "#v=1&map=6.3/27.2/62.7&layers=border,strikes,provinces&t=2024-01-01/2024-01-31",
  "#v=1&map=6.3/27.2/62.7&layers=border,strikes,provinces,towns",
  "#v=1&corridor=border:25",
])("%s is no curated view", (link) => {
  expect(curatedViewOf(decode(link), curated.views)).toBeNull();
});
