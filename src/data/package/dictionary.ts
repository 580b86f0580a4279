import type { JsonSchema, SchemaName } from "./json-schemas";

const HEADINGS: Readonly<Record<SchemaName, string>> = {
  place: "Places (`border`, `crossings`, `markets`, `ports`, `provinces`, `districts`, `towns`, `water`, `terrain`)",
  event: "Events (`strikes`, `incidents`, `agreements`)",
  corridor: "Corridors (`corridors`)",
  membership: "Memberships (`memberships`)",
  layers: "The manifest (`layers.json`)",
  sources: "The source register (`sources.json`)",
};

const variantsOf = (schema: JsonSchema) => schema.anyOf ?? schema.oneOf ?? [];

function typeOf(schema: JsonSchema): string {
  const variants = variantsOf(schema);
  if (variants.length > 0) return variants.map(typeOf).join(" or ");
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(", ");
  if (schema.prefixItems) return `list of ${schema.prefixItems.length}`;
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  if (schema.format === "date") return "date";
  return Array.isArray(schema.type) ? schema.type.join(" or ") : String(schema.type ?? "any");
}

/** The object behind a field: itself, its items, or the variant that is an object. */
function objectOf(schema: JsonSchema): JsonSchema | null {
  if (schema.properties) return schema;
  if (schema.items) return objectOf(schema.items);
  for (const variant of variantsOf(schema)) {
    const inner = objectOf(variant);
    if (inner) return inner;
  }
  return null;
}

function rowsOf(schema: JsonSchema, prefix: string): string[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const inner = objectOf(field);
    // A geometry is GeoJSON; RFC 7946 says the rest.
    const nested = inner && name !== "geometry" ? rowsOf(inner, `${path}${field.items ? "[]" : ""}.`) : [];
    const cells = [`\`${path}\``, typeOf(field), required.has(name) ? "yes" : "no", field.description ?? ""];
    return [`| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`, ...nested];
  });
}

/** The data dictionary as Markdown: one table per schema, one row per field. */
export function dataDictionary(schemas: Readonly<Record<SchemaName, JsonSchema>>): string {
  const sections = (Object.keys(HEADINGS) as SchemaName[]).map((name) => {
    const features = schemas[name].properties?.features;
    const properties = features ? objectOf(features)?.properties?.properties : schemas[name];
    const rows = rowsOf(properties ?? schemas[name], "");
    return [`## ${HEADINGS[name]}`, "", "| Field | Type | Always there | Meaning |", "|---|---|---|---|", ...rows].join(
      "\n",
    );
  });
  const opening = [
    "# Data dictionary",
    "",
    "Every field of every record, generated from the schemas in `src/data` by `npm run package-data`. A record is the",
    "`properties` of a GeoJSON feature; positions are `[longitude, latitude]` in degrees on WGS84. `null` means that no",
    "source gives the field.",
  ].join("\n");
  return `${[opening, ...sections].join("\n\n")}\n`;
}
