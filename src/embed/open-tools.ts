import { loadDataScript } from "./data-script";
import { make } from "./dom";
import type { MakeTools } from "./tools";
import type { ToolsContext } from "./tools-dialog";

/** Kinds of layers whose cards name the publishers that a picture credits. */
const EVENT_LAYERS = ["strikes", "incidents", "agreements"];

/** Opens the dialog of picture, citation and snippet; its script and the cards of events in view come with the first press. */
export async function openTools(
  page: HTMLElement,
  context: ToolsContext,
  complete: (cardsOf: readonly string[]) => Promise<void>,
): Promise<void> {
  const { session, siteUrl } = context;
  const came = document.activeElement;
  page.querySelector(".embed__corner > [role=alert]")?.remove();
  const events = EVENT_LAYERS.filter((id) => (session.view.layers as readonly string[]).includes(id));
  try {
    const [makeTools] = await Promise.all([loadDataScript(`${siteUrl}embed/tools.js`), complete(events)]);
    const dialog = (makeTools as MakeTools)(context);
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (came instanceof HTMLElement) came.focus();
    });
    page.append(dialog);
    dialog.showModal();
  } catch {
    const notice = make("p", { class: "embed__pin", role: "alert" }, session.translate("embed.failed"));
    page.querySelector(".embed__corner")?.append(notice);
  }
}
