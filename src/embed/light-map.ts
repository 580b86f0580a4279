import { isGeographyAsked } from "../state/geography-only";
import { needsFullMap } from "../state/needs-full-map";
import { decode } from "../state/permalink";
import { type Camera, type FeatureReference, HOME_CAMERA, START_VIEW, type View } from "../state/view";
import { makeCard } from "./card";
import { listenForCommands, viewMessage } from "./commands";
import { make, makeButton } from "./dom";
import { drawInto, fittedCamera, isDrawnAsLarge, pictureOf } from "./drawing";
import { writeFoot } from "./foot";
import { makeFullButton } from "./full-button";
import { listenOnMap, zoomedTo } from "./gestures";
import { tellHeight } from "./height";
import { makeLegend } from "./legend";
import { homeCamera, selectionCamera } from "./light-camera";
import type { LightPublishers } from "./light-data";
import { cardOf, fullLink, headingOf, type LightSession, selectedFeature } from "./light-session";
import { makeMapButtons } from "./map-buttons";
import { makeMissingCard } from "./missing-card";
import { isOnScreen } from "./on-screen";
import { openTools } from "./open-tools";
import { writeHead } from "./page-head";
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
      cardPlace.append(makeMissingCard(missing, translate, closeCard, entry && (() => void openCard())));
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
    change({ camera: selectionCamera(session, map, cardPlace, true) });
    draw();
    void openCard();
  };
  const writeAround = () => {
    writeHead(head, headingOf(session));
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

  const fullButton = makeFullButton(page, corner, session, options.siteUrl);
  const buttons = makeMapButtons(translate, {
    zoom: (levels) => setCamera(zoomedTo(session.view.camera, session.view.camera.zoom + levels)),
    home: () => setCamera(homeCamera(stage)),
    share,
  });
  const isStart = session.view.camera === START_VIEW.camera || session.view.camera === HOME_CAMERA;
  const { clientWidth: width, clientHeight: height } = stage;
  const camera =
    isStart && Math.min(width, height) < 400 ? homeCamera(stage) : fittedCamera(session.view.camera, width, height);
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
    session.view = { ...session.view, camera: selectionCamera(session, map, cardPlace, false) };
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
  listenForCommands({ origin: embed.commands, source: window.parent, id: embed.id }, (link) => {
    // Language, version and the frame's own options stay what they were when it was made.
    const { language, pin } = session.view;
    session.asked = { ...decode(link), language, pin, embed };
    session.view = session.asked;
    void options.complete().finally(() => {
      writeAround();
      showCard();
      draw();
      tellView();
    });
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
