import "./styles/late.css";
import { useEffect, useRef } from "preact/hooks";
import { useAtlas, useVoice } from "./context";
import { Icon } from "./Icon";
import { Lazy } from "./Lazy";
import type { Tool } from "./tools";

/** An open dialog. The browser keeps the focus inside and gives it back. */
export default function DialogFrame({ tool }: { readonly tool: Tool }) {
  const { shell } = useAtlas();
  const { translate } = useVoice();
  const dialog = useRef<HTMLDialogElement>(null);
  /** Where a press began: text that is marked out to the edge ends beyond it, and closes nothing. */
  const pressed = useRef<EventTarget | null>(null);
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
  }, [tool]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby="dialog-title"
      onClose={() => (shell.dialog.value = null)}
      onPointerDown={({ target }) => (pressed.current = target)}
      onClick={({ target }) => target === dialog.current && pressed.current === target && dialog.current?.close()}
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
