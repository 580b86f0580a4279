import { encode } from "../../state/permalink";
import { CopyField } from "../CopyField";
import { useAtlas, useVoice } from "../context";
import { openExport } from "../export/wanted";
import { Icon } from "../Icon";

/** What keeps an embed to itself, and what it may do. */
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/** The link of this view, and the snippet that puts it into another page. Both name the language they are read in. */
export default function ShareDialog() {
  const { page, shell } = useAtlas();
  const { translate, language } = useVoice();
  const hash = encode({ ...page.model.view.value, language });
  const link = new URL(hash, location.href).href;
  const embed = new URL(`embed.html${hash}`, location.href).href;
  return (
    <>
      <CopyField label={translate("share.link")} text={link} lines={3} />
      <p>
        <button type="button" class="button" onClick={() => openExport(shell, { scope: "filtered", layer: null })}>
          <Icon name="download" /> {translate("tool.export")}
        </button>
      </p>
      <CopyField label={translate("share.embed")} text={snippet(embed, link, translate("app.title"))} lines={7} />
      <p class="quiet">{translate("share.embed-note")}</p>
    </>
  );
}

const attribute = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** An iframe with a plain link below it, for hosts that strip iframes. */
function snippet(embed: string, link: string, title: string): string {
  return [
    "<figure>",
    `  <iframe title="${attribute(title)}" src="${attribute(embed)}" loading="lazy" width="100%" height="480"`,
    `    style="border:0" allow="fullscreen; clipboard-write; web-share" referrerpolicy="strict-origin-when-cross-origin"`,
    `    sandbox="${SANDBOX}"></iframe>`,
    `  <figcaption><a href="${attribute(link)}">${attribute(title)}</a></figcaption>`,
    "</figure>",
  ].join("\n");
}
