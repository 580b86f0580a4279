import { effect } from "@preact/signals-core";
import { isSameCamera } from "../state/camera";
import type { Model } from "../state/model";
import type { Camera } from "../state/view";

const MOVE_MILLISECONDS = 250;

/** The few verbs of a MapLibre map that a camera needs. */
export interface CameraMap {
  getCenter(): { readonly lng: number; readonly lat: number };
  getZoom(): number;
  getBearing(): number;
  getPitch(): number;
  easeTo(options: {
    center: [number, number];
    zoom: number;
    bearing: number;
    pitch: number;
    duration: number;
  }): unknown;
  on(type: "moveend", listener: () => void): unknown;
  off(type: "moveend", listener: () => void): unknown;
}

/** Where the map looks now. */
export function cameraOf(map: CameraMap): Camera {
  const { lng, lat } = map.getCenter();
  // Away from the first copy of the world the same place has another longitude.
  const wrapped = ((((lng + 180) % 360) + 360) % 360) - 180;
  return { zoom: map.getZoom(), lat, lng: wrapped, bearing: map.getBearing(), pitch: map.getPitch() };
}

/**
 * Keeps the camera of the map and of the model in step until disposed: a new camera in the model moves the map unless it
 * is already there, and where a movement of the map ends is written to the model. Neither answers the other's echo.
 */
export function keepCamera(map: CameraMap, model: Pick<Model, "view" | "setCamera">): () => void {
  let written: Camera | null = null;
  const dispose = effect(() => {
    const { camera } = model.view.value;
    if (camera === written || isSameCamera(camera, cameraOf(map))) return;
    const { lng, lat, zoom, bearing, pitch } = camera;
    map.easeTo({ center: [lng, lat], zoom, bearing, pitch, duration: MOVE_MILLISECONDS });
  });
  const write = () => {
    const camera = cameraOf(map);
    if (isSameCamera(camera, model.view.peek().camera)) return;
    written = camera;
    model.setCamera(camera);
  };
  map.on("moveend", write);
  return () => {
    map.off("moveend", write);
    dispose();
  };
}
