import { useEffect, useState } from "preact/hooks";
import "./own-data.css";
import { LinkError } from "../../data/own/fetch-linked";
import { ImportError } from "../../data/own/import-error";
import { encode } from "../../state/permalink";
import { useAtlas, useVoice } from "../context";
import { bring } from "./bring-linked";
import { importLinked } from "./linked-import";

const AGREED = "sarhad:1:data-agreed";

/** Remembers the reader's yes over the change to the page that may reach the network; not longer than the tab. */
function agree(url: string): void {
  try {
    sessionStorage.setItem(AGREED, url);
  } catch {
    // Blocked: the other page asks again.
  }
}

function hasAgreed(url: string): boolean {
  try {
    return sessionStorage.getItem(AGREED) === url;
  } catch {
    return false;
  }
}

/** The data that a link names: fetched at once from this site, from elsewhere only when the reader agrees. */
export default function LinkedData() {
  const atlas = useAtlas();
  const { page, shell } = atlas;
  const { translate } = useVoice();
  const address = page.model.view.value.data ?? "";
  const [agreedTo, setAgreedTo] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(1);
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
  const isHere = url?.origin === location.origin;
  const isOpen = document.documentElement.dataset.network === "open";
  const mayFetch = url !== null && (isHere || (isOpen && (agreedTo === address || hasAgreed(address))));

  useEffect(() => {
    if (!url || !mayFetch) return;
    const linked = importLinked(page.model, url);
    const { name } = linked;
    let isStopped = false;
    bring(atlas, linked).catch((error: unknown) => {
      if (isStopped) return;
      const reason =
        error instanceof LinkError
          ? `${translate(`mine.link-${error.fault}`)} ${error.fault === "status" ? error.detail : ""}`
          : translate(`mine.fault-${error instanceof ImportError ? error.fault : "broken"}`);
      const again = () => {
        page.notice.value = null;
        setAttempt(attempt + 1);
      };
      page.notice.value = {
        key: "mine.link-failed",
        values: { name, reason: reason.trim() },
        action: { key: "action.retry", run: again },
      };
    });
    return () => {
      isStopped = true;
      linked.stop();
    };
  }, [address, mayFetch, attempt]);

  if (!url || isHere || mayFetch || refused === address || url.protocol !== "https:") return null;
  const accept = () => {
    if (isOpen) setAgreedTo(address);
    else {
      agree(address);
      location.assign(`./online.html${encode(page.model.view.value)}`);
    }
  };
  return (
    <section class="own-data__consent" aria-label={translate("mine.link-title")}>
      <p>
        {translate("mine.link-ask")} <bdi dir="ltr">{url.host}</bdi>
      </p>
      <p class="quiet">{translate("mine.link-note")}</p>
      <p class="own-data__buttons">
        <button type="button" class="button" onClick={accept}>
          {translate("mine.link-yes")}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            setRefused(address);
            shell.announce(translate("mine.link-refused"));
          }}
        >
          {translate("mine.link-no")}
        </button>
      </p>
    </section>
  );
}
