import { loadDataScript } from "./data-script";
import { make } from "./dom";
import type { LightPublishers } from "./light-data";
import type { MakeTools } from "./tools";
import type { ToolsContext } from "./tools-dialog";

/** Opens the dialog of picture, citation and snippet; its script and the credits of events come with the first press. */
export async function openTools(
  page: HTMLElement,
  context: Omit<ToolsContext, "publishers">,
  loadPublishers: () => Promise<LightPublishers>,
): Promise<void> {
  const { session, siteUrl } = context;
  const came = document.activeElement;
  page.querySelector(".embed__corner > [role=alert]")?.remove();
  try {
    const [makeTools, publishers] = await Promise.all([loadDataScript(`${siteUrl}embed/tools.js`), loadPublishers()]);
    const dialog = (makeTools as MakeTools)({ ...context, publishers });
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
