import type { FeatureCollection } from "geojson";

/** Fetches shapes that hold no records; rejects with an Error that names their file. */
export async function fetchShapes<Shapes extends FeatureCollection>(
  url: string,
  signal: AbortSignal | null = null,
): Promise<Shapes> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return (await response.json()) as Shapes;
}
