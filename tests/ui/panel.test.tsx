// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { describeOwnLayer } from "../../src/state/own-description";
import { columnsOf } from "../state/rows/columns";
import { find, openPage, press, settle, shipped, type TestPage, until } from "./test-page";

let page: TestPage | null = null;
afterEach(() => page?.unmount());

const layers = { crossings: shipped("crossings"), markets: shipped("markets"), strikes: shipped("strikes") };

describe("the legend", () => {
  it("switches a layer off and on", async () => {
    page = await openPage({ layers });
    const box = find(".layer", "Crossings").querySelector<HTMLInputElement>("[role=switch]");
    if (!box) throw new Error("no switch");
    expect(box.getAttribute("aria-checked")).toBe("true");
    await press(box);
    expect(page.model.view.value.layers).not.toContain("crossings");
    expect(box.getAttribute("aria-checked")).toBe("false");
    await press(box);
    expect(page.model.view.value.layers).toContain("crossings");
  });

  it("counts the records of a layer and leads to their list", async () => {
    page = await openPage({ layers });
    const count = find<HTMLButtonElement>(".layer__count", "Border markets");
    expect(count.textContent).toBe(String(layers.markets.length));
    await press(count);
    await until(() => document.querySelector(".listing__rows .row"));
    expect(document.querySelectorAll(".listing__rows .row")).toHaveLength(layers.markets.length);
  });

  it("lets one layer fail alone, names its file and tries again", async () => {
    const files: Record<string, typeof layers.crossings | string> = { ...layers, ports: "ports.geojson: answered 404" };
    page = await openPage({ layers: files });
    expect(find(".layer .failure").textContent).toContain("ports.geojson");
    expect(page.model.layerStates.crossings.value.status).toBe("ready");
    files.ports = shipped("ports");
    await press(find<HTMLButtonElement>(".layer .failure button"));
    await until(() => page?.model.layerStates.ports.value.status === "ready");
    expect(document.querySelector(".layer .failure")).toBeNull();
  });

  it("hides layers of conflict in “geography only”, in the legend and in the list", async () => {
    page = await openPage({ layers });
    page.model.settings.value = { ...page.model.settings.value, geographyOnly: true };
    await press(find("#tab-list"));
    await until(() => document.querySelector(".listing__rows .row"));
    expect(() => find(".listing__rows .row", "Koh-e-Sabz")).toThrow();
    await press(find("#tab-explore"));
    expect(() => find(".layer", "Strikes")).toThrow();
  });
});

describe("a layer of the reader’s own", () => {
  const putLines = ({ model }: TestPage) => {
    const table = {
      count: 30_000,
      columns: columnsOf([]),
      rowOf: () => null,
      featureAt: () => null,
      cellsOf: async () => ({}),
    };
    model.own.put({ layer: describeOwnLayer(model.own, "Wadis"), features: [], table });
    const view = { singles: [], groups: [], letThrough: 30_000 };
    const show = (drawn: number, gathered: number) => {
      model.own.inView.value = { "own-wadis": { ...view, shapes: { drawn, gathered } } };
      return settle();
    };
    return show;
  };

  it("says in words which of its many lines and areas are not drawn as such, as long as it is shown", async () => {
    page = await openPage({ layers });
    const show = putLines(page);
    await until(() => document.querySelector("[data-own-count]"));
    await show(500, 0);
    expect(document.querySelector("[data-gathered]")).toBeNull();
    await show(2_000, 12_345);
    expect(find("[data-gathered]").textContent).toBe(
      "In and around this view the 2,000 largest lines and areas are drawn; 12,345 more are dots or are counted in the circles. Zoom in to see them.",
    );
    await press(find(".layer:has([data-own-count]) [role=switch]"));
    expect(document.querySelector("[data-gathered]")).toBeNull();
  });

  it.each([
    ["ur", /2,000.*12,345/],
    ["fa", /۲٬۰۰۰.*۱۲٬۳۴۵/],
  ] as const)("says so in %s", async (language, figures) => {
    page = await openPage({ layers, language });
    const show = putLines(page);
    await until(() => document.querySelector("[data-own-count]"));
    await show(2_000, 12_345);
    expect(find("[data-gathered]").textContent).toMatch(figures);
  });
});

describe("the tabs", () => {
  it("are gone through by arrows the way they point, and reached at either end by Home and End", async () => {
    page = await openPage({ layers });
    const openTab = () => document.activeElement?.id;
    const strike = (key: string) => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    };
    find<HTMLElement>("#tab-explore").focus();
    for (const [key, tab] of [
      ["End", "tab-learn"],
      ["ArrowRight", "tab-explore"],
      ["ArrowRight", "tab-list"],
      ["Home", "tab-explore"],
      ["ArrowLeft", "tab-learn"],
    ] as const) {
      strike(key);
      await until(() => openTab() === tab);
      expect(document.querySelector('[role="tab"][aria-selected="true"]')?.id).toBe(tab);
    }
    document.body.dir = "rtl";
    strike("ArrowLeft");
    await until(() => openTab() === "tab-explore");
    document.body.dir = "ltr";
  });
});

describe("the list", () => {
  it("has every record, also those without a known point", async () => {
    page = await openPage({ layers });
    await press(find("#tab-list"));
    await until(() => document.querySelector(".listing__rows .row"));
    const total = layers.crossings.length + layers.markets.length + layers.strikes.length;
    expect(document.querySelectorAll(".listing__rows .row")).toHaveLength(total);
    const unplaced = layers.markets.filter((market) => market.geometry === null);
    expect(unplaced.length).toBeGreaterThan(0);
    for (const { properties } of unplaced) {
      expect(find(".listing__rows .row", properties.title.en).textContent).toContain("no known point");
    }
  });
});

describe("attribution", () => {
  it("follows the layers that are shown and links to the terms of OpenStreetMap", async () => {
    page = await openPage({ layers });
    page.page.mapState.value = "static";
    page.model.view.value = { ...page.model.view.value, layers: ["strikes"] };
    await until(() => !document.querySelector(".foot__credits")?.textContent?.includes("OpenStreetMap"));
    page.model.setLayerVisible("border", true);
    const link = await until(() => document.querySelector<HTMLAnchorElement>(".foot__credits a"));
    expect(link.textContent).toBe("© OpenStreetMap contributors");
    expect(link.href).toBe("https://www.openstreetmap.org/copyright");
  });

  it("keeps the boundary note and what is not covered on the page", async () => {
    page = await openPage();
    expect(find(".foot__note").textContent).toContain("do not imply the expression of any opinion");
    expect(find(".legend").textContent).toContain("absence of a point is not the absence of an event");
    find<HTMLDetailsElement>(".foot__more").open = true;
    const notes = await until(() => document.querySelector(".foot__notes")?.textContent);
    expect(notes).toContain("do not imply the expression of any opinion");
    expect(notes).toContain("absence of a point is not the absence of an event");
    expect(notes).toContain(page.model.manifest.dataVersion);
  });
});
