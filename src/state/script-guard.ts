/** What a policy of the browser is made of; TypeScript's own library does not know it yet. */
interface PolicyRules {
  readonly createHTML: (text: string, type: string, sink: string) => string;
  readonly createScript: () => never;
  readonly createScriptURL: (address: string) => string;
}

interface TrustedTypes {
  readonly defaultPolicy: unknown;
  createPolicy(name: "default", rules: PolicyRules): unknown;
}

const refuse = (what: string) => (): never => {
  throw new TypeError(`${what} is never made from text here`);
};

/** Whether a script may come from `address`: our own origin, or what MapLibre makes for frames without an origin. */
function isOwnScript(address: string, base: string, origin: string): boolean {
  const url = new URL(address, base);
  if (origin !== "null") return url.origin === origin;
  return url.origin === new URL(base).origin || /^data:text\/javascript;charset=utf-8,/.test(address);
}

/**
 * Where the browser knows Trusted Types, lets scripts and workers start from our own origin alone, and lets no text become
 * HTML or code; the policy of the page makes the browser insist on it (see `scripts/vite/security-policy.ts`).
 */
export function guardScripts(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  // The full map inside an embed finds the guard of the light one in place.
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy("default", {
    // Our own drawings are parsed as SVG, by a parser that runs nothing (sink: “DOMParser parseFromString”).
    createHTML: (text, _type, sink) => (/^DOMParser/.test(sink) && text.startsWith("<svg ") ? text : refuse("HTML")()),
    createScript: refuse("a script"),
    createScriptURL(address) {
      if (isOwnScript(address, document.baseURI, self.origin)) return address;
      throw new TypeError(`no script may come from ${address}`);
    },
  });
}
