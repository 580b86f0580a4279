import { cameraFor } from "../state/camera";
import { boundsOf } from "../state/extent";
import { isGeographyAsked } from "../state/geography-only";
import { decode } from "../state/permalink";
import { type Camera, type FeatureReference, HOME_CAMERA, START_VIEW, type View } from "../state/view";
import { makeCard } from "./card";
import { readViewCommand, viewMessage } from "./commands";
import { make, makeButton, makeIcon, writeText } from "./dom";
import { cameraShowing, drawInto, fittedCamera, isDrawnAsLarge, pictureOf } from "./drawing";
import { writeFoot } from "./foot";
import { openFullMap } from "./full-map";
import { listenOnMap, zoomedTo } from "./gestures";
import { tellHeight } from "./height";
import { makeLegend } from "./legend";
import type { LightPublishers } from "./light-data";
import { cardOf, fullLink, headingOf, type LightSession, selectedFeature } from "./light-session";
import { isOnScreen } from "./on-screen";
import { openTools } from "./open-tools";
import { makePinNotice } from "./pin-notice";

/** What a light map needs beside its session. */
export interface LightMapOptions {
  /** The address of the built atlas, with its slash. */
  readonly siteUrl: string;
  readonly isPinKnown: boolean;
  /** Loads what the view of the session asks for and the session lacks: layers, and the card of what is selected. */
  complete(): Promise<void>;
  /** Who published what events rest on, for the credits of pictures. */
  publishers(): Promise<LightPublishers>;
}

const REST_MILLISECONDS = 80;
const HINT_MILLISECONDS = 1800;
/** A card that covers more of a map leaves no room beside it. */
const MOST_COVERED = 0.7;
const ICONS = {
  in: "M10 4v12M4 10h12",
  out: "M4 10h12",
  home: "M3 9.5L10 3.5l7 6M5 8.5V16.5h3.5V12h3v4.5H15V8.5",
  share: "M10 12.5V3M6.5 6L10 2.8 13.5 6M5 9.5v7h10v-7",
};

/** Filters by figures that have to be computed first. */
const COMPUTED_FILTERS = ["to-border", "inside"];

/** What a view holds that only the full map draws. */
const needsFullMap = ({ from, to, measure, corridors, data, lesson, filters }: View): boolean =>
  COMPUTED_FILTERS.some((name) => name in filters) ||
  from !== null ||
  to !== null ||
  measure.length > 0 ||
  corridors.length > 0 ||
  data !== null ||
  lesson !== null;

/** Writes heading and summary into the elements of the poster, so that nothing is painted a second time as if it were new. */
function writeHead(head: HTMLElement, title: string, summary: string): void {
  const [heading, text] = [head.querySelector("h1"), head.querySelector("p")];
  // A heading of fewer lines keeps the room of the one before: what stands below must not move.
  if (heading && heading.textContent !== title) heading.style.minBlockSize = `${heading.offsetHeight}px`;
  writeText(heading, title);
  writeText(text, summary);
}

/** Marks what is written before the fonts of the page have come, and what is written after it as such. */
const markEarly = (place: HTMLElement) =>
  place.toggleAttribute("data-early", document.documentElement.dataset.fonts === undefined);

/** Puts a map that can be moved, pressed and read in the place of the poster, with all that stands around it. */
export function mountLightMap(page: HTMLElement, session: LightSession, options: LightMapOptions): void {
  const { translate } = session;
  const { embed } = session.view;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");
  const head = page.querySelector<HTMLElement>(".embed__head");
  const stage = page.querySelector<HTMLElement>(".embed__stage");
  const foot = page.querySelector<HTMLElement>(".embed__foot");
  if (!head || !stage || !foot) return;

  const map = make("section", { class: "embed__map", dir: "ltr", tabindex: 0, "aria-label": translate("map.label") });
  const hint = make("p", { class: "embed__hint", "aria-hidden": "true" });
  const legend = make("details", { class: "embed__legend" }, make("summary", {}, translate("embed.legend")));
  const corner = make("div", { class: "embed__corner" }, embed.legend === "hidden" ? null : legend);
  const cardPlace = make("div", { class: "embed__card" });
  let isAwake = embed.interaction === "direct";
  let drawTimer: ReturnType<typeof setTimeout> | undefined;
  let hintTimer: ReturnType<typeof setTimeout> | undefined;
  let cameFrom: Element | null = null;

  const theme = () => {
    // Paper is bright whatever the screen is.
    if (paper.matches) return "light";
    const asked = session.view.theme ?? "auto";
    return asked === "auto" ? (dark.matches ? "dark" : "light") : asked;
  };
  const draw = () => {
    clearTimeout(drawTimer);
    drawTimer = undefined;
    drawInto(map, session, theme());
  };
  const drawSoon = () => {
    drawTimer ??= setTimeout(draw, REST_MILLISECONDS);
  };
  /** Draws again when the map has another size than its picture. */
  const followSize = () => {
    if (!isDrawnAsLarge(map)) drawSoon();
  };
  const change = (part: Partial<View>) => {
    session.view = { ...session.view, ...part };
    tellView();
  };
  const tellView = () => {
    if (embed.commands === null || window.parent === window) return;
    window.parent.postMessage(viewMessage(embed.id, fullLink(session)), embed.commands);
  };
  const setCamera = (camera: Camera) => {
    change({ camera });
    draw();
  };
  const sayHint = (text: string) => {
    hint.textContent = text;
    hint.dataset.shown = "";
    clearTimeout(hintTimer);
    hintTimer = setTimeout(() => delete hint.dataset.shown, HINT_MILLISECONDS);
  };
  const showCard = () => {
    const entry = selectedFeature(session);
    const said = session.view.selected && cardOf(session, session.view.selected);
    cardPlace.replaceChildren();
    markEarly(cardPlace);
    // With “geography only” not even the name of what is left out is told.
    const missing = isGeographyAsked(session.view) ? null : session.view.selected;
    page.toggleAttribute("data-card", entry !== null || missing !== null);
    if (entry && said) {
      const atlas = `${options.siteUrl}index.html${fullLink(session)}`;
      const { card, heading } = makeCard(entry, said, { language: session.data.language, translate }, atlas, closeCard);
      cardPlace.append(card);
      return heading;
    }
    if (missing) {
      const { layer, id } = missing;
      const isKnown = entry !== null;
      cardPlace.append(
        make(
          "section",
          { class: "card" },
          make(
            "p",
            {},
            isKnown ? translate("embed.failed") : translate("card.missing-id", { id: `\u2068${layer}/${id}\u2069` }),
          ),
          isKnown && makeButton({ class: "button" }, () => void openCard(), translate("action.retry")),
          makeButton({ class: "button" }, closeCard, translate("action.close")),
        ),
      );
    }
    return null;
  };
  /** Shows the card of what is selected once all it says has come; what was selected since then has its own. */
  const openCard = async () => {
    const { selected } = session.view;
    await options.complete().catch(() => {});
    if (session.view.selected === selected) showCard()?.focus({ preventScroll: true });
  };
  const closeCard = () => {
    const key = session.view.selected && `${session.view.selected.layer}/${session.view.selected.id}`;
    change({ selected: null });
    showCard();
    draw();
    const again = key ? map.querySelector<SVGElement>(`[data-key="${CSS.escape(key)}"]`) : null;
    if (again) again.focus();
    else if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus();
    else map.focus();
  };
  const select = (reference: FeatureReference) => {
    cameFrom = document.activeElement;
    session.view = { ...session.view, selected: reference };
    change({ camera: cameraForSelected(true) });
    draw();
    void openCard();
  };
  /**
   * The camera that shows what is selected beside its card, where there is room for both. What a link shows without its
   * selection stays as it was composed.
   */
  const cameraForSelected = (mayTravel: boolean) => {
    const { camera } = session.view;
    const bounds = boundsOf(selectedFeature(session)?.feature ?? null);
    if (!bounds) return camera;
    const middle = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] as const;
    const [width, covered] = [map.clientWidth, cardPlace.offsetWidth];
    const whole = [0, width] as const;
    const isInSight = cameraShowing(map, camera, middle, whole) === camera;
    if (!isInSight && !mayTravel) return camera;
    const isLeft = getComputedStyle(cardPlace).direction === "rtl";
    const beside = isLeft ? ([covered, width] as const) : ([0, width - covered] as const);
    return cameraShowing(map, camera, middle, covered < width * MOST_COVERED ? beside : whole);
  };
  const homeCamera = () => {
    const { clientWidth: width, clientHeight: height } = stage;
    const padding = { top: 24, right: 24, bottom: 24, left: 24 };
    return cameraFor([60.2, 24.6, 64.2, 30.2], { width, height, padding });
  };
  const writeAround = () => {
    const { title, summary } = headingOf(session);
    writeHead(head, title, summary);
    document.title = title;
    const pin = makePinNotice(session, options.isPinKnown);
    markEarly(corner);
    writeFoot(foot, session, options.siteUrl);
    corner.querySelector(".embed__pin")?.remove();
    if (pin) corner.append(pin);
    legend.replaceChildren(make("summary", {}, translate("embed.legend")), makeLegend(pictureOf(session, theme())));
    if (!foot.querySelector(".embed__full")) foot.querySelector(".embed__notes")?.before(fullButton);
    foot.querySelector(".embed__notes-body")?.append(makeButton({ class: "button" }, share, translate("embed.tools")));
  };
  const share = () => {
    const { width, height } = map.getBoundingClientRect();
    void openTools(
      page,
      { session, siteUrl: options.siteUrl, theme: theme(), seen: { width, height } },
      options.publishers,
    );
  };

  const fullButton = makeButton({ class: "link-button embed__full" }, () => void goFull(), translate("embed.full-map"));
  const goFull = async () => {
    history.replaceState(null, "", fullLink(session, true));
    fullButton.disabled = true;
    try {
      await openFullMap(page);
    } catch {
      const link = make(
        "a",
        {
          class: "embed__full",
          href: `${options.siteUrl}index.html${fullLink(session)}`,
          target: "_blank",
          rel: "noopener",
        },
        translate("embed.full-map"),
      );
      fullButton.replaceWith(link);
      const notice = make("p", { class: "embed__pin", role: "status" }, translate("embed.full-refused"));
      corner.append(notice);
      link.focus();
    }
  };

  const buttons = make(
    "div",
    { class: "embed__buttons", role: "group", "aria-label": translate("map.label") },
    ...(["in", "out", "home"] as const).map((name) =>
      makeButton(
        { class: "icon-button", "aria-label": translate(name === "home" ? "map.home" : `map.zoom-${name}`) },
        () =>
          name === "home"
            ? setCamera(homeCamera())
            : setCamera(zoomedTo(session.view.camera, session.view.camera.zoom + (name === "in" ? 1 : -1))),
        makeIcon(ICONS[name]),
      ),
    ),
    makeButton({ class: "icon-button", "aria-label": translate("embed.tools") }, share, makeIcon(ICONS.share)),
  );
  const isStart = session.view.camera === START_VIEW.camera || session.view.camera === HOME_CAMERA;
  const { clientWidth: width, clientHeight: height } = stage;
  const camera =
    isStart && Math.min(width, height) < 400 ? homeCamera() : fittedCamera(session.view.camera, width, height);
  session.view = { ...session.view, camera };
  // Drawn before it is on the page, the map costs no layout of its own.
  if (!session.view.selected) drawInto(map, session, theme(), stage);
  // The poster lies below the map until it has been on the screen.
  const poster = stage.querySelector(":scope > .poster");
  for (const other of [...stage.children]) if (other !== poster) other.remove();
  stage.append(
    map,
    ...(embed.controls === "shown" && embed.interaction !== "none" ? [buttons] : []),
    corner,
    hint,
    cardPlace,
  );
  legend.open = embed.legend === "open";
  if (session.view.selected) {
    session.view = { ...session.view, camera: cameraForSelected(false) };
    draw();
    showCard();
  }

  listenOnMap(map, {
    camera: () => session.view.camera,
    setCamera,
    select,
    canMove: () => isAwake,
    press: () => {
      if (embed.interaction === "click") isAwake = true;
    },
    hintWheel: () => sayHint(translate("embed.wheel")),
    preview: (x, y, scale) => {
      const picture = map.querySelector("svg");
      if (picture) picture.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    },
  });
  page.addEventListener("keydown", (event) => {
    // Escape in the dialog above closes that alone.
    const isInDialog = event.target instanceof Element && event.target.closest("dialog") !== null;
    if (event.key === "Escape" && session.view.selected && !isInDialog) closeCard();
  });
  for (const query of [dark, paper]) {
    query.addEventListener("change", () => {
      writeAround();
      draw();
    });
  }
  new ResizeObserver(followSize).observe(map);
  let commanded = "";
  let isObeyPlanned = false;
  const obey = () => {
    isObeyPlanned = false;
    // Language, version and the frame's own options stay what they were when it was made.
    const { language, pin } = session.view;
    session.asked = { ...decode(commanded), language, pin, embed };
    session.view = session.asked;
    void options.complete().finally(() => {
      writeAround();
      showCard();
      draw();
      tellView();
    });
  };
  window.addEventListener("message", (event) => {
    const allowed = { origin: embed.commands, source: window.parent, id: embed.id };
    const link = readViewCommand(event, allowed);
    if (link === null) return;
    commanded = link;
    // However many come in one go, the newest is what is drawn.
    if (!isObeyPlanned) setTimeout(obey);
    isObeyPlanned = true;
  });
  const { dataset } = document.documentElement;
  dataset.light = "usable";
  const finish = () => {
    poster?.remove();
    writeAround();
    if (needsFullMap(session.view)) {
      corner.append(make("p", { class: "embed__pin" }, translate("embed.needs-full")));
    }
    tellHeight(embed.id, [head, foot]);
    // The page around learns what is shown, and that commands are heard from now on.
    tellView();
    dataset.light = "ready";
  };
  // What stands around the map comes once it has been painted.
  requestAnimationFrame(() => setTimeout(() => void isOnScreen().then(finish)));
}
