/** Gives the map its name in the reader's language; its description is the summary that `MapSummary` keeps up to date. */
export function describeMap(label: string, roleDescription: string): void {
  const map = document.getElementById("map");
  if (!map) return;
  map.setAttribute("role", "region");
  map.setAttribute("aria-label", label);
  map.setAttribute("aria-roledescription", roleDescription);
  map.setAttribute("aria-describedby", "map-summary");
}
