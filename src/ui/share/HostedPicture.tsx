import { isPictureAddress } from "../../state/embed-snippet";
import { useVoice } from "../context";
import { AltField } from "./AltField";
import type { ShareDraft } from "./share-draft";

/** A picture that the sharer hosts, for readers without JavaScript, and its description. */
export function HostedPicture({ draft }: { readonly draft: ShareDraft }) {
  const { translate } = useVoice();
  const address = draft.hostedPicture.value;
  const isWrong = address.trim() !== "" && !isPictureAddress(address);
  return (
    <details class="share__more">
      <summary>{translate("share.without-scripts")}</summary>
      <div class="share__more-body">
        <label class="field">
          <span>{translate("share.hosted")}</span>
          <input
            type="url"
            dir="ltr"
            maxLength={2000}
            placeholder="https://"
            aria-invalid={isWrong}
            value={address}
            onInput={(event) => {
              draft.hostedPicture.value = event.currentTarget.value;
            }}
          />
        </label>
        {isWrong && (
          <p class="failure" role="alert">
            {translate("share.hosted-wrong")}
          </p>
        )}
        <p class="quiet">{translate("share.hosted-note")}</p>
        <AltField draft={draft} />
      </div>
    </details>
  );
}
