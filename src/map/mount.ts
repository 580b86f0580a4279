import "maplibre-gl/dist/maplibre-gl.css";
import { effect, signal, untracked } from "@preact/signals-core";
import { type GeoJSONSource, GPUInitializationError, Map as MapLibreMap, prewarm, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { atlasFolder } from "../state/atlas-folder";
import type { MapHandle } from "../state/map-handle";
import type { Page, Speech } from "../state/page";
import { serveArchives } from "./archive-protocol";
import { cameraOf, keepCamera } from "./camera-sync";
import { keepData, type Outline, type SetFeatures } from "./data-sync";
import { keepDrawing } from "./drawing-sync";
import { loadDrawing } from "./drawings";
import { mapLocale, relabelMap } from "./locale";
import { MapUnavailableError } from "./map-unavailable";
import type { OwnMap } from "./own-map";
import { keepPointerLater } from "./pointer-later";
import { setShared, sharingOf } from "./shared-sources";
import { isSoftware } from "./software";
import { style } from "./style";
import type { Stage } from "./style-context";
import { keepImages } from "./style-images";
import { keepStyle, styleInput } from "./style-sync";
import { type MapWatch, watchMap } from "./watch";

setWorkerUrl(workerUrl);
// The worker is long in starting: it begins before the map is made.
prewarm();
serveArchives();

/** The language of the page as soon as its texts are there. */
function firstSpeech({ speech }: Page): Promise<Speech> {
  return new Promise((resolve) => {
    const dispose = effect(() => {
      const known = speech.value;
      if (!known) return;
      resolve(known);
      // The effect may run before `dispose` is there to be called.
      queueMicrotask(() => dispose());
    });
  });
}

/** The rest of the map waits no longer than this for the data that a link names. */
const OWN_FIRST_MILLISECONDS = 3000;

/** What the map begins with: everything, or what a link brought alone until that is painted. */
function createStage({ model: { own, view }, firstPicture }: Page) {
  const stage = signal<Stage>(view.peek().data !== null && own.list.peek().length > 0 ? "own" : "whole");
  const beginRest = () => {
    if (stage.peek() === "own") stage.value = "groundless";
  };
  const showAll = () => {
    beginRest();
    firstPicture.peek()?.clear();
  };
  let isLate = false;
  let isComing = false;
  // A map whose worker is dead never has the points: the picture of them stays then.
  const showLate = () => {
    if (isLate && isComing) showAll();
  };
  if (stage.peek() === "own") {
    setTimeout(() => {
      isLate = true;
      beginRest();
      showLate();
    }, OWN_FIRST_MILLISECONDS);
  }
  const tellComing = () => {
    isComing = true;
    showLate();
  };
  return { stage, showAll, tellComing, own: signal<OwnMap | null>(null) };
}

/** Fetches what draws the reader's own layers. */
const loadOwnMap = async () => (await import("./own-map")).ownMap;

/** Draws the reader's own layers from when there are any, until disposed. */
function keepOwn(
  map: MapLibreMap,
  { model }: Page,
  set: SetFeatures,
  { own, showAll, tellComing }: Staging,
  tellMissing: () => void,
): () => void {
  const stopFetching = effect(() => {
    if (model.own.list.value.length === 0 || own.peek()) return;
    loadOwnMap().then((arrived) => {
      own.value = arrived;
    }, tellMissing);
  });
  const stopKeeping = effect(() => {
    const arrived = own.value;
    if (!arrived) return;
    return untracked(() => {
      const stops = [arrived.keepFeatures(model, set), arrived.keepPainted(map, model, showAll, tellComing)];
      return () => {
        for (const stop of stops) stop();
      };
    });
  });
  return () => {
    stopFetching();
    stopKeeping();
  };
}

type Staging = ReturnType<typeof createStage>;

function createMap(
  frame: HTMLElement,
  page: Page,
  speech: Speech,
  baseUrl: string,
  { own, stage }: Staging,
): MapLibreMap {
  const { camera } = page.model.view.peek();
  try {
    return new MapLibreMap({
      container: frame,
      style: style(styleInput(page, speech, baseUrl, { own: own.peek(), stage: stage.peek(), online: null })),
      center: [camera.lng, camera.lat],
      zoom: camera.zoom,
      bearing: camera.bearing,
      pitch: camera.pitch,
      maxZoom: 18,
      maxPitch: 75,
      attributionControl: false,
      cooperativeGestures: page.model.chrome === "embed",
      locale: mapLocale(speech.translate),
      validateStyle: false,
    });
  } catch (error) {
    if (error instanceof GPUInitializationError) throw new MapUnavailableError(error);
    throw error;
  }
}

/** Keeps the model informed how large the map is; what covers its edges is for the panels to say. */
function keepViewport(map: MapLibreMap, { model }: Page): () => void {
  const measure = () => {
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    model.viewport.value = { ...model.viewport.peek(), width, height };
  };
  measure();
  map.on("resize", measure);
  return () => void map.off("resize", measure);
}

/** True while nothing is moving, loading or fading, and nothing held back. The ground is laid under a map that is there. */
function readiness(map: MapLibreMap, { stage }: Staging) {
  const ready = signal(false);
  const unready = () => {
    ready.value = false;
  };
  map.on("idle", () => {
    ready.value = stage.peek() === "whole";
    if (stage.peek() === "groundless") stage.value = "whole";
  });
  map.on("movestart", unready);
  map.on("dataloading", unready);
  return ready;
}

/** Fetches what spares paintings where they are slow: at once without a graphics card, elsewhere when the map rests. */
function keepMovingPictureLater(map: MapLibreMap): () => void {
  let isKept = true;
  let stop = () => {};
  const fetchMotion = () =>
    import("./picture-motion").then(
      ({ keepMovingPicture }) => {
        if (isKept) stop = keepMovingPicture(map);
      },
      // Movements stay as they were.
      () => {},
    );
  if (isSoftware(map)) void fetchMotion();
  else map.once("idle", fetchMotion);
  return () => {
    isKept = false;
    map.off("idle", fetchMotion);
    stop();
  };
}

/** Tells the reader that part of what the map draws did not arrive. */
const missingTeller =
  ({ notice }: Page) =>
  () => {
    notice.value = { key: "notice.map-part", action: { key: "action.reload", run: () => location.reload() } };
  };

/** Keeps style, features, camera, pointer and texts of a map whose style has arrived in step with the page. */
function keepInStep(map: MapLibreMap, page: Page, baseUrl: string, repaint: Repaint, staging: Staging): (() => void)[] {
  let isKept = true;
  const setFeatures = setShared((id, features) => {
    // What arrives after the style has gone has nowhere to go; it is set anew with the next style.
    if (isKept) void map.getSource<GeoJSONSource>(id)?.setData(features);
  }, sharingOf(page.model.manifest));
  const tellMissing = missingTeller(page);
  const outline: Outline = (features) =>
    import("./country-features")
      .then(({ outlined }) => outlined(features))
      .catch((error: unknown) => {
        tellMissing();
        throw error;
      });
  return [
    () => {
      isKept = false;
    },
    effect(() => repaint(page.model.theme.value)),
    keepStyle(map, page, baseUrl, staging),
    // The whole map is painted anew for what is pointed at; where that is slow, its name beside the pointer has to do.
    keepData(page, setFeatures, outline, !isSoftware(map)),
    keepOwn(map, page, setFeatures, staging, tellMissing),
    keepCamera(map, page.model),
    keepPointerLater(map, page),
    keepDrawing(map, page),
    keepMovingPictureLater(map),
    keepViewport(map, page),
    effect(() => {
      if (page.speech.value) relabelMap(map.getContainer(), page.speech.value.translate);
    }),
    loadDrawing("border-line", setFeatures, tellMissing),
    loadDrawing("border-ticks", setFeatures, tellMissing),
  ];
}

type Repaint = ReturnType<typeof keepImages>;

/**
 * Runs `keep` once the style has arrived, and again with every style that MapLibre brings back after the graphics card was
 * lost: in between the map has no style, and whatever would change it must rest. Answers how to stop.
 */
function keepThroughLoss(map: MapLibreMap, keep: () => (() => void)[]): () => void {
  let keepers: (() => void)[] = [];
  const start = () => {
    keepers = keep();
  };
  const stop = () => {
    for (const dispose of keepers) dispose();
    keepers = [];
  };
  map.once("style.load", start);
  map.on("webglcontextlost", () => {
    stop();
    map.off("style.load", start);
    map.once("style.load", start);
  });
  return stop;
}

/**
 * Draws the atlas with WebGL in `container` and keeps it in step with the page, both ways, until the handle is disposed.
 * What the container held before (a picture) stays below until the map has drawn. Resolves then, or when the reader has
 * been told why nothing is drawn; rejects with MapUnavailableError where there is no WebGL 2.
 */
export async function mountMap(container: HTMLElement, page: Page): Promise<MapHandle> {
  const speech = await firstSpeech(page);
  const baseUrl = atlasFolder();
  const picture = page.firstPicture.peek();
  const earlier = [...container.children];
  const frame = document.createElement("div");
  frame.className = "map-frame";
  frame.dir = "ltr";
  frame.style.position = "absolute";
  frame.style.inset = "0";
  container.append(frame);
  const staging = createStage(page);
  const isWhole = staging.stage.peek() === "whole";
  // A poster that cannot follow would show another part of the world behind what the link brought.
  if (!isWhole && !picture) container.querySelector(".poster")?.remove();
  // The rest of the map is drawn without it, and it is asked for again.
  if (!isWhole) staging.own.value = await loadOwnMap().catch(() => null);
  await picture?.rests();
  let map: MapLibreMap;
  try {
    map = createMap(frame, page, speech, baseUrl, staging);
  } catch (error) {
    frame.remove();
    throw error;
  }
  const followMap = picture?.yield();
  if (followMap) map.on("move", () => followMap(cameraOf(map)));
  const ready = readiness(map, staging);
  const repaint = keepImages(map, page.model.theme.peek(), window.devicePixelRatio, missingTeller(page));
  const disposers: (() => void)[] = [
    effect(() => {
      container.dataset.state = ready.value ? "idle" : "busy";
    }),
  ];
  await new Promise<void>((resolve) => {
    disposers.push(keepThroughLoss(map, () => keepInStep(map, page, baseUrl, repaint, staging)));
    const withdraw = (key: string) => {
      if (page.notice.peek()?.key === key) page.notice.value = null;
    };
    const endPicture = () => {
      for (const child of earlier) child.remove();
      picture?.end();
      page.firstPicture.value = null;
    };
    if (isWhole) map.once("load", endPicture);
    else {
      disposers.push(
        effect(() => {
          if (ready.value) endPicture();
        }),
      );
    }
    map.once("load", () => {
      withdraw("notice.map-worker");
      resolve();
    });
    const tell: MapWatch["tell"] = (notice) => {
      page.notice.value = notice;
      resolve();
    };
    const leaveOnline = () => {
      page.model.basemap.value = "bundled";
    };
    disposers.push(watchMap(map, { tell, withdraw, leaveOnline, workerUrl }));
  });
  const handle: MapHandle = {
    ready,
    screenshot: async (scale = 1) => (await import("./screenshot")).takePicture(map, scale),
    positionAt: ({ x, y }) => {
      const { lng, lat } = map.unproject([x, y]);
      return [lng, lat];
    },
    pixelAt: ([lng, lat]) => map.project([lng, lat]),
    panBy: (x, y) => void map.panBy([x, y], { duration: 250 }),
    zoomBy: (steps) => void map.easeTo({ zoom: map.getZoom() + steps, duration: 250 }),
    dispose: () => {
      for (const dispose of disposers) dispose();
      map.remove();
      frame.remove();
      page.map.value = null;
    },
  };
  page.map.value = handle;
  return handle;
}
