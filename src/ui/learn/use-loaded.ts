import { useEffect, useState } from "preact/hooks";

/** Something fetched: on its way, there, or failed and to be asked for again. */
export type Loaded<T> =
  | { readonly state: "waiting" }
  | { readonly state: "ready"; readonly value: T }
  | { readonly state: "failed"; readonly retry: () => void };

/** Fetches with `load` when first drawn. `load` must stay the same function from drawing to drawing. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "waiting" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    setLoaded({ state: "waiting" });
    load().then(
      (value) => isCurrent && setLoaded({ state: "ready", value }),
      () => isCurrent && setLoaded({ state: "failed", retry: () => setAttempt(attempt + 1) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [load, attempt]);
  return loaded;
}
