import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import { Geodesic } from "geographiclib-geodesic";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { freshFolder, runSarhad } from "./run-sarhad";

const folder = freshFolder();

/** Draws a view to a file and reads it with a parser that is not ours. */
async function draw(link: string, ...more: readonly string[]) {
  const out = join(folder, "view.svg");
  const run = await runSarhad(["picture", "--view", link, "--out", out, ...more]);
  expect(run).toMatchObject({ status: 0, errors: "" });
  const svg = readFileSync(out, "utf8");
  const faults: string[] = [];
  const root = new DOMParser({ onError: (level, message) => faults.push(`${level}: ${message}`) }).parseFromString(
    svg,
    "image/svg+xml",
  ).documentElement;
  expect(faults).toEqual([]);
  if (!root) throw new Error("an empty picture");
  const texts = [...root.getElementsByTagName("text")].map(({ textContent }) => textContent ?? "");
  return { svg, root, texts, all: texts.join("\n"), answer: JSON.parse(run.output) };
}

describe("sarhad picture", () => {
  it.each([
    ["en", "The border between Iran and Pakistan", "Strikes", "20 November 2026", "do not imply the expression"],
    ["ur", "ایران اور پاکستان کی سرحد", "گزرگاہیں", "20 نومبر، 2026", "سرحدی لکیر"],
    ["fa", "مرز ایران و پاکستان", "گذرگاه‌ها", "۲۹ آبان ۱۴۰۵", "خط مرز"],
  ])("draws title, legend, day, credits and notes as live text in %s", async (language, ...expected) => {
    const { svg, root, all, answer } = await draw(`#v=1&lang=${language}`);
    for (const text of [...expected, "© OpenStreetMap contributors", "Natural Earth", "1.0.0"]) {
      expect(all).toContain(text);
    }
    expect(answer).toMatchObject({ width: 1200, height: 800, bytes: Buffer.byteLength(svg) });
    expect(root.getAttribute("xml:lang")).toBe(language);
    const links = [...root.getElementsByTagName("a")].map((link) => link.getAttribute("href"));
    expect(links).toContain("https://www.openstreetmap.org/copyright");
    const ids = [...root.getElementsByTagName("g")].map((group) => group.getAttribute("id"));
    for (const id of [
      "layer-border",
      "layer-strikes",
      "layer-ports",
      "labels",
      "title",
      "legend",
      "scale-bar",
      "notes",
    ])
      expect(ids).toContain(id);
    expect(svg).toContain("@font-face{font-family:&quot;");
    expect(svg).not.toMatch(/1 ?: ?\d{2}/);
  });

  it("draws letters as outlines when that is asked for, and says what else there is", async () => {
    const { svg, root, texts } = await draw("#v=1&lang=fa", "--letters", "outlines");
    expect(texts).toEqual([]);
    expect(svg).not.toContain("@font-face");
    const named = [...root.getElementsByTagName("g")].map((group) => group.getAttribute("aria-label"));
    expect(named).toContain("مرز ایران و پاکستان");
    const other = ["picture", "--view", "#v=1", "--out", join(folder, "other.svg"), "--letters", "curves"];
    expect(await runSarhad(other)).toMatchObject({
      status: 2,
      errors: expect.stringContaining("--letters: neither text nor outlines: curves"),
    });
  });

  it("draws a scale bar that is as long as it says", async () => {
    const { root, texts } = await draw("#v=1&map=6.5/27.5/62");
    const bar = [...root.getElementsByTagName("path")].find((path) => path.getAttribute("data-scale") === "km");
    const [, from, to] = /^M([\d.]+) .*H([\d.]+)V/.exec(bar?.getAttribute("d") ?? "") ?? [];
    const statedKm = Number(texts.find((text) => /^\d+ km$/.test(text))?.replace(" km", ""));
    // The picture shows the 1,200 × 800 px of the view in its map, so one px of the view is `share` px of the picture.
    const clip = [...root.getElementsByTagName("clipPath")][0]?.getElementsByTagName("rect")[0];
    const share = Math.min(Number(clip?.getAttribute("width")) / 1200, Number(clip?.getAttribute("height")) / 800);
    const degrees = ((Number(to) - Number(from)) / share) * (360 / (512 * 2 ** 6.5));
    const { s12 = 0 } = Geodesic.WGS84.Inverse(27.5, 62 - degrees / 2, 27.5, 62 + degrees / 2);
    expect(Math.abs(s12 / 1000 / statedKm - 1)).toBeLessThan(0.002);
  });

  it("says in its legend how long a measured line is, how sure that is, and what area it encloses", async () => {
    const { WGS84 } = Geodesic;
    const corners = [
      [61.5, 29],
      [62, 28.5],
      [62.4, 27.9],
    ] as const;
    const legs = corners.slice(1).map(([lng, lat], at) => {
      const [fromLng, fromLat] = corners[at] ?? [Number.NaN, Number.NaN];
      return WGS84.Inverse(fromLat, fromLng, lat, lng).s12 ?? Number.NaN;
    });
    const meters = legs.reduce((sum, leg) => sum + leg, 0);
    const said = `${(meters / 1000).toFixed(1)} km (${(meters / 1609.344).toFixed(1)} mi)`;
    const link = corners.map((corner) => corner.join(",")).join("~");
    expect((await draw(`#v=1&measure=${link}`)).texts).toContain(`Measured as the shortest way: ${said}`);

    const ring = WGS84.Polygon(false);
    for (const [lng, lat] of corners) ring.AddPoint(lat, lng);
    const { area = Number.NaN, perimeter } = ring.Compute(false, true);
    const closed = await draw(`#v=1&measure=${link}~61.5,29`);
    expect(closed.texts).toContain(`Area enclosed: ${Math.round(Math.abs(area) / 1e6).toLocaleString("en")} km²`);
    expect(closed.all).toContain(`${(perimeter / 1000).toFixed(1)} km (`);

    // The place of the strike at Koh-e-Sabz is known to 45 km, and the line to a few hundred metres.
    const doubtful = await draw("#v=1&from=strikes/koh-e-sabz-2024-01-16&to=border");
    expect(doubtful.all).toMatch(/the shortest way: \d+ km \(\d+ mi\), give or take 45\.\d km|give or take 46 km/);
  });

  it("honours bearing, period, filters, selection, corridor and theme", async () => {
    const link = "#v=1&map=7/27.3/62.5/35&t=2024-01-01/2024-01-31&corridor=border:25&theme=dark&layers=border,strikes";
    const { svg, root, all } = await draw(`https://example.org/atlas/${link}`, "--title", "A <b>title</b> & more");
    expect(all).toContain("A <b>title</b> & more");
    expect(all).toContain("Within 25 km of the line");
    const ids = [...root.getElementsByTagName("g")].map((group) => group.getAttribute("id"));
    expect(ids).toContain("north-arrow");
    expect(ids).toContain("overlays");
    expect(ids).not.toContain("layer-ports");
    expect(svg).toContain('data-key="strikes/marg-bar-sarmachar-2024-01-18"');
    expect(svg).not.toContain('data-key="strikes/shahbakhsh-2024-02-24"');
    expect(svg).toContain("#1C2930");
    const filtered = await draw("#v=1&layers=border,strikes&f=grade:disputed");
    expect(filtered.svg).not.toContain('data-key="strikes/marg-bar-sarmachar-2024-01-18"');
  });

  it("is as large as asked, down to a thumbnail that still says everything", async () => {
    const { root, all } = await draw("#v=1", "--width", "320", "--height", "200");
    expect([root.getAttribute("width"), root.getAttribute("height")]).toEqual(["320", "200"]);
    expect(all).toContain("do not imply");
  });

  it("draws a PNG of the size asked for, with something on it", async () => {
    const out = join(folder, "view.png");
    const run = await runSarhad(["picture", "--view", "#v=1&lang=fa", "--out", out, "--width", "600"]);
    expect(run).toMatchObject({ status: 0, errors: "" });
    const { width, height, data } = PNG.sync.read(readFileSync(out));
    expect([width, height]).toEqual([600, 400]);
    const colors = new Set(Array.from({ length: width * height }, (_, index) => data.readUInt32BE(index * 4)));
    expect(colors.size).toBeGreaterThan(100);
  });

  it.each([
    [["--out", "x.svg"], "--view: is missing"],
    [["--view", "#v=1"], "--out: is missing"],
    [["--view", "the border", "--out", "x.svg"], "--view: not a link of the atlas"],
    [["--view", "#v=1", "--out", "x.gif"], "--out: ends neither in .svg nor in .png: x.gif"],
    [["--view", "#v=1", "--out", "x.svg", "--width", "12"], "--width: not a whole number from 160 to 8192: 12"],
    [["--view", "#v=1", "--out", "/nowhere/x.svg"], "--out: cannot write /nowhere/x.svg: no such file or folder"],
  ])("refuses %j", async (given, message) => {
    const { status, errors } = await runSarhad(["picture", ...given]);
    expect(status).toBe(2);
    expect(errors).toContain(message);
  });
});
