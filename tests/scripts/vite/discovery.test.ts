import { readdirSync, readFileSync, statSync } from "node:fs";
import jpeg from "jpeg-js";
import { describe, expect, it } from "vitest";
import { dataPage, identityTags, oEmbedOf, siteUrl } from "../../../scripts/vite/discovery";
import type { CuratedViews } from "../../../src/data/curated-view";
import { LANGUAGES } from "../../../src/data/language";
import { type DescribedPackage, dcatDataset, schemaDataset } from "../../../src/data/package/dataset-description";

const SITE = "https://example.org/atlas/";
const { views } = JSON.parse(readFileSync("data/views.json", "utf8")) as CuratedViews;
const described = JSON.parse(readFileSync("data/datapackage.json", "utf8")) as DescribedPackage;
const isServed = (path: string) => path === "strikes.geojson";

describe("what the atlas says of itself", () => {
  it("has a card of 1,200 × 630 px for each curated view in each language, and no other", () => {
    const names = views.flatMap(({ id }) => LANGUAGES.map((language) => `${id}-${language}.jpg`));
    expect(readdirSync("public/cards").toSorted()).toEqual(names.toSorted());
    for (const name of names) expect(statSync(`public/cards/${name}`).size, name).toBeLessThan(200_000);
    const { width, height } = jpeg.decode(readFileSync(`public/cards/${names[0]}`));
    expect([width, height]).toEqual([1200, 630]);
  });

  it("describes the data to search engines as schema.org asks", () => {
    const dataset = schemaDataset(described, SITE, isServed);
    // Google asks for 50 to 5,000 letters of description.
    expect(dataset.description.length).toBeGreaterThanOrEqual(50);
    expect(dataset).toMatchObject({
      "@context": "https://schema.org/",
      "@type": "Dataset",
      url: SITE,
      version: described.version,
      datePublished: "2026-11-20",
      license: ["https://creativecommons.org/licenses/by/4.0/", "https://opendatacommons.org/licenses/odbl/1-0/"],
      creator: { name: "The Sarhad contributors" },
      temporalCoverage: "1871/2026",
      distribution: [
        {
          contentUrl: `${SITE}data/${described.version}/strikes.geojson`,
          license: ["https://creativecommons.org/licenses/by/4.0/"],
        },
      ],
    });
    expect(dataset.isBasedOn.length).toBeGreaterThan(3);
    expect(dataset.citation).toContain(described.version);
  });

  it("has a page about the data that holds the same description", () => {
    const hostile = { ...described, description: `${described.description} </script><script>alert(1)</script>` };
    const page = dataPage(hostile, SITE, isServed);
    const [, dataset = ""] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(dataset)).toEqual(JSON.parse(JSON.stringify(schemaDataset(hostile, SITE, isServed))));
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain(`<a href="${described.version}/strikes.geojson">strikes.geojson</a>`);
    expect(page).not.toContain("sources.json</a>");
  });

  it("describes the data to catalogues in the terms of DCAT", () => {
    const dataset = dcatDataset(described, SITE, isServed);
    expect(dataset["@type"]).toBe("dcat:Dataset");
    expect(dataset["dcat:distribution"]).toEqual([
      {
        "@type": "dcat:Distribution",
        "dct:title": "strikes",
        "dct:license": [{ "@id": "https://creativecommons.org/licenses/by/4.0/" }],
        "dcat:mediaType": { "@id": "https://www.iana.org/assignments/media-types/application/geo+json" },
        "dcat:byteSize": described.resources.find(({ name }) => name === "strikes")?.bytes,
        "dcat:downloadURL": { "@id": `${SITE}data/${described.version}/strikes.geojson` },
      },
    ]);
    const border = dcatDataset(described, SITE, (path) => path === "border.geojson");
    expect(border["dcat:distribution"][0]?.["dct:license"]).toEqual([
      { "@id": "https://opendatacommons.org/licenses/odbl/1-0/" },
    ]);
    expect(dataset["dct:spatial"]["dcat:bbox"]["@value"]).toMatch(/^POLYGON\(\(58\.77 24\.78, /);
  });

  it.each(LANGUAGES)("answers oEmbed in %s with a frame, a card and whole addresses", (language) => {
    for (const view of views) {
      const answer = oEmbedOf(view, language, SITE);
      // What oEmbed 1.0 demands of the type “rich”.
      expect(answer).toMatchObject({ version: "1.0", type: "rich", width: 720, height: 480 });
      expect(answer.html).toContain(`src="${SITE}embed/${view.id}/`);
      expect(answer.html).not.toContain("<script");
      expect(answer.thumbnail_url).toBe(`${SITE}cards/${view.id}-${language}.jpg`);
      expect([answer.thumbnail_width, answer.thumbnail_height]).toEqual([1200, 630]);
    }
  });

  it("escapes what stands in a page, and names the page only where its address is known", () => {
    const page = {
      title: `"><script>`,
      summary: "a & b",
      language: "ur",
      path: "embed/x/ur/",
      card: "cards/x-ur.jpg",
      up: "../../../",
    } as const;
    expect(identityTags(page, SITE)).not.toContain("<script>");
    expect(identityTags(page, SITE)).toContain(`<link rel="canonical" href="${SITE}embed/x/ur/" />`);
    expect(identityTags(page, null)).not.toContain("canonical");
    expect(identityTags(page, null)).toContain('content="../../../cards/x-ur.jpg"');
  });

  it("takes an https folder for its address and nothing else", () => {
    expect(siteUrl("https://example.org/atlas")).toBe(SITE);
    expect(siteUrl("")).toBeNull();
    for (const wrong of ["example.org", "http://example.org/", "https://example.org/?a", "javascript:alert(1)"]) {
      expect(() => siteUrl(wrong), wrong).toThrow(/SITE_URL/);
    }
  });
});
