import { signal } from "@preact/signals-core";
import { describe, expect, it } from "vitest";
import { type CameraMap, cameraOf, keepCamera } from "../../src/map/camera-sync";
import { type Camera, START_VIEW, type View } from "../../src/state/view";

/** A map of camera verbs only; it arrives at once, within the limits a real map sets. */
class FakeMap implements CameraMap {
  camera: Camera;
  moves = 0;
  #listeners = new Set<() => void>();

  constructor(camera: Camera) {
    this.camera = camera;
  }
  getCenter = () => this.camera;
  getZoom = () => this.camera.zoom;
  getBearing = () => this.camera.bearing;
  getPitch = () => this.camera.pitch;
  easeTo({ center: [lng, lat], zoom, bearing, pitch }: Parameters<CameraMap["easeTo"]>[0]) {
    this.moves++;
    this.drag({ lng, lat, zoom: Math.min(18, zoom), bearing, pitch });
  }
  on(_: "moveend", listener: () => void) {
    this.#listeners.add(listener);
  }
  off(_: "moveend", listener: () => void) {
    this.#listeners.delete(listener);
  }
  /** The reader moves the map. */
  drag(camera: Camera) {
    this.camera = camera;
    for (const listener of this.#listeners) listener();
  }
}

function setUp() {
  const view = signal<View>(START_VIEW);
  const map = new FakeMap(START_VIEW.camera);
  const written: Camera[] = [];
  const setCamera = (camera: Camera) => {
    written.push(camera);
    view.value = { ...view.peek(), camera };
  };
  const dispose = keepCamera(map, { view, setCamera });
  return { view, map, written, dispose };
}
const elsewhere: Camera = { zoom: 9, lat: 25.2, lng: 61.5, bearing: 0, pitch: 0 };

describe("keepCamera", () => {
  it("does not move a map that is already there", () => {
    const { map, view } = setUp();
    view.value = { ...view.value, selected: { layer: "ports", id: "gwadar" } };
    view.value = { ...view.value, camera: { ...START_VIEW.camera } };
    expect(map.moves).toBe(0);
  });

  it("moves the map once to a new camera, and writes nothing back", () => {
    const { map, view, written } = setUp();
    view.value = { ...view.value, camera: elsewhere };
    expect(map.moves).toBe(1);
    expect(written).toEqual([]);
    expect(cameraOf(map)).toEqual(elsewhere);
  });

  it("writes where the reader has moved the map, and does not move it again", () => {
    const { map, view, written } = setUp();
    map.drag(elsewhere);
    expect(view.value.camera).toEqual(elsewhere);
    expect(written).toHaveLength(1);
    expect(map.moves).toBe(0);
  });

  it("writes what the map made of a camera beyond its limits", () => {
    const { map, view } = setUp();
    view.value = { ...view.value, camera: { ...elsewhere, zoom: 20 } };
    expect(view.value.camera.zoom).toBe(18);
    expect(map.moves).toBe(1);
  });

  it("writes longitudes of the first copy of the world", () => {
    const { map, view } = setUp();
    map.drag({ ...elsewhere, lng: 421.5 });
    expect(view.value.camera.lng).toBeCloseTo(61.5, 9);
  });

  it("does nothing any more once disposed", () => {
    const { map, view, dispose } = setUp();
    dispose();
    view.value = { ...view.value, camera: elsewhere };
    map.drag({ ...elsewhere, zoom: 3 });
    expect(map.moves).toBe(0);
    expect(view.value.camera).toEqual(elsewhere);
  });
});
