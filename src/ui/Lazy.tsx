import { type ComponentType, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useAtlas, useVoice } from "./context";
import { NotArrived } from "./NotArrived";

type Part<P> = () => Promise<{ readonly default: ComponentType<P> }>;

type Loaded<P> =
  | { readonly state: "waiting" }
  | { readonly state: "ready"; readonly component: ComponentType<P> }
  | { readonly state: "failed" };

interface LazyProps<P> {
  readonly load: Part<P>;
  readonly props: P;
  /** Whether the words of what comes soon are all that it says. */
  readonly isSoon?: boolean;
  /** Whether nothing stands in its place while it is on its way. */
  readonly isSilent?: boolean;
}

/** Draws a part of the page once its code and its words have arrived; says so while it is on its way, and offers another try. */
export function Lazy<P extends object>({ load, props, isSoon, isSilent }: LazyProps<P>) {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<P>>({ state: "waiting" });
  useEffect(() => {
    let isCurrent = true;
    setLoaded({ state: "waiting" });
    Promise.all([load(), isSoon ? page.soonMessages() : page.allMessages()]).then(
      ([part]) => isCurrent && setLoaded({ state: "ready", component: part.default }),
      () => isCurrent && setLoaded({ state: "failed" }),
    );
    return () => {
      isCurrent = false;
    };
  }, [load, page, attempt]);

  if (loaded.state === "ready") return h(loaded.component, props);
  if (loaded.state === "waiting") return isSilent ? null : <p class="quiet">{translate("part.loading")}</p>;
  return <NotArrived onRetry={() => setAttempt(attempt + 1)} />;
}
