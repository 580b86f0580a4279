import { useEffect } from "preact/hooks";
import { useAtlas } from "./context";
import { Lazy } from "./Lazy";
import { findTool } from "./tools";

const loadFrame = () => import("./DialogFrame");

/** The place of the one dialog that may be open. */
export function DialogHost() {
  const { shell } = useAtlas();
  const tool = findTool(shell.dialog.value);
  useEffect(() => {
    // What the frame will hold comes with it; the frame tells when it does not.
    tool?.load().catch(() => undefined);
  }, [tool]);
  return tool && <Lazy load={loadFrame} props={{ tool }} isSoon isSilent />;
}
