// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { find, key, openPage, shipped, type TestPage, type as typeInto, until } from "./test-page";

let page: TestPage | null = null;
afterEach(() => page?.unmount());

const layers = { ports: shipped("ports"), strikes: shipped("strikes"), crossings: shipped("crossings") };
const box = () => find<HTMLInputElement>("#search");
const options = () => [...document.querySelectorAll<HTMLElement>("[role=option]")];

async function search(text: string): Promise<void> {
  await typeInto(box(), text);
  await until(() => options().length > 0 || document.querySelector(".search__hint"));
}

describe("the search box", () => {
  it("is a combobox whose options are grouped under named groups", async () => {
    page = await openPage({ layers });
    await search("Chabahar");
    expect(box().getAttribute("aria-expanded")).toBe("true");
    const list = document.getElementById(box().getAttribute("aria-controls") ?? "");
    expect(list?.getAttribute("role")).toBe("listbox");
    const group = list?.querySelector("[role=group]");
    expect(document.getElementById(group?.getAttribute("aria-labelledby") ?? "")?.textContent).toContain("Ports");
  });

  it("is worked by arrows and Enter, and Esc closes it", async () => {
    page = await openPage({ layers });
    await search("Gwadar");
    await key(box(), "ArrowDown");
    const active = document.getElementById(box().getAttribute("aria-activedescendant") ?? "");
    expect(active?.getAttribute("aria-selected")).toBe("true");
    await key(box(), "Escape");
    expect(box().getAttribute("aria-expanded")).toBe("false");
    await search("Gwadar");
    await key(box(), "Enter");
    expect(page.model.view.value.selected?.layer).toBe("ports");
    expect(page.model.view.value.selected?.id).toContain("gwadar");
  });

  it("takes the first answer when Enter came before it", async () => {
    page = await openPage({ layers });
    box().focus();
    box().value = "Gwadar";
    box().dispatchEvent(new Event("input", { bubbles: true }));
    box().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    const { view } = page.model;
    await until(() => view.value.selected?.id.includes("gwadar"));
    expect(view.value.selected?.layer).toBe("ports");
    expect(box().getAttribute("aria-expanded")).toBe("false");
  });

  it("echoes coordinates as it read them and moves the map there", async () => {
    page = await openPage({ layers });
    await search("۲۹٫۵، ۶۰٫۸۷");
    expect(options()[0]?.textContent).toBe("29.5° N, 60.87° E");
    await key(box(), "Enter");
    const { lat, lng } = page.model.view.value.camera;
    expect(Math.abs(lat - 29.5)).toBeLessThan(0.5);
    expect(Math.abs(lng - 60.87)).toBeLessThan(0.5);
  });

  it("asks when two readings are possible and takes neither by itself", async () => {
    page = await openPage({ layers });
    const before = page.model.view.value.camera;
    await search("10 20");
    expect(options()).toHaveLength(2);
    await key(box(), "Enter");
    expect(page.model.view.value.camera).toEqual(before);
  });

  it("refuses decimal commas with a hint", async () => {
    page = await openPage({ layers });
    await search("29,5 60,87");
    expect(options()).toHaveLength(0);
    expect(find(".search__hint").textContent).toContain("29.5, 60.87");
  });

  it("leaves single keys alone while text is typed", async () => {
    page = await openPage({ layers });
    await key(box(), "l");
    expect(document.getElementById("tab-list")?.getAttribute("aria-selected")).toBe("false");
  });
});
