import { type TextColumn, textAt } from "../../data/own/columns";
import { fold } from "../fold";

const ROWS_PER_PIECE = 4096;

/** The titles of a table as they are searched, made when they are first asked for and kept, so many rows in one text. */
export class SearchedTitles {
  readonly #titles: TextColumn;
  readonly #pieces: string[] = [];

  constructor(titles: TextColumn) {
    this.#titles = titles;
  }

  get pieces(): number {
    return Math.ceil(this.#titles.ends.length / ROWS_PER_PIECE);
  }

  #piece(at: number): string {
    const known = this.#pieces[at];
    if (known !== undefined) return known;
    const titles: string[] = [];
    const last = Math.min(this.#titles.ends.length, (at + 1) * ROWS_PER_PIECE);
    for (let row = at * ROWS_PER_PIECE; row < last; row++) titles.push(fold(textAt(this.#titles, row)));
    const piece = titles.join("\n");
    this.#pieces[at] = piece;
    return piece;
  }

  /** The rows of one piece whose title holds every word; `words` are folded. */
  *rowsWith(at: number, words: readonly string[]): Generator<number> {
    const first = at * ROWS_PER_PIECE;
    if (words.length === 0) {
      const last = Math.min(this.#titles.ends.length, first + ROWS_PER_PIECE);
      for (let row = first; row < last; row++) yield row;
      return;
    }
    const piece = this.#piece(at);
    if (!words.every((word) => piece.includes(word))) return;
    const titles = piece.split("\n");
    for (const [index, title] of titles.entries()) {
      if (words.every((word) => title.includes(word))) yield first + index;
    }
  }
}

/** The words of a text as they are searched. */
export const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(" ")
    .filter((word) => word !== "");
