// @vitest-environment happy-dom
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import register from "../../data/sources.json";
import { titleLanguage } from "../../src/ui/card/title-language";
import { contestedStrike } from "./contested";
import { find, key, openPage, press, shipped, type TestPage, until } from "./test-page";

const server = setupServer(http.get("*/sources.json", () => HttpResponse.json(register)));
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());

let page: TestPage | null = null;
afterEach(() => page?.unmount());

async function openCard(language: "en" | "ur" | "fa" = "en"): Promise<TestPage> {
  page = await openPage({ language, layers: { strikes: [contestedStrike()] } });
  page.model.show({ layer: "strikes", id: "contested" });
  await until(() => document.querySelector("#card-title[tabindex]"));
  return page;
}

const textOf = (selector: string) => find(selector).textContent ?? "";

describe("the card of a contested strike", () => {
  it("gives a denial the same place and form as the claim it denies", async () => {
    await openCard();
    const claims = [...document.querySelectorAll(".claim")];
    const [said, denied] = claims;
    expect(claims).toHaveLength(3);
    expect(said?.textContent).toContain("Party A");
    expect(denied?.textContent).toContain("denies");
    expect(denied?.className).toBe(said?.className);
    expect(denied?.parentElement).toBe(said?.parentElement);
    expect(denied?.tagName).toBe(said?.tagName);
  });

  it("says whose word the target is", async () => {
    await openCard();
    const target = find("section[aria-labelledby=card-target]").textContent ?? "";
    expect(target).toContain("Stated target");
    expect(target).toContain("Said by Party A to be a depot");
    expect(target).toContain("According to Party A");
  });

  it("shows casualties as ranges with their day and their claimant, and adds nothing up", async () => {
    await openCard();
    const text = textOf("section[aria-labelledby=card-casualties]");
    expect(text).toContain("as of 18 January 2024");
    expect(text).toContain("2 to 9");
    expect(text).toContain("at least 1");
    expect(text).toContain("no figure stated");
    expect(text).toContain("According to Party C");
  });

  it("shows no more decimals than 45 km of doubt allow", async () => {
    await openCard();
    expect(textOf(".card__position")).toContain("27.5, 62.3");
    expect(textOf("section[aria-labelledby=card-where]")).toContain("Within about 45 km");
  });

  it("names the grade in words, gives its reasons, and keeps the agreed order of parts", async () => {
    await openCard();
    expect(textOf(".grade")).toContain("Disputed");
    const order = [...document.querySelectorAll(".card__section")].map((part) =>
      part.querySelector("h3")?.id.replace("card-", ""),
    );
    expect(order.filter((id) => id !== undefined)).toEqual([
      "when",
      "where",
      "claims",
      "casualties",
      "target",
      "distance",
      "sources",
      "cite",
      "report",
      "history",
    ]);
  });

  it("lists sources with publisher, language, day and a safe link", async () => {
    await openCard();
    const list = await until(() => document.querySelector(".sources"));
    const link = list.querySelector<HTMLAnchorElement>("a");
    expect(link?.href.startsWith("https://")).toBe(true);
    expect(link?.rel).toBe("noopener noreferrer");
    expect(list.textContent).toContain("20 November 2026");
  });

  it("says in Persian what exists only in English, and shows both calendars", async () => {
    await openCard("fa");
    const english = find(".claim__statement .english");
    expect(english.textContent).toContain("(تنها به انگلیسی)");
    expect(english.querySelector("bdi")?.lang).toBe("en");
    // 16 January 2024 is 26 Dey 1402.
    expect(textOf("section[aria-labelledby=card-when]")).toContain("۲۶ دی ۱۴۰۲ (۱۶ ژانویهٔ ۲۰۲۴");
    expect(textOf(".card__position")).toContain("27.5, 62.3");
  });
});

describe.each([
  ["ur", "سپاہِ پاسدارانِ انقلابِ اسلامی (ایران)", "بقول ایران جیش العدل کے دو اڈے"],
  ["fa", "سپاه پاسداران انقلاب اسلامی (ایران)", "به گفتهٔ ایران دو پایگاه جیش‌العدل"],
] as const)("the card of a shipped strike in %s", (language, actor, target) => {
  it("leaves nothing in English but titles and publishers of sources, and citations", async () => {
    page = await openPage({ language, layers: { strikes: shipped("strikes") } });
    page.model.show({ layer: "strikes", id: "koh-e-sabz-2024-01-16" });
    await until(() => document.querySelector(".sources li p"));
    expect(textOf("section[aria-labelledby=card-claims]")).toContain(actor);
    expect(textOf("section[aria-labelledby=card-target]")).toContain(target);
    expect(document.querySelectorAll(".card .english")).toHaveLength(0);
    const english = [...document.querySelectorAll(".card [lang=en]")].filter(
      (element) => !element.closest(".sources, .card__names, .copy"),
    );
    expect(english.map((element) => element.textContent)).toEqual([]);
  });
});

describe("the language of a title", () => {
  it.each([
    ["Gemeinsame Grenze", "de", "de"],
    ["بارڈر مارکیٹ کا افتتاح", "ur", "ur"],
    ["Opening of the border market", "ur", "en"],
    ["1871: «Гольдсмид»", "ru", "ru"],
  ])("of “%s” in %s is %s", (title, lang, expected) => {
    expect(titleLanguage({ title, lang })).toBe(expected);
  });
});

describe("closing the card", () => {
  it("gives the focus back to the row that opened it", async () => {
    page = await openPage({ layers: { strikes: [contestedStrike()] } });
    await press(find("#tab-list"));
    await until(() => document.querySelector(".listing__rows .row"));
    const row = find<HTMLButtonElement>(".listing__rows .row", "Contested strike");
    await press(row);
    const title = await until(() => document.querySelector<HTMLElement>("#card-title[tabindex]"));
    await until(() => document.activeElement === title);
    await key(title, "Escape");
    expect(page.model.view.value.selected).toBeNull();
    await until(() => document.activeElement === row);
  });
});

describe("records without a point", () => {
  it("say so on their card", async () => {
    const market = shipped("markets").find((feature) => feature.geometry === null);
    if (!market) throw new Error("every market has a point");
    page = await openPage({ layers: { markets: [market] } });
    page.model.show({ layer: "markets", id: market.id });
    await until(() => document.querySelector("#card-title[tabindex]"));
    expect(textOf("section[aria-labelledby=card-where]")).toContain("No source gives a point");
  });
});

describe("a link to a record that is not there", () => {
  it("names what was asked for", async () => {
    page = await openPage({ hash: "#v=1&sel=ports/port-atlantis" });
    await until(() => document.querySelector("#card-title"));
    expect(textOf("section[aria-labelledby=card-title]")).toContain("“ports/port-atlantis”");
  });

  it("says that its layer did not arrive, and offers another try", async () => {
    page = await openPage({ hash: "#v=1&sel=ports/port-gwadar", layers: { ports: "ports.geojson: HTTP 503" } });
    await until(() => document.querySelector("#card-title"));
    expect(textOf("section[aria-labelledby=card-title]")).toContain("ports.geojson: HTTP 503");
    find("section[aria-labelledby=card-title] button", "Try again");
  });
});

describe("a register of sources that fails", () => {
  it("leaves the card standing and offers another try", async () => {
    const { fetchSources } = await import("../../src/data/load-sources");
    server.use(http.get("*/broken.json", () => new HttpResponse(null, { status: 500 })));
    await expect(fetchSources("http://localhost/broken.json")).rejects.toThrow("sources.json");
  });
});
