import fc from "fast-check";
import { Window } from "happy-dom";
import { describe, expect, test } from "vitest";
import { FRAME_ATTRIBUTES, VIEW_ATTRIBUTES } from "../../src/state/element-attributes";
import { DEFAULT_EMBED_OPTIONS } from "../../src/state/embed-options";
import { type Embed, embedSize, embedSnippet, isPictureAddress } from "../../src/state/embed-snippet";
import { decode, encode } from "../../src/state/permalink";

const EMBED: Embed = {
  way: "frame",
  site: "https://example.org/atlas/",
  src: "https://example.org/atlas/embed.html#v=1&map=6.3/27.2/62.7&lang=en",
  link: "https://example.org/atlas/#v=1&map=7/27.2/62.7&lang=en",
  title: "The strikes of January 2024",
  credit: "Map: Sarhad, © OpenStreetMap contributors, Natural Earth",
  language: "en",
  isRightToLeft: false,
  shape: "3-2",
  width: null,
  picture: null,
};

/** The snippet as a browser reads it. */
function read(snippet: string) {
  const { document } = new Window({ settings: { disableIframePageLoading: true } });
  document.body.innerHTML = snippet;
  return document.body;
}

describe("the snippet of an embed", () => {
  test("is a figure with a frame, a plain link and a credit, and no script", () => {
    expect(embedSnippet(EMBED)).toBe(`<figure lang="en" dir="ltr" style="margin:0">
  <iframe title="The strikes of January 2024" src="https://example.org/atlas/embed.html#v=1&amp;map=6.3/27.2/62.7&amp;lang=en" loading="lazy" width="100%" height="480"
    style="border:0;width:100%;height:auto;min-height:440px;aspect-ratio:3/2" allow="fullscreen; clipboard-write; web-share" referrerpolicy="strict-origin-when-cross-origin"
    sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>
  <figcaption><a href="https://example.org/atlas/#v=1&amp;map=7/27.2/62.7&amp;lang=en">The strikes of January 2024</a> · Map: Sarhad, © OpenStreetMap contributors, Natural Earth</figcaption>
</figure>
`);
  });

  test("shows the editor's picture to readers without JavaScript", () => {
    const picture = { src: "strikes.png", alt: "Map of the border" };
    expect(embedSnippet({ ...EMBED, picture })).toContain(
      '<noscript><img src="strikes.png" alt="Map of the border" loading="lazy" style="max-width:100%"></noscript>',
    );
  });

  test("takes addresses of pictures, on any site or counted from the page, and nothing else", () => {
    for (const address of ["https://example.org/a.png", "http://localhost/a.png", "/media/a.png", "a.png", " b.svg "]) {
      expect(isPictureAddress(address), address).toBe(true);
    }
    for (const address of ["", "  ", "a picture.png", "javascript:alert(1)", "data:image/png;base64,AA", "https://"]) {
      expect(isPictureAddress(address), address).toBe(false);
    }
  });

  test("is read in its shape where that is high enough, and never lower than all of a frame needs", () => {
    expect(embedSize("3-2", null)).toEqual({ width: 720, height: 480 });
    expect(embedSize("16-9", 960)).toEqual({ width: 960, height: 540 });
    expect(embedSize("16-9", 480)).toEqual({ width: 480, height: 440 });
  });

  test("has the frame's own scheme of colours where the ground of the page is to show through", () => {
    const styleOf = (link: string) =>
      /style="(border[^"]*)"/.exec(embedSnippet({ ...EMBED, src: `https://example.org/embed.html#v=1${link}` }))?.[1];
    expect(styleOf("&theme=dark")).not.toContain("color-scheme");
    expect(styleOf("&theme=dark&embed=legend:open;background:transparent")).toMatch(/;color-scheme:dark$/);
    expect(styleOf("&theme=light&embed=background:transparent")).toMatch(/;color-scheme:light$/);
    expect(styleOf("&embed=background:transparent")).toMatch(/;color-scheme:light dark$/);
  });

  test("stays within the width it was given", () => {
    const figure = read(embedSnippet({ ...EMBED, width: 640 })).querySelector("figure");
    expect(figure?.getAttribute("style")).toBe("margin:0;max-width:640px");
  });

  test("brings one classic script for its height where that is asked for", () => {
    const snippet = embedSnippet({ ...EMBED, way: "script" });
    expect(snippet).toBe(`${embedSnippet(EMBED)}<script src="https://example.org/atlas/embed/resize.js"></script>\n`);
  });

  test("is the element with the view and the options as attributes, and its module", () => {
    const src =
      "https://example.org/atlas/embed.html#v=1&map=6.3/27.2/62.7&layers=border,strikes&sel=strikes/koh-e-sabz-2024-01-16&t=2024-01-01/2024-01-31&f=grade:disputed&lang=fa&corridor=border:25&pin=1.0.0&embed=title:hidden;legend:open";
    const picture = { src: "strikes.png", alt: "Map of the border" };
    expect(
      embedSnippet({ ...EMBED, way: "element", src, picture, language: "fa", isRightToLeft: true }),
    ).toBe(`<figure lang="fa" dir="rtl" style="margin:0">
  <sarhad-map label="The strikes of January 2024" map="6.3/27.2/62.7" layers="border,strikes" selected="strikes/koh-e-sabz-2024-01-16" period="2024-01-01/2024-01-31" filters="grade:disputed" language="fa" corridor="border:25" pin="1.0.0" heading="hidden" legend="open">
    <noscript><img src="strikes.png" alt="Map of the border" style="max-width:100%"></noscript>
  </sarhad-map>
  <figcaption><a href="https://example.org/atlas/#v=1&amp;map=7/27.2/62.7&amp;lang=en">The strikes of January 2024</a> · Map: Sarhad, © OpenStreetMap contributors, Natural Earth</figcaption>
</figure>
<script type="module" src="https://example.org/atlas/sarhad-map.js"></script>
`);
  });

  test("leaves no part of a link out of the element's attributes", () => {
    const view = decode(
      "#v=1&map=6/27/62&layers=border&sel=ports/port-gwadar&t=2024-01-01/2024-01-31&f=kind:strike&lang=ur&theme=dark&from=border&to=ports/port-gwadar&measure=61,27~62,28&corridor=border:25&lesson=crossing-it/2&own=abc&pin=1.0.0&data=events.csv",
    );
    const keys: readonly string[] = [...new URLSearchParams(encode(view).slice(1)).keys()].filter((key) => key !== "v");
    expect(keys.length).toBe(15);
    expect(Object.values(VIEW_ATTRIBUTES).toSorted()).toEqual(keys.toSorted());
    expect(["id", "commands", ...Object.values(FRAME_ATTRIBUTES)].toSorted()).toEqual(
      Object.keys(DEFAULT_EMBED_OPTIONS).toSorted(),
    );
  });

  test("runs as its language does", () => {
    const figure = read(embedSnippet({ ...EMBED, language: "ur", isRightToLeft: true })).querySelector("figure");
    expect([figure?.getAttribute("lang"), figure?.getAttribute("dir")]).toEqual(["ur", "rtl"]);
  });

  test("keeps hostile texts as the texts they are", () => {
    const piece = fc.constantFrom(
      '"',
      "'",
      "<",
      ">",
      "&",
      "</iframe>",
      "<script>",
      "-->",
      "\n",
      "\u0000",
      "x",
      " onload=",
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => `a${pieces.join("")}`);
    fc.assert(
      fc.property(text, text, (title, alt) => {
        const picture = { src: "p.png", alt };
        const body = read(embedSnippet({ ...EMBED, title, credit: alt, picture }));
        const names = [...body.querySelectorAll("*")].map(({ localName }) => localName);
        expect(
          names.filter((name) => !["figure", "iframe", "noscript", "img", "figcaption", "a"].includes(name)),
        ).toEqual([]);
        const frame = body.querySelector("iframe");
        expect(frame?.getAttributeNames().toSorted()).toEqual(
          ["allow", "height", "loading", "referrerpolicy", "sandbox", "src", "style", "title", "width"].toSorted(),
        );
        expect(frame?.getAttribute("title")).toBe(title.replace(/\s+/g, " ").replace(/\p{Cc}/gu, ""));
      }),
      { numRuns: 300 },
    );
  });
});
