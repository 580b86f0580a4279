import { saveFile } from "../save-file";

/** Hands `text` to the reader as a file of their own. */
export const saveText = (name: string, type: string, text: string): void => saveFile(name, new Blob([text], { type }));
