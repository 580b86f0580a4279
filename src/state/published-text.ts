/** Controls, bidirectional overrides and isolates, and lone surrogates: they break files, or disguise what a text says. */
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/** `text` as somebody wrote it, fit for a page, a picture, a citation and a file: one line, with nothing that disguises it. */
export const publishedText = (text: string): string => text.replace(/\s+/g, " ").replace(UNSAFE, "").trim();
