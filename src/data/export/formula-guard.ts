/** Signs with which spreadsheets begin a formula, their full-width forms, and what may hide one. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i;

/**
 * `text` as a spreadsheet may open it: what it would run as a formula gets an apostrophe in front. Text that is nothing
 * but a number is left alone. `unguarded` takes the apostrophe away again, and only that.
 */
export const guarded = (text: string): string => (FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text);

/** The text that `guarded` was given. */
export const unguarded = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);
