/** The map cannot be drawn on this device: the page shows the static picture and the list instead. */
export class MapUnavailableError extends Error {
  override readonly name = "MapUnavailableError";

  constructor(cause: unknown) {
    super("WebGL 2 is not available", { cause });
  }
}
