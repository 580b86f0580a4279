import { delay, HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { fetchFeatures, parseFeatures } from "../../src/data/fetch-features";
import { loadAnalysis } from "../../src/data/load-analysis";
import { fetchSources } from "../../src/data/load-sources";

const FILE = "ports.geojson";
const URL = "https://atlas.example/data/ports.geojson";
const feature = {
  type: "Feature",
  id: "port-gwadar",
  geometry: { type: "Point", coordinates: [62.3396, 25.1105] },
  properties: { id: "port-gwadar", title: { en: "Gwadar Port" } },
};
const good = JSON.stringify({ type: "FeatureCollection", features: [feature] });

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** Serves the answers one after the other, the last one for ever; counts the requests. */
function serve(...answers: (() => Response | Promise<Response>)[]) {
  const count = { requests: 0 };
  server.use(
    http.get(URL, () => {
      const answer = answers[Math.min(count.requests, answers.length - 1)];
      count.requests++;
      if (!answer) throw new Error("nothing to answer");
      return answer();
    }),
  );
  return count;
}

const text = (body: string) => () => new HttpResponse(body, { headers: { "content-type": "application/geo+json" } });
const status = (code: number) => () => new HttpResponse(null, { status: code });
const load = (options: Parameters<typeof fetchFeatures>[2] = {}) => fetchFeatures(FILE, URL, { waitMs: 1, ...options });

describe("fetching a layer", () => {
  it("answers its features", async () => {
    serve(text(good));
    expect(await load()).toEqual([feature]);
  });

  it("gives up at once on 404 and names the file", async () => {
    const count = serve(status(404));
    await expect(load()).rejects.toMatchObject({
      name: "DataError",
      file: FILE,
      message: "ports.geojson: answered 404",
    });
    expect(count.requests).toBe(1);
  });

  it("tries three times on 500", async () => {
    const count = serve(status(500));
    await expect(load()).rejects.toMatchObject({ fault: "status", message: "ports.geojson: answered 500" });
    expect(count.requests).toBe(3);
  });

  it("recovers when a later try succeeds", async () => {
    serve(status(503), text(good.slice(0, 50)), text(good));
    expect(await load()).toHaveLength(1);
  });

  it("says when a file is cut off", async () => {
    serve(text(good.slice(0, 80)));
    await expect(load()).rejects.toMatchObject({ fault: "truncated", message: "ports.geojson: is cut off" });
  });

  it("refuses a web page in place of data", async () => {
    const count = serve(text("<!doctype html><title>Sign in</title>"));
    await expect(load()).rejects.toMatchObject({
      fault: "not-json",
      message: "ports.geojson: is a web page, not data",
    });
    expect(count.requests).toBe(1);
  });

  it("says when it took too long", async () => {
    serve(async () => {
      await delay(2_000);
      return text(good)();
    });
    await expect(load({ timeoutMs: 20 })).rejects.toMatchObject({ fault: "timeout" });
  });

  it("says when nothing answers", async () => {
    const count = serve(() => HttpResponse.error());
    await expect(load()).rejects.toMatchObject({ fault: "offline", message: "ports.geojson: could not be fetched" });
    expect(count.requests).toBe(3);
  });

  it("stops when asked, with the reason given", async () => {
    serve(async () => {
      await delay(2_000);
      return text(good)();
    });
    const control = new AbortController();
    const reason = new Error("the reader left");
    const loading = load({ signal: control.signal });
    control.abort(reason);
    await expect(loading).rejects.toBe(reason);
  });

  it("does not try again once stopped", async () => {
    const control = new AbortController();
    const count = serve(() => {
      control.abort();
      return status(500)();
    });
    await expect(load({ signal: control.signal })).rejects.toMatchObject({ name: "AbortError" });
    expect(count.requests).toBe(1);
  });
});

describe("fetching what figures are computed on, and the sources", () => {
  const fetchAnalysis = () =>
    loadAnalysis({ borderFull: URL, borderLine: URL, countries: URL }, new AbortController().signal);

  it("asks again for what may come, and answers it", async () => {
    const count = serve(status(503), text(good.slice(0, 50)), text(good));
    expect((await fetchAnalysis()).countries).toEqual([feature]);
    expect(count.requests).toBe(5);
    serve(status(503), text('{"sources":[{"id":"a"}]}'));
    expect([...(await fetchSources(URL)).keys()]).toEqual(["a"]);
  });

  it.each([
    ["truncated", good.slice(0, 60)],
    ["not-json", "<!doctype html>"],
    ["not-a-collection", "null"],
  ])("says when it is %s", async (fault, body) => {
    serve(text(body));
    await expect(fetchAnalysis()).rejects.toMatchObject({ name: "DataError", fault });
  });
});

describe("reading a layer", () => {
  it.each([
    ["an array", "[]", "is not a GeoJSON FeatureCollection"],
    ["another object", '{"type":"Topology"}', "is not a GeoJSON FeatureCollection"],
    [
      "a feature without an id",
      '{"type":"FeatureCollection","features":[{"type":"Feature"}]}',
      "feature 0 is malformed",
    ],
    ["broken JSON", '{"type":,}', "is not valid JSON"],
    ["nothing", "", "is cut off"],
  ])("refuses %s", (_, body, reason) => {
    expect(() => parseFeatures(FILE, body)).toThrow(`${FILE}: ${reason}`);
  });
});
