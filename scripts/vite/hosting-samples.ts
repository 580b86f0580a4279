import { headersFor } from "./hosting-headers.ts";

/** Where answers differ in their headers: a regular expression over the path of a site, and a path of that kind. */
const PLACES = [
  { name: "assets", pattern: "/assets/", example: "/assets/a.js" },
  { name: "embeds", pattern: "/embed\\.html$|/embed/", example: "/embed.html" },
  { name: "online", pattern: "/online\\.html$", example: "/online.html" },
  { name: "start", pattern: "/(?:index\\.html)?$", example: "/index.html" },
] as const;

const quoted = (value: string) => `"${value.replaceAll('"', '\\"')}"`;

/** The headers as a part of an nginx `server` block; the first place that matches counts. */
export function nginxSample(): string {
  const lines = (path: string, indent: string) =>
    Object.entries(headersFor(path)).map(([name, value]) => `${indent}add_header ${name} ${quoted(value)} always;`);
  const places = PLACES.map(({ pattern, example }) =>
    [`location ~ ${pattern} {`, ...lines(example, "  "), "}"].join("\n"),
  );
  return [...places, ["location / {", ...lines("/data/1.0.0/border.geojson", "  "), "}"].join("\n")].join("\n");
}

/** The headers as an Apache `.htaccess` file or a part of a virtual host; needs `mod_headers`. */
export function apacheSample(): string {
  const everywhere = Object.entries(headersFor("/data/1.0.0/border.geojson"));
  const rest = PLACES.map(({ pattern, example }) => {
    const more = Object.entries(headersFor(example)).filter(
      ([name, value]) => !everywhere.some(([known, same]) => known === name && same === value),
    );
    const lines = more.map(([name, value]) => `  Header always set ${name} ${quoted(value)}`);
    return [`<If "%{REQUEST_URI} =~ m#${pattern}#">`, ...lines, "</If>"].join("\n");
  });
  return [...everywhere.map(([name, value]) => `Header always set ${name} ${quoted(value)}`), ...rest].join("\n");
}
