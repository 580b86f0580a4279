import { render } from "preact";
import { useEffect } from "preact/hooks";
import type { Page } from "../state/page";
import { Announcements } from "./Announcements";
import { TopBar } from "./bar/TopBar";
import { CardHost } from "./CardHost";
import { type Atlas, AtlasContext, useAtlas, useVoice } from "./context";
import { followCoverage } from "./coverage";
import { DeskHost } from "./DeskHost";
import { DialogHost } from "./DialogHost";
import { FilterHost } from "./FilterHost";
import { listenForFiles } from "./file-drop";
import { Lazy } from "./Lazy";
import { Foot } from "./map-furniture/Foot";
import { MapButtons } from "./map-furniture/MapButtons";
import { describeMap } from "./map-region";
import { openView } from "./opening";
import { Panel } from "./panel/Panel";
import { SoonHost } from "./SoonHost";
import { StaticMapHost } from "./StaticMapHost";
import { createShell } from "./shell";
import { listenForShortcuts } from "./shortcuts";
import { createStore } from "./storage";
import { Welcome } from "./Welcome";

/** Draws everything but the map into `root`, over the element with the id `map`, which stays as the page brought it. */
export function mountApp(root: HTMLElement, page: Page): () => void {
  const isEmbed = page.model.chrome === "embed";
  // An embed leaves nothing behind on the device of a newspaper's reader.
  const shell = createShell(
    page.model,
    createStore(() => (isEmbed ? null : window.localStorage)),
  );
  render(
    <AtlasContext.Provider value={{ page, shell }}>
      <App />
    </AtlasContext.Provider>,
    root,
  );
  return () => {
    render(null, root);
    shell.dispose();
  };
}

const loadLinkedData = () => import("./own-data/LinkedData");

/** Nothing shows before the first catalogue has arrived: there would be no words for it. */
function App() {
  const { page } = useAtlas();
  return page.speech.value ? <Chrome /> : null;
}

function Chrome() {
  const atlas = useAtlas();
  const { translate, language } = useVoice();
  const { page, shell } = atlas;
  const { model } = page;
  const isEmbed = model.chrome === "embed";
  const hasCard = model.view.value.selected !== null;

  useEffect(() => followCoverage(model, shell), [model, shell]);
  useEffect(() => listenForShortcuts(atlas), [atlas]);
  useEffect(() => keepWalkAfterFocus(atlas), [atlas]);
  useEffect(() => (isEmbed ? undefined : listenForFiles(shell)), [isEmbed, shell]);
  useEffect(() => openView(model), [model]);
  useEffect(() => describeMap(translate("map.label"), translate("map.role")), [translate]);

  return (
    <div
      class="page"
      lang={language}
      data-chrome={model.chrome}
      data-card={hasCard ? "open" : undefined}
      data-nastaliq={language === "ur" && model.settings.value.nastaliq ? "" : undefined}
    >
      <nav class="skip-links" aria-label={translate("skip.label")}>
        {!isEmbed && (
          <button type="button" class="button" onClick={() => focusOn("#search")}>
            {translate("skip.search")}
          </button>
        )}
        {!isEmbed && (
          <button
            type="button"
            class="button"
            onClick={() => {
              shell.openTab("list");
              focusOn("#tab-list");
            }}
          >
            {translate("skip.list")}
          </button>
        )}
        <button type="button" class="button" onClick={() => focusOn("#map canvas, #map [tabindex], #map")}>
          {translate("skip.map")}
        </button>
      </nav>
      {!isEmbed && <TopBar />}
      <main class="stage">
        <CardHost />
        <SoonHost />
        {!isEmbed && <Panel />}
        <FilterHost />
        {!isEmbed && <Welcome />}
        <MapButtons />
        {page.isLinkDue.value && model.view.value.data !== null && <Lazy load={loadLinkedData} props={{}} />}
        {page.mapState.value === "static" && <StaticMapHost />}
      </main>
      {!isEmbed && <DeskHost />}
      <Foot />
      <Announcements />
      <DialogHost />
    </div>
  );
}

/** Buttons and not links lead there: what follows “#” in the address is the view. */
function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

/**
 * Fetches the feature mode when the map is first given the focus; a key that begins it and was pressed meanwhile is
 * pressed again. Answers how to stop.
 */
function keepWalkAfterFocus(atlas: Atlas): () => void {
  const map = document.getElementById("map");
  let stop = () => {};
  let isMounted = true;
  let early: string | null = null;
  const onKeyDown = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
    if (/^[fn]$/i.test(key) && !ctrlKey && !altKey && !metaKey) early = key;
  };
  const fetchWalk = () => {
    map?.removeEventListener("focusin", fetchWalk);
    map?.addEventListener("keydown", onKeyDown);
    Promise.all([import("./feature-walk"), atlas.page.allMessages()])
      .then(
        ([{ keepFeatureWalk }]) => {
          if (!isMounted) return;
          stop = keepFeatureWalk(atlas);
          if (early !== null) map?.dispatchEvent(new KeyboardEvent("keydown", { key: early, cancelable: true }));
        },
        // Without it the list is the way to every place; the next focus asks again.
        () => map?.addEventListener("focusin", fetchWalk),
      )
      .finally(() => map?.removeEventListener("keydown", onKeyDown));
  };
  map?.addEventListener("focusin", fetchWalk);
  return () => {
    isMounted = false;
    map?.removeEventListener("focusin", fetchWalk);
    map?.removeEventListener("keydown", onKeyDown);
    stop();
  };
}
