/** The parts of a message event that decide about it. */
export interface ReceivedMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

const MAXIMUM_LINK_LENGTH = 20_000;
const KEYS: ReadonlySet<string> = new Set(["type", "v", "id", "link"]);

/**
 * The link that a message asks a frame to show, or null for every message that is not exactly
 * `{type: "sarhad:view", v: 1, link, id?}` from the page around the frame, at the one origin the frame's own link allows.
 * Never throws.
 */
export function readViewCommand(
  { data, origin, source }: ReceivedMessage,
  allowed: { readonly origin: string | null; readonly source: unknown; readonly id: string | null },
): string | null {
  if (allowed.origin === null || origin !== allowed.origin || source !== allowed.source) return null;
  if (typeof data !== "object" || data === null || Object.getPrototypeOf(data) !== Object.prototype) return null;
  if (!Object.keys(data).every((key) => KEYS.has(key))) return null;
  const { type, v, link, id = null } = data as Readonly<Record<string, unknown>>;
  if (type !== "sarhad:view" || v !== 1 || (id !== null && id !== allowed.id)) return null;
  return typeof link === "string" && link.length <= MAXIMUM_LINK_LENGTH && link.startsWith("#") ? link : null;
}

/** The message that tells the page around a frame which view it shows now. */
export const viewMessage = (id: string | null, link: string) => ({ type: "sarhad:view", v: 1, id, link });

/** Hands `obey` the links that the page around a frame asks for; of many in one go only the newest. */
export function listenForCommands(allowed: Parameters<typeof readViewCommand>[1], obey: (link: string) => void): void {
  let newest: string | null = null;
  addEventListener("message", (event) => {
    const link = readViewCommand(event, allowed);
    if (link === null) return;
    if (newest === null) {
      setTimeout(() => {
        const asked = newest ?? link;
        newest = null;
        obey(asked);
      });
    }
    newest = link;
  });
}
