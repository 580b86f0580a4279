import { useEffect, useRef } from "preact/hooks";
import { useAtlas, useVoice } from "./context";
import { Icon } from "./Icon";
import { Lazy } from "./Lazy";
import { findTool } from "./tools";

/** The one dialog that may be open. The browser keeps the focus inside and gives it back. */
export function DialogHost() {
  const { shell } = useAtlas();
  const { translate } = useVoice();
  const dialog = useRef<HTMLDialogElement>(null);
  const tool = findTool(shell.dialog.value);
  const id = tool?.id;
  useEffect(() => {
    if (id !== undefined && dialog.current && !dialog.current.open) dialog.current.showModal();
  }, [id]);
  if (!tool) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby="dialog-title"
      onClose={() => (shell.dialog.value = null)}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <header class="dialog__head">
        <h2 id="dialog-title">{translate(tool.titleKey)}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={translate("action.close")}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="dialog__body">
        <Lazy key={tool.id} load={tool.load} props={{}} />
      </div>
    </dialog>
  );
}
