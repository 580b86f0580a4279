import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { headersFile, headersFor } from "../../../scripts/vite/hosting-headers";
import { apacheSample, nginxSample } from "../../../scripts/vite/hosting-samples";
import { policyOf } from "../../../scripts/vite/security-policy";

const page = readFileSync(join(import.meta.dirname, "../../../docs/hosting.md"), "utf8");

describe("the headers of a host", () => {
  it.each([
    nginxSample(),
    apacheSample(),
    headersFile().trimEnd(),
  ])("stand in the documentation as they are built", (sample) => {
    expect(page).toContain(sample);
  });

  it.each([
    "/embed.html",
    "/atlas/embed.html",
    "/embed/cpec/",
    "/embed/cpec/fa/index.html",
  ])("let %s be framed", (path) => {
    expect(headersFor(path)["Content-Security-Policy"]).toMatch(/frame-ancestors \* file:$/);
  });

  it.each(["/", "/index.html", "/online.html", "/atlas/"])("keep %s out of the frames of others", (path) => {
    expect(headersFor(path)["Content-Security-Policy"]).toContain("frame-ancestors 'self'");
  });

  it.each([
    "/sarhad-map.js",
    "/data/1.0.0/strikes.geojson",
    "/assets/main-abc.js",
    "/fonts/naskh-400.woff2",
  ])("let every origin read %s", (path) => {
    expect(headersFor(path)["Access-Control-Allow-Origin"]).toBe("*");
  });

  it.each(["/", "/embed.html", "/assets/main-abc.js"])("let isolated pages of others use %s", (path) => {
    expect(headersFor(path)["Cross-Origin-Resource-Policy"]).toBe("cross-origin");
  });

  it("name the address of the atlas where frames of opaque origin stand, once it is known, and nowhere else", () => {
    const site = "https://example.org/atlas/";
    const policy = headersFor("/embed/cpec/", site)["Content-Security-Policy"] ?? "";
    for (const part of ["script-src", "style-src", "img-src", "font-src", "connect-src", "worker-src"]) {
      expect(policy).toMatch(new RegExp(`; ${part} 'self' https://example\\.org(?: |;)`));
    }
    expect(policy).toBe(`${policyOf("embed.html", site)}; frame-ancestors * file:`);
    for (const path of ["/", "/online.html"]) expect(headersFor(path, site)).toEqual(headersFor(path));
    expect(headersFile(site)).toContain(policy);
  });

  it("are those of the nginx configuration", () => {
    const configuration = readFileSync(join(import.meta.dirname, "../../../deploy/nginx.conf"), "utf8");
    for (const path of ["/index.html", "/online.html", "/embed.html", "/embed/cpec/"]) {
      expect(configuration).toContain(`"${headersFor(path)["Content-Security-Policy"]}"`);
    }
    for (const policy of ["/index.html", "/online.html", "/embed.html"].map((path) => headersFor(path))) {
      expect(policy["Content-Security-Policy"]).not.toContain("unsafe-");
    }
  });
});
