/** An event that keeps the worker alive until what it started has ended. */
export interface LastingEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

/** What a service worker knows of itself; the page's own types have no word for it. */
export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly unknown[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

export const scope = globalThis as unknown as WorkerScope;
