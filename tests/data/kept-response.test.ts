import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packResponse, unpackResponse } from "../../src/data/kept-response";

const answer = (content: Uint8Array) =>
  new Response(content as BodyInit, {
    headers: {
      "content-type": "text/javascript",
      "content-length": `${content.length}`,
      "content-security-policy": "x",
    },
  });

describe("a kept answer", () => {
  it("comes back as it was, with its headers, and lies gzipped meanwhile", () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (content) => {
        const kept = await packResponse(answer(content));
        expect(new Uint8Array(gunzipSync(await kept.clone().arrayBuffer()))).toEqual(content);
        const back = unpackResponse(kept);
        expect([back.status, back.headers.get("content-type")]).toEqual([200, "text/javascript"]);
        expect(back.headers.get("content-security-policy")).toBe("x");
        expect([...back.headers.keys()]).not.toContain("content-length");
        expect(new Uint8Array(await back.arrayBuffer())).toEqual(content);
      }),
    ));

  it("of a version that kept plain texts is handed out as it is", async () => {
    expect(await unpackResponse(answer(new TextEncoder().encode("plain"))).text()).toBe("plain");
  });

  it("cannot be read when it is damaged, and says so", async () => {
    const kept = await packResponse(answer(new TextEncoder().encode("a text ".repeat(100))));
    const bytes = new Uint8Array(await kept.arrayBuffer()).fill(7, 12, 30);
    await expect(unpackResponse(new Response(bytes, { headers: kept.headers })).text()).rejects.toThrow();
  });
});
