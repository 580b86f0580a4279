import type { Plugin } from "vite";

const HEAD = "document.head.appendChild(";

/**
 * Puts the style sheets of parts that come on use at the end of the body. The sheet of the page stands there behind the
 * poster; in the head they would come before it, and of two equally specific rules the page's would win.
 */
export function lateStyles(): Plugin {
  let isFound = false;
  return {
    name: "sarhad:late-styles",
    apply: "build",
    renderChunk(code) {
      if (!code.includes(HEAD)) return null;
      isFound = true;
      return { code: code.replaceAll(HEAD, "document.body.appendChild("), map: null };
    },
    generateBundle() {
      if (!isFound) this.error("no part appends its style sheet to the head any more");
    },
  };
}
