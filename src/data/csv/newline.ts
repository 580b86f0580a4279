/** What a line of CSV ends in; with “\n” it may be “\r\n”. */
export type Newline = "\n" | "\r";

/** What may stand before the quote that opens a cell. */
const CELL_STARTS = ["", "\n", "\r", ",", "\t", ";", "|"];

/** How the lines of `head` end: as most of those do that are not within quotes, for a cell may hold lines of its own. */
export function newlineOf(head: string): Newline {
  let isQuoted = false;
  let [feeds, returns] = [0, 0];
  for (let at = 0; at < head.length; at++) {
    const character = head[at];
    if (isQuoted) isQuoted = character !== '"';
    // A quote right behind one that closed stands for a quote of the text, which goes on.
    else if (character === '"') isQuoted = head[at - 1] === '"' || CELL_STARTS.includes(head[at - 1] ?? "");
    else if (character === "\n") feeds++;
    else if (character === "\r" && head[at + 1] !== "\n") returns++;
  }
  return returns > feeds ? "\r" : "\n";
}
