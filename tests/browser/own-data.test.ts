import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

const wells = readFileSync(join(import.meta.dirname, "../fixtures/own/wells.csv"), "utf8");

/** Drops a file on the page, as from the desktop. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    ([fileName, text]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], fileName));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
    },
    [name, content] as const,
  );
}

it("a dropped table is mapped, read, reported, listed, measured, kept over a reload and removed entirely", async () => {
  const atlas = await openAtlas("#v=1&lang=en", { flags: WITHOUT_WEBGL, viewport: { width: 1440, height: 900 } });
  const { page } = atlas;
  await page.locator("#own-add").waitFor();
  await drop(page, "wells.csv", wells);
  await page.getByRole("heading", { name: "What is what" }).waitFor();
  expect(await page.getByLabel("Longitude (or x)").evaluate((field: HTMLSelectElement) => field.value)).toBe("1");
  await page.getByLabel(/^Title/).selectOption({ label: "well" });
  await page.getByLabel(/^Date/).selectOption({ label: "drilled" });
  await page.getByLabel(/Keep it on this device/).check();
  await page.getByRole("button", { name: "Read", exact: true }).click();

  await page.getByRole("heading", { name: "What was read" }).waitFor();
  const report = await page.locator(".own-data").innerText();
  expect(report).toContain("3 of 5 were taken.");
  expect(report).toMatch(/No position\s+1\s+3/);
  expect(report).toMatch(/Not on the earth[^\n]*\s+1\s+4/);
  await page.getByRole("button", { name: "Show in the list" }).click();

  const row = page.locator(".listing__rows .row", { hasText: "South well" });
  await row.click();
  await page.getByRole("heading", { name: "South well" }).waitFor();
  const card = await page.locator(".card").innerText();
  expect(card).toContain("May 2020");
  expect(card).toContain("85");
  await page.locator("#tab-measure").click();
  await page.getByRole("button", { name: "Use “South well”" }).first().waitFor();

  await page.reload();
  await page.getByRole("heading", { name: "South well" }).waitFor();
  await page.locator("#tab-explore").click();
  await page.getByRole("button", { name: "Remove wells" }).click();
  await page.getByRole("button", { name: "Remove entirely" }).click();
  await page.getByRole("button", { name: "Remove wells" }).waitFor({ state: "detached" });
  await page.reload();
  await page.locator("#own-add").waitFor();
  expect(await page.getByRole("button", { name: "Remove wells" }).count()).toBe(0);
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});

it("columns that were chosen by hand are proposed for the next file like it", async () => {
  const atlas = await openAtlas("#v=1&lang=en", { flags: WITHOUT_WEBGL, viewport: { width: 1440, height: 900 } });
  const { page } = atlas;
  const chosenIn = (label: RegExp | string) =>
    page.getByLabel(label).evaluate((field: HTMLSelectElement) => field.selectedOptions[0]?.label);
  const proposed = page.getByText("The columns are proposed as you chose them for a file like this one.");
  const read = async () => {
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("heading", { name: "What was read" }).waitFor();
    await page.getByRole("button", { name: "Another file" }).click();
  };
  const open = async (name: string, columns: string) => {
    await drop(page, name, `${columns}\nGwadar,25.1264,62.3225,port\n`);
    await page.getByRole("heading", { name: "What is what" }).waitFor();
  };
  await page.locator("#own-add").waitFor();
  await open("orte.csv", "ort,hoch,rechts,art");
  expect(await proposed.count()).toBe(0);
  await page.getByLabel(/^Title/).selectOption({ label: "ort" });
  await page.getByLabel("Latitude (or y)").selectOption({ label: "hoch" });
  await page.getByLabel("Longitude (or x)").selectOption({ label: "rechts" });
  await read();

  await open("again.csv", "ort,hoch,rechts,sorte");
  await proposed.waitFor();
  expect(await chosenIn("Longitude (or x)")).toBe("rechts");
  expect(await chosenIn("Latitude (or y)")).toBe("hoch");
  expect(await chosenIn(/^Title/)).toBe("ort");
  // Nothing of it outlives the tab unless the import is kept.
  expect(await page.evaluate(() => [sessionStorage.length > 0, localStorage.getItem("sarhad:1:mappings")])).toEqual([
    true,
    null,
  ]);
  expect(atlas.complaints).toEqual([]);
  await atlas.close();
});

it("hostile and broken files are refused with their reason, and markup in cells is only text", async () => {
  const atlas = await openAtlas("#v=1&lang=en", { flags: WITHOUT_WEBGL, viewport: { width: 1440, height: 900 } });
  const { page } = atlas;
  await page.locator("#own-add").waitFor();
  /** ASCII letters in UTF-16 are each followed by a zero. */
  const wide = [..."name,lat,lon\nWell,27.5,62.5\n"].map((letter) => `${letter}\u0000`).join("");
  const refusals: readonly (readonly [string, string, RegExp])[] = [
    ["deep.geojson", "[".repeat(100_000), /nests deeper/],
    ["cut.geojson", '{"type":"FeatureCollection","features":[{"type":"Fea', /not valid JSON/],
    ["laughs.kml", '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><kml>&b;</kml>', /entities/],
    ["wide.csv", wide, /UTF-16/],
  ];
  for (const [name, content, reason] of refusals) {
    await drop(page, name, content);
    await page.getByRole("alert").filter({ hasText: reason }).waitFor();
    await page.getByRole("button", { name: "Another file" }).click();
  }
  await drop(page, "wide.csv", wide);
  await page
    .getByLabel("What the text is written in")
    .selectOption({ label: "UTF-16 (“Unicode text” of spreadsheets)" });
  await page.getByRole("button", { name: "Read it again" }).click();
  await page.getByRole("cell", { name: "Well", exact: true }).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await drop(page, "wells.csv", wells);
  await page.getByLabel(/^Title/).selectOption({ label: "well" });
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await page.getByRole("button", { name: "Show in the list" }).click();
  await page.locator(".listing__rows .row", { hasText: "<img" }).click();
  await page.getByRole("heading", { name: "<img src=x onerror=alert(1)>" }).waitFor();
  expect(await page.locator("img").count()).toBe(0);
  expect(atlas.complaints).toEqual([]);
  await atlas.close();
});

it("a link's data come at once from this site, and from elsewhere only after the reader's yes", async () => {
  const own = await openAtlas("#v=1&lang=en&data=own-points.csv", {
    flags: WITHOUT_WEBGL,
    viewport: { width: 1440, height: 900 },
    prepare: (page) =>
      page.route("**/own-points.csv", (route) =>
        route.fulfill({ contentType: "text/csv", body: "lon,lat\n62,27\n,28\n99,95\n63,28\neast,29\n,30\n" }),
      ),
  });
  await own.page.getByRole("button", { name: "Remove own-points" }).waitFor();
  const notice = own.page.locator(".notice");
  await notice.getByText("2 of 6 in own-points.csv are shown.").waitFor();
  const told = await notice.innerText();
  expect(told).toContain("No position: 2, 6");
  expect(told).toMatch(/Not on the earth[^;]*: 3/);
  await notice.getByRole("button", { name: "Show the whole report" }).click();
  await own.page.getByRole("heading", { name: "What was read" }).waitFor();
  expect(await own.page.locator(".own-data").innerText()).toMatch(/The position is neither a number[^\n]*\s+1\s+5/);
  expect(own.complaints).toEqual([]);
  await own.close();

  const elsewhere = await openAtlas("#v=1&lang=en&data=https://data.example/a.csv", { flags: WITHOUT_WEBGL });
  await elsewhere.page.getByText("This link asks for data from").waitFor();
  expect(elsewhere.foreign).toEqual([]);
  await elsewhere.page.route("https://data.example/**", (route) =>
    route.fulfill({
      contentType: "text/csv",
      body: "lon,lat\n62,27\n",
      headers: { "access-control-allow-origin": "*" },
    }),
  );
  await elsewhere.page.getByRole("button", { name: "Fetch it", exact: true }).click();
  await elsewhere.page.waitForURL(/online\.html#.*data=https/);
  await elsewhere.page.locator(".layer", { hasText: "a" }).first().waitFor({ state: "attached" });
  await elsewhere.page.locator("button[aria-label='Remove a']").waitFor({ state: "attached" });
  expect(elsewhere.foreign).toEqual(["https://data.example/a.csv"]);
  expect(elsewhere.complaints).toEqual([]);
  await elsewhere.close();
});

/** Notes what is parsed on the thread of the page: how long the longest JSON text was, and which answers were read as JSON. */
function watchParsing(): void {
  const seen = { longest: 0, files: [] as string[] };
  const [parse, json] = [JSON.parse, Response.prototype.json];
  JSON.parse = (text: string, ...rest) => {
    seen.longest = Math.max(seen.longest, text.length);
    return parse(text, ...rest);
  };
  Response.prototype.json = function read(this: Response) {
    seen.files.push(this.url);
    return json.call(this);
  };
  Reflect.set(globalThis, "__parsed", seen);
}

it("what a large import is filtered by is what its table shows and what is exported of it", async () => {
  // Taftan lies on the border, Chabahar about a hundred kilometres from it, Quetta some hundreds.
  const places = [
    ["Taftan", 61.58, 28.97],
    ["Chabahar", 60.64, 25.29],
    ["Quetta", 67.0, 30.18],
  ] as const;
  const rows = Array.from({ length: 2400 }, (_, at) => {
    const [name, lng, lat] = places[at % 3] ?? places[0];
    const day = at % 60 === 0 ? "2024-02-01" : "";
    return `${name} ${at},${lng},${lat},${day}`;
  });
  const atlas = await openAtlas("#v=1&lang=en&layers=border&data=many.csv&f=to-border:20;side:PK", {
    flags: WITHOUT_WEBGL,
    acceptDownloads: true,
    viewport: { width: 1440, height: 900 },
    prepare: async (page) => {
      await page.addInitScript(watchParsing);
      await page.route("**/many.csv", (route) =>
        route.fulfill({ contentType: "text/csv", body: `name,lon,lat,date\n${rows.join("\n")}\n` }),
      );
    },
  });
  const { page } = atlas;
  await page.getByRole("button", { name: "Remove many" }).waitFor();
  await page.getByRole("button", { name: "Get the data" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("select").selectOption({ label: "many" });
  await dialog.getByText("800 records.").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the file" }).click(),
  ]);
  const { features } = JSON.parse(readFileSync(await download.path(), "utf8")) as {
    features: { properties: { name: string } }[];
  };
  const wanted = Array.from({ length: 800 }, (_, at) => `Taftan ${3 * at}`);
  expect(features.map(({ properties }) => properties.name)).toEqual(wanted);
  await page.keyboard.press("Escape");

  await page.locator("#desk-table").press("Enter");
  const search = page.locator(".record-table__field input");
  await search.fill("Taftan 12");
  const cells = page
    .locator(".grid__all .grid__row")
    .filter({ hasText: /^Taftan 12/ })
    .first();
  await cells.getByText(/\d km$/).waitFor();
  await page.locator("#desk-timeline").press("Enter");
  // A few dated rows are marks like those of the atlas; the legend tells the bars apart.
  await page.locator(".timeline__legend").getByText("Your own data").waitFor();
  await page.locator(".timeline__table summary").press("Enter");
  await page.locator(".dated tbody th").filter({ hasText: "Taftan 60" }).first().waitFor();

  // The ground of figures is a megabyte of JSON, which is parsed elsewhere.
  const parsed = await page.evaluate(() => Reflect.get(globalThis, "__parsed") as { longest: number; files: string[] });
  expect(parsed.files.filter((url) => /border-full|border-line|countries/.test(url))).toEqual([]);
  expect(parsed.longest).toBeLessThan(200_000);
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});
