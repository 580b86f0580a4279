import { join } from "node:path";
import { build } from "vite";
import { ROOT } from "./input.ts";

/** What a script of its own is built from and as: a classic script, or a module that others import. */
export interface ScriptOptions {
  readonly entry: string;
  readonly format: "iife" | "es";
  readonly define?: Readonly<Record<string, string>>;
}

/** The text of a script with everything it needs inside, so that a page loads it without modules, workers or fetches. */
export async function buildScript({ entry, format, define = {} }: ScriptOptions): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    define: { ...define },
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: { input: join(ROOT, entry), output: { format, codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !("output" in output)) throw new Error(`${entry} was not built`);
  const chunk = output.output.find((part) => part.type === "chunk");
  if (chunk?.type !== "chunk") throw new Error(`${entry} holds no code`);
  return chunk.code;
}
