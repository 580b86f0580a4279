import { FRAME_ATTRIBUTES, VIEW_ATTRIBUTES } from "../state/element-attributes";
import { embedPage } from "../state/embed-page";
import { frameScheme } from "../state/frame-scheme";
import { heightAsked } from "../state/resize-rule";

/** Parts of the view that the frame takes from its address alone. */
const FIXED: ReadonlySet<string> = new Set(["language", "pin"]);

/** The data versions that are kept, written in while building: each has pages of its own. */
declare const KEPT_VERSIONS: readonly string[];

const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
const STYLE =
  ":host{display:block}:host([hidden]){display:none}iframe{display:block;inline-size:100%;block-size:100%;min-block-size:30rem;border:0}";

/** The address of the built atlas: this module lies at its top. */
const SITE = new URL("./", import.meta.url);

/** Frames obey pages of https and local ones only; in any other page they are loaded again for each change. */
const CAN_COMMAND = location.protocol === "https:" || ["localhost", "127.0.0.1"].includes(location.hostname);

const isViewAttribute = (name: string): name is keyof typeof VIEW_ATTRIBUTES => name in VIEW_ATTRIBUTES;

/**
 * `<sarhad-map>`: a view of the atlas as an element. Its attributes are the parts of the view: setting one changes what the
 * frame shows, and when the reader changes the view the attributes follow and a `sarhad-view` event tells of it. What stands
 * between its tags shows where scripts do not run. It stores nothing and puts nothing on the page but itself.
 */
export class SarhadMapElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = [
    ...Object.keys(VIEW_ATTRIBUTES),
    ...Object.keys(FRAME_ATTRIBUTES),
    "label",
  ];

  readonly #frame: HTMLIFrameElement;
  #listening: AbortController | null = null;
  /** True while attributes follow the frame, so that it is not told what it has just said. */
  #isFollowing = false;
  #isPlanned = false;
  #mustLoad = true;
  /** True from the first word of the loaded frame on: before, nobody there would hear a command. */
  #isHeard = false;
  /** True when attributes were changed before the frame could hear of it. */
  #isWaiting = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    this.#frame = document.createElement("iframe");
    this.#frame.setAttribute("sandbox", SANDBOX);
    this.#frame.setAttribute("allow", "fullscreen; clipboard-write; web-share");
    this.#frame.setAttribute("loading", "lazy");
    this.#frame.setAttribute("referrerpolicy", "strict-origin-when-cross-origin");
    root.append(this.#frame);
  }

  /** The view as a link of the atlas writes it: `#v=1&…`. */
  get view(): string {
    const link = new URLSearchParams("v=1");
    for (const [name, key] of Object.entries(VIEW_ATTRIBUTES)) {
      const value = this.getAttribute(name);
      if (value !== null) link.set(key, value);
    }
    return `#${link}`;
  }

  set view(value: string) {
    const link = new URLSearchParams(value.replace(/^#/, ""));
    for (const [name, key] of Object.entries(VIEW_ATTRIBUTES)) {
      const part = link.get(key);
      if (part === null) this.removeAttribute(name);
      else if (part !== this.getAttribute(name)) this.setAttribute(name, part);
    }
  }

  connectedCallback(): void {
    this.#listening = new AbortController();
    window.addEventListener("message", (event) => this.#hear(event), { signal: this.#listening.signal });
    this.#mustLoad = true;
    this.#plan();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#listening = null;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || this.#isFollowing) return;
    if (name === "label") {
      this.#frame.title = this.#title();
      return;
    }
    if (!isViewAttribute(name) || FIXED.has(name)) this.#mustLoad = true;
    this.#plan();
  }

  /** Several attributes set at once are one change. */
  #plan(): void {
    if (this.#isPlanned || !this.isConnected) return;
    this.#isPlanned = true;
    queueMicrotask(() => {
      this.#isPlanned = false;
      if (this.isConnected) this.#show();
    });
  }

  #title(): string {
    return this.getAttribute("label") ?? "Sarhad: the open atlas of the Iran–Pakistan border";
  }

  /** Lets the ground of the page through where the frame has none of its own. */
  #fitScheme(): void {
    this.#frame.style.colorScheme = frameScheme(this.getAttribute("background"), this.getAttribute("theme")) ?? "";
  }

  #show(): void {
    this.#fitScheme();
    if (!this.#mustLoad && CAN_COMMAND) {
      if (this.#isHeard) this.#command();
      else this.#isWaiting = true;
      return;
    }
    this.#mustLoad = false;
    this.#isHeard = false;
    this.#isWaiting = false;
    const options = Object.entries(FRAME_ATTRIBUTES).flatMap(([name, option]) => {
      const value = this.getAttribute(name);
      return value === null ? [] : [`${option}:${value}`];
    });
    options.push(`commands:${location.origin}`);
    const link = new URLSearchParams(this.view.slice(1));
    link.set("embed", options.join(";"));
    this.#frame.title = this.#title();
    // A new fragment alone would not load the frame again.
    const language = this.getAttribute("language");
    const version = KEPT_VERSIONS.find((kept) => kept === this.getAttribute("pin")) ?? null;
    const address = new URL(embedPage({ language, version, view: null, data: this.getAttribute("data") }), SITE);
    address.hash = String(link);
    const isSamePage = this.#frame.src !== "";
    this.#frame.src = address.href;
    if (isSamePage) this.#frame.replaceWith(this.#frame);
  }

  #command(): void {
    this.#isWaiting = false;
    this.#frame.contentWindow?.postMessage({ type: "sarhad:view", v: 1, link: this.view }, SITE.origin);
  }

  #hear(event: MessageEvent): void {
    const frame = { contentWindow: this.#frame.contentWindow, src: this.#frame.src, sandbox: SANDBOX };
    const asked = heightAsked(event, [frame], SITE.origin);
    if (asked && !this.style.height) this.#frame.style.height = `${asked.height}px`;
    if (event.source !== this.#frame.contentWindow || event.origin !== SITE.origin) return;
    const { type, v, link } = Object(event.data) as Readonly<Record<string, unknown>>;
    if (type !== "sarhad:view" || v !== 1 || typeof link !== "string" || !link.startsWith("#")) return;
    this.#isHeard = true;
    if (this.#isWaiting) {
      this.#command();
      return;
    }
    this.#isFollowing = true;
    this.view = link;
    this.#isFollowing = false;
    this.#fitScheme();
    this.dispatchEvent(new CustomEvent("sarhad-view", { detail: { view: link }, bubbles: true }));
  }
}

if (!customElements.get("sarhad-map")) customElements.define("sarhad-map", SarhadMapElement);
