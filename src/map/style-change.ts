import type { LayerSpecification, StyleSpecification } from "@maplibre/maplibre-gl-style-spec";

/** The few verbs of a MapLibre map by which one style becomes another. */
export interface Restylable {
  setPaintProperty(layer: string, name: string, value: unknown): unknown;
  setLayoutProperty(layer: string, name: string, value: unknown): unknown;
  setFilter(layer: string, filter: unknown): unknown;
  setLayerZoomRange(layer: string, minzoom: number, maxzoom: number): unknown;
}

const isEqual = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

type Properties = Readonly<Record<string, unknown>>;

function changeProperties(before: Properties, after: Properties, set: (name: string, value: unknown) => void): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!isEqual(before[name], after[name])) set(name, after[name]);
  }
}

const filterOf = (layer: LayerSpecification): unknown => ("filter" in layer ? layer.filter : undefined);

/** Zooms from and to which a layer is drawn, in full. */
const zoomsOf = ({ minzoom = 0, maxzoom = 24 }: LayerSpecification): [number, number] => [minzoom, maxzoom];

/**
 * Makes a map that shows `before` show `after`, touching only what differs; features and images stay. Both must have the
 * same layers in the same order.
 */
export function changeStyle(map: Restylable, before: StyleSpecification, after: StyleSpecification): void {
  after.layers.forEach((layer, index) => {
    const old = before.layers[index];
    if (old?.id !== layer.id) throw new RangeError(`styles differ in their layers: ${old?.id} and ${layer.id}`);
    changeProperties((old.paint ?? {}) as Properties, (layer.paint ?? {}) as Properties, (name, value) =>
      map.setPaintProperty(layer.id, name, value),
    );
    changeProperties((old.layout ?? {}) as Properties, (layer.layout ?? {}) as Properties, (name, value) =>
      map.setLayoutProperty(layer.id, name, value),
    );
    if (!isEqual(zoomsOf(old), zoomsOf(layer))) map.setLayerZoomRange(layer.id, ...zoomsOf(layer));
    if (!isEqual(filterOf(old), filterOf(layer))) map.setFilter(layer.id, filterOf(layer) ?? null);
  });
}
