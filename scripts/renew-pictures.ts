import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { drawKeyView, KEY_VIEWS, REFERENCES } from "../tests/browser/reference-pictures";
import buildSarhad from "../tests/cli/build-sarhad";

/** Draws the reference pictures again; look at each before it is committed. */
mkdirSync(REFERENCES, { recursive: true });
await buildSarhad();
for (const name of Object.keys(KEY_VIEWS)) {
  const out = join(REFERENCES, `${name}.png`);
  await drawKeyView(name, out);
  console.log(out);
}
