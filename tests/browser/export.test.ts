import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { afterAll, expect, it } from "vitest";
import { closeBrowser, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

afterAll(closeBrowser);

interface Shipped {
  readonly features: readonly {
    readonly id: string;
    readonly properties: { readonly when: { readonly start: string; readonly end: string } };
  }[];
}

it("what is filtered is what is in the file, by name, licence and source", async () => {
  const strikes = JSON.parse(readFileSync("data/strikes.geojson", "utf8")) as Shipped;
  const january = strikes.features
    .filter(({ properties: { when } }) => when.start <= "2024-01-31" && when.end >= "2024-01-01")
    .map(({ id }) => id);
  const atlas = await openAtlas("#v=1&lang=en&layers=strikes,border&t=2024-01-01/2024-01-31", {
    flags: WITHOUT_WEBGL,
    acceptDownloads: true,
  });
  const { page } = atlas;
  await page.getByRole("button", { name: "Get the data" }).click();
  const save = page.getByRole("button", { name: "Save the file" });
  const taken = async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };

  const whole = await taken();
  expect(whole.name).toMatch(/^sarhad-\d+\.\d+\.\d+-\d{4}-\d\d-\d\d-filtered-geojson\.zip$/);
  const files = unzipSync(whole.bytes);
  const named = (part: string) => Object.keys(files).find((name) => name.includes(part)) ?? "";
  const ours = JSON.parse(strFromU8(files[named("CC-BY-4.0")] ?? new Uint8Array()));
  expect(ours.features.map(({ id }: { readonly id: string }) => id)).toEqual(january);
  expect(ours.origin.period).toEqual({ from: "2024-01-01", to: "2024-01-31" });
  expect(ours.origin.link).toContain("t=2024-01-01/2024-01-31");
  for (const { properties } of ours.features) expect(properties.sourceDetails.length).toBeGreaterThan(0);
  const line = JSON.parse(strFromU8(files[named("ODbL-1.0")] ?? new Uint8Array()));
  expect(line.origin.licence).toBe("ODbL-1.0");
  expect(strFromU8(files["about.txt"] ?? new Uint8Array())).toContain("do not imply the expression of any opinion");

  const dialog = page.getByRole("dialog");
  await dialog.locator("select").selectOption({ label: "Strikes" });
  await dialog.getByLabel("CSV", { exact: true }).check();
  await dialog.getByText(`${january.length} records.`).waitFor();
  const table = unzipSync((await taken()).bytes);
  const records = Object.keys(table).find((name) => /filtered\.csv$/.test(name)) ?? "";
  const { data, errors } = Papa.parse<Record<string, string>>(strFromU8(table[records] ?? new Uint8Array()), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(data.map(({ id }) => id)).toEqual(january);
  for (const { sources } of data) expect(sources).toMatch(/^https?:/);
  expect(atlas.complaints).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.close();
});
