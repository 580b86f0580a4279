import { EMBED_BACKGROUNDS, EMBED_INTERACTIONS, EMBED_LEGENDS, EMBED_STARTS, EMBED_SWITCH } from "./embed-choices";
import { DEFAULT_EMBED_OPTIONS, type EmbedOptions } from "./embed-options";

const CHOICES = {
  start: EMBED_STARTS,
  title: EMBED_SWITCH,
  controls: EMBED_SWITCH,
  legend: EMBED_LEGENDS,
  interaction: EMBED_INTERACTIONS,
  background: EMBED_BACKGROUNDS,
} as const satisfies { readonly [Name in Exclude<keyof EmbedOptions, "id" | "commands">]: readonly string[] };

const FRAME_ID = /^[A-Za-z0-9_-]{1,64}$/;
const MAXIMUM_LENGTH = 500;

/** An https origin, or a local one for trying things out; null for anything else. */
function parseOrigin(text: string): string | null {
  if (!/^https?:\/\/[!-~]{1,200}$/.test(text) || !URL.canParse(text)) return null;
  const { protocol, origin, hostname } = new URL(text);
  const isLocal = hostname === "localhost" || hostname === "127.0.0.1";
  return origin === text && (protocol === "https:" || isLocal) ? origin : null;
}

/** The options that the value of a link's `embed` asks for. Never throws; unknown names and values are dropped. */
export function parseEmbedOptions(text: string | null): EmbedOptions {
  if (text === null || text.length > MAXIMUM_LENGTH) return DEFAULT_EMBED_OPTIONS;
  const asked = new Map(
    text.split(";").map((part): [string, string] => {
      const at = part.indexOf(":");
      return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
    }),
  );
  const choose = <Name extends keyof typeof CHOICES>(name: Name): (typeof CHOICES)[Name][number] => {
    const values: readonly (typeof CHOICES)[Name][number][] = CHOICES[name];
    return values.find((value) => value === asked.get(name)) ?? (values[0] as (typeof CHOICES)[Name][number]);
  };
  const id = asked.get("id") ?? "";
  return {
    start: choose("start"),
    title: choose("title"),
    controls: choose("controls"),
    legend: choose("legend"),
    interaction: choose("interaction"),
    background: choose("background"),
    id: FRAME_ID.test(id) ? id : null,
    commands: parseOrigin(asked.get("commands") ?? ""),
  };
}

/** The inverse of `parseEmbedOptions`: what differs from the default, or an empty text when nothing does. */
export const embedOptionsText = (options: EmbedOptions): string =>
  (Object.keys(DEFAULT_EMBED_OPTIONS) as (keyof EmbedOptions)[])
    .filter((name) => options[name] !== DEFAULT_EMBED_OPTIONS[name])
    .map((name) => `${name}:${options[name]}`)
    .join(";");
