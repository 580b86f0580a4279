import { loadGlossary } from "../../state/lessons";
import { useVoice } from "../context";
import { Fetching } from "./Fetching";
import { useLoaded } from "./use-loaded";

/** The words of a step with what they mean. */
export function StepTerms({ ids }: { readonly ids: readonly string[] }) {
  const { translate, text } = useVoice();
  const glossary = useLoaded(loadGlossary);
  if (ids.length === 0) return null;
  return (
    <details class="player__more">
      <summary>{translate("learn.words")}</summary>
      {glossary.state !== "ready" ? (
        <Fetching loaded={glossary} />
      ) : (
        <dl class="terms">
          {glossary.value.terms
            .filter(({ id }) => ids.includes(id))
            .map(({ id, term, definition }) => (
              <div key={id}>
                <dt>
                  <dfn>{text(term)}</dfn>
                </dt>
                <dd>{text(definition)}</dd>
              </div>
            ))}
        </dl>
      )}
    </details>
  );
}
