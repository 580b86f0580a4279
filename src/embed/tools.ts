import type { Language } from "../data/language";
import { DATA_EVENT } from "./light-data";
import type { LightMessages } from "./speak";
import { makeTools, type ToolsContext } from "./tools-dialog";

/** The words of the tools in every language; written in while building. */
declare const TOOL_WORDS: Readonly<Record<Language, LightMessages>>;

/** Makes the dialog of what takes a view out of a frame; it belongs to no page yet. */
export type MakeTools = (context: ToolsContext) => HTMLDialogElement;

const make: MakeTools = (context) => makeTools(context, TOOL_WORDS[context.session.data.language]);

// Handed over as data are, on the script's own element: it comes when it is asked for, in frames of any origin.
document.currentScript?.dispatchEvent(new CustomEvent(DATA_EVENT, { detail: make }));
