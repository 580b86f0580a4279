import { DEFAULT_EMBED_OPTIONS } from "../../state/embed-options";
import { encode } from "../../state/permalink";
import type { ShareDraft } from "./share-draft";

/** The address under which a draft is cited: what its sharer chose, fixed to the data that are open. */
export const citedLink = ({ asked, dataVersion }: ShareDraft): string =>
  new URL(encode({ ...asked.value, pin: dataVersion, embed: DEFAULT_EMBED_OPTIONS }), location.href).href;
