import { DISGUISING } from "../data/disguising";

/** `text` as somebody wrote it, fit for a page, a picture, a citation and a file: one line, with nothing that disguises it. */
export const publishedText = (text: string): string => text.replace(/\s+/g, " ").replace(DISGUISING, "").trim();
