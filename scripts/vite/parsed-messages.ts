import { parse } from "@formatjs/icu-messageformat-parser";
import type { Plugin } from "vite";

/**
 * Parses the ICU messages of the catalogues while building, so that the page needs no parser. Messages without
 * placeholders stay plain text.
 */
export function parsedMessages(): Plugin {
  return {
    name: "sarhad:parsed-messages",
    enforce: "pre",
    transform(code, id) {
      if (!/\/language\/catalogue\/\w+\.json$/.test(id)) return null;
      const messages: Record<string, string> = JSON.parse(code);
      const parsed = Object.entries(messages).map(([key, text]) => [
        key,
        /[{']/.test(text) ? parse(text, { ignoreTag: true }) : text,
      ]);
      return { code: JSON.stringify(Object.fromEntries(parsed)), map: null };
    },
  };
}
