import { make, makeButton } from "./dom";
import { openFullMap } from "./full-map";
import { fullLink, type LightSession } from "./light-session";

/**
 * The button that puts the full map in the place of the light one. Where its script may not be loaded the button becomes a
 * link to the atlas, and `corner` says why.
 */
export function makeFullButton(page: HTMLElement, corner: HTMLElement, session: LightSession, siteUrl: string) {
  const { translate } = session;
  const openOrLink = async () => {
    history.replaceState(null, "", fullLink(session, true));
    button.disabled = true;
    try {
      await openFullMap(page);
    } catch {
      const href = `${siteUrl}index.html${fullLink(session)}`;
      const link = make(
        "a",
        { class: "embed__full", href, target: "_blank", rel: "noopener" },
        translate("embed.full-map"),
      );
      button.replaceWith(link);
      corner.append(make("p", { class: "embed__pin", role: "status" }, translate("embed.full-refused")));
      link.focus();
    }
  };
  const button = makeButton({ class: "link-button embed__full" }, () => void openOrLink(), translate("embed.full-map"));
  return button;
}
