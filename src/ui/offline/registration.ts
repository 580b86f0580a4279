import type { Page } from "../../state/page";

const HOUR_MILLISECONDS = 3_600_000;

/** Asks the reader whether to go over to the new version; the page is never reloaded by itself. */
function offerUpdate(page: Page, waiting: ServiceWorker): void {
  page.notice.value = {
    key: "offline.update",
    action: {
      key: "offline.reload",
      run: () => {
        navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
        waiting.postMessage("take-over");
      },
    },
  };
}

/** Tells of the version that waits behind the one on the page, now and later. */
function watchUpdates(page: Page, registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator;
  if (registration.waiting && serviceWorker.controller) offerUpdate(page, registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && serviceWorker.controller) offerUpdate(page, installing);
    });
  });
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < HOUR_MILLISECONDS) return;
    asked = Date.now();
    // Offline there is nothing to ask.
    registration.update().catch(() => undefined);
  });
}

/** The service worker of this copy of the atlas; null where the browser has none or refuses it. */
export async function register(): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator)) return null;
  try {
    return await navigator.serviceWorker.register(new URL("sw.js", document.baseURI), { updateViaCache: "none" });
  } catch {
    return null;
  }
}

const savesData = () => {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
};

/** Keeps the atlas on this device for the next visit, unless the reader's browser is told to save data. */
export async function keepOffline(page: Page): Promise<void> {
  if (savesData()) return;
  const registration = await register();
  if (registration) watchUpdates(page, registration);
}
