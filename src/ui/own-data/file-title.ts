/** A file's name without its ending, as the title of its layer. */
export const titleOfFile = (name: string): string => name.replace(/\.[a-z0-9]{1,12}$/i, "").trim() || name;
