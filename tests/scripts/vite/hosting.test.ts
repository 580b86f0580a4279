import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { headersFile, headersFor } from "../../../scripts/vite/hosting-headers";
import { apacheSample, nginxSample } from "../../../scripts/vite/hosting-samples";

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
