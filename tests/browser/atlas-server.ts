import { preview } from "vite";
import type {} from "vitest";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the built atlas is served during the journeys. */
    atlasUrl: string;
  }
}

/** Serves the built atlas on a free port for all journeys, with the headers that real hosts are told to send. */
export default async function serveAtlas(project: TestProject) {
  const server = await preview({ logLevel: "warn", preview: { port: 0, host: "127.0.0.1" } });
  const address = server.httpServer.address();
  if (typeof address !== "object" || !address) throw new Error("the atlas is not being served");
  project.provide("atlasUrl", `http://127.0.0.1:${address.port}/`);
  return () => server.close();
}
