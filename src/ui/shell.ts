import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { featureKey } from "../state/feature-key";
import type { SortOrder } from "../state/listing";
import type { Model, Settings } from "../state/model";
import { type FeatureReference, START_VIEW, type View } from "../state/view";
import type { Store } from "./storage";

/** The three heights of the bottom sheet on a phone. */
export const SHEET_HEIGHTS = ["peek", "half", "full"] as const;
export type SheetHeight = (typeof SHEET_HEIGHTS)[number];

/** What the panels themselves know: which is open, how high, what was last announced. None of it is in a link. */
export interface Shell {
  /** Id of the open tab of the panel. */
  readonly tab: Signal<string>;
  readonly isFolded: Signal<boolean>;
  readonly sheet: Signal<SheetHeight>;
  /** Which part of the strip under the map is open, or null. */
  readonly desk: Signal<"timeline" | "table" | "compare" | null>;
  /** Id of the open dialog, or null. */
  readonly dialog: Signal<string | null>;
  /** On the first visit; never over a view that a link asks for. */
  readonly isWelcomeShown: Signal<boolean>;
  readonly hasShortcuts: Signal<boolean>;
  readonly isPanPadShown: Signal<boolean>;
  /** The feature at which the keyboard is, in the feature mode of the map or in the list; null when in neither. */
  readonly walked: Signal<FeatureReference | null>;
  /** What the list is narrowed to. */
  readonly list: {
    readonly text: Signal<string>;
    readonly layer: Signal<string | null>;
    readonly order: Signal<SortOrder>;
    /** Whether the filters are open above the list. */
    readonly hasFilters: Signal<boolean>;
  };
  /** Files that the reader has dropped on the page and that wait to be read. */
  readonly incoming: Signal<readonly File[]>;
  /** The text of the live region. */
  readonly announcement: ReadonlySignal<string>;
  /** Says `text` to screen readers, at most once a second; of several in a second the last is said. */
  announce(text: string): void;
  /** Opens a tab of the panel, unfolding it. */
  openTab(id: string): void;
  openDialog(id: string): void;
  /** Whether the open card came with the link, not by anything the reader did. */
  isCardFromLink(): boolean;
  /** Closes the card and puts the focus back where it was when the card opened. */
  closeCard(): void;
  dispose(): void;
}

const YES_NO = ["yes", "no"] as const;
const ANNOUNCE_INTERVAL_MILLISECONDS = 1000;

/** A signal of yes and no that `store` remembers under `name`. */
function remembered(store: Store, name: string, fallback: boolean): Signal<boolean> {
  const value = signal(store.read(name, YES_NO, fallback ? "yes" : "no") === "yes");
  effect(() => store.write(name, value.value ? "yes" : "no"));
  return value;
}

/** Takes over the reader's remembered settings and remembers further changes. */
function keepSettings(model: Model, store: Store): void {
  const { settings } = model;
  const { digits, unit, geographyOnly, nastaliq, labelLanguages, coordinates } = settings.peek();
  const yesNo = (value: boolean) => (value ? "yes" : "no");
  settings.value = {
    digits: store.read("digits", ["auto", "latin"], digits),
    unit: store.read("unit", ["km", "mi", "nmi"], unit),
    geographyOnly: store.read("geography-only", YES_NO, yesNo(geographyOnly)) === "yes",
    nastaliq: store.read("nastaliq", YES_NO, yesNo(nastaliq)) === "yes",
    labelLanguages: store.read("label-languages", ["one", "two"], labelLanguages),
    coordinates: store.read("coordinates", ["dd", "dm", "dms", "utm", "mgrs"], coordinates),
  };
  if (settings.peek().geographyOnly) model.setGeographyOnly(true);
  effect(() => {
    const kept: Settings = settings.value;
    store.write("digits", kept.digits);
    store.write("unit", kept.unit);
    store.write("geography-only", yesNo(kept.geographyOnly));
    store.write("nastaliq", yesNo(kept.nastaliq));
    store.write("label-languages", kept.labelLanguages);
    store.write("coordinates", kept.coordinates);
  });
}

/** A live region's text: changes at once when it was quiet, else when a second has passed. */
function createAnnouncer() {
  const text = signal("");
  let next = "";
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    timer = undefined;
    last = performance.now();
    text.value = next;
  };
  const announce = (message: string) => {
    next = message;
    if (timer !== undefined) return;
    const wait = last + ANNOUNCE_INTERVAL_MILLISECONDS - performance.now();
    if (wait <= 0) say();
    else timer = setTimeout(say, wait);
  };
  return { text, announce, stop: () => clearTimeout(timer) };
}

const isFocusable = (element: Element | null): element is HTMLElement | SVGElement =>
  (element instanceof HTMLElement || element instanceof SVGElement) && element.isConnected && element !== document.body;

/** Whether a view is the start view, in whatever language and dress. */
const isPlainStart = (view: View) =>
  JSON.stringify({ ...view, language: null, theme: null }) === JSON.stringify(START_VIEW);

/** The shell of one page. What it remembers it keeps in `store`. */
export function createShell(model: Model, store: Store): Shell {
  keepSettings(model, store);
  const { text, announce, stop } = createAnnouncer();
  const startsInLesson = model.view.peek().lesson !== null;
  const tab = signal(startsInLesson ? "learn" : "explore");
  const isFolded = remembered(store, "panel-folded", false);
  const sheet = signal<SheetHeight>(startsInLesson ? "half" : "peek");
  let cameFrom: Element | null = null;
  let openKey = "";
  const view = model.view.peek();
  const linked = view.selected;
  const linkedKey = linked ? featureKey(linked) : "";
  let hasChosen = false;
  let isInLesson = startsInLesson;

  const stopFollowing = effect(() => {
    const reference = model.view.value.selected;
    const key = reference ? featureKey(reference) : "";
    if (key !== "" && openKey === "") cameFrom = document.activeElement;
    if (key !== "" && key !== openKey && sheet.peek() === "peek") sheet.value = "half";
    if (key !== linkedKey) hasChosen = true;
    openKey = key;
  });
  // A lesson may come with a pasted link as well as with the first one.
  const stopLessons = effect(() => {
    const { lesson } = model.view.value;
    if (lesson !== null && !isInLesson) {
      tab.value = "learn";
      isFolded.value = false;
      if (sheet.peek() === "peek") sheet.value = "half";
    }
    isInLesson = lesson !== null;
  });

  return {
    tab,
    isFolded,
    sheet,
    desk: signal<"timeline" | "table" | "compare" | null>(view.filters.compare ? "compare" : null),
    dialog: signal<string | null>(null),
    isWelcomeShown: isPlainStart(view) ? remembered(store, "welcome", true) : signal(false),
    hasShortcuts: remembered(store, "shortcuts", true),
    isPanPadShown: remembered(store, "pan-pad", false),
    walked: signal<FeatureReference | null>(null),
    list: {
      text: signal(""),
      layer: signal<string | null>(null),
      order: signal<SortOrder>("layer"),
      hasFilters: signal(false),
    },
    incoming: signal<readonly File[]>([]),
    announcement: text,
    announce,
    openTab(id) {
      tab.value = id;
      isFolded.value = false;
      if (sheet.peek() === "peek") sheet.value = "half";
    },
    openDialog(id) {
      this.dialog.value = id;
    },
    isCardFromLink: () => !hasChosen,
    closeCard() {
      const target = cameFrom;
      model.select(null);
      // The element may only come back with the panel that the card had replaced.
      requestAnimationFrame(() => {
        const fallback = document.querySelector<HTMLElement>("#map canvas, #map [tabindex], .panel [role=tab]");
        if (isFocusable(target)) target.focus();
        if (document.activeElement !== target) fallback?.focus();
      });
    },
    dispose() {
      stop();
      stopFollowing();
      stopLessons();
    },
  };
}
