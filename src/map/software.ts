import type { Map as MapLibreMap } from "maplibre-gl";

/** Names of renderers that draw without a graphics card. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether the map is painted by the processor alone. */
export function isSoftware({ painter }: MapLibreMap): boolean {
  const { gl } = painter.context;
  const unmasked = gl.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL;
  return SOFTWARE.test(String(gl.getParameter(unmasked ?? gl.RENDERER)));
}
