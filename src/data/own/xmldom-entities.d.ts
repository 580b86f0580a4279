declare module "@xmldom/xmldom/lib/entities.js" {
  /** The characters of every name that HTML knows. */
  export const HTML_ENTITIES: Readonly<Record<string, string>>;
}
