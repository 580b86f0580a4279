import { join } from "node:path";
import { runSarhad } from "../cli/run-sarhad";

/** Where the reviewed pictures lie. */
export const REFERENCES = join(import.meta.dirname, "../fixtures/pictures");

const WIDTH_PX = 600;

/** The key views: every language, both themes, all kinds of symbols, what was measured. */
export const KEY_VIEWS: Readonly<Record<string, string>> = {
  "whole-border": "#v=1&lang=en",
  "gulf-of-oman-dark": "#v=1&lang=fa&theme=dark&map=7/25.4/61.2&layers=ports,corridors,terrain,border,towns",
  "corridor-and-line":
    "#v=1&lang=ur&map=6.5/28.2/62&layers=border,crossings&corridor=61.595,28.99:50&measure=60.9,29.5~62.3,25.1",
  "strikes-with-doubt": "#v=1&lang=en&map=7/28/62.4&layers=strikes,border&t=2024-01-01/2024-01-31",
};

/** Draws a key view to a PNG file, as `sarhad picture` does. Rejects with what the tool said when it failed. */
export async function drawKeyView(name: string, out: string): Promise<void> {
  const link = KEY_VIEWS[name] ?? "";
  const { status, errors } = await runSarhad(["picture", "--view", link, "--out", out, "--width", `${WIDTH_PX}`]);
  if (status !== 0) throw new Error(`${name}: ${errors}`);
}
