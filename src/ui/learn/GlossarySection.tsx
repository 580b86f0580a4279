import { LOCALES } from "../../state/language/translate";
import { loadGlossary } from "../../state/lessons";
import { useVoice } from "../context";
import { Fetching } from "./Fetching";
import { useLoaded } from "./use-loaded";

/** All words that the lessons explain, in the order of the reader's alphabet. */
export function GlossarySection() {
  const { translate, text, language } = useVoice();
  const glossary = useLoaded(loadGlossary);
  if (glossary.state !== "ready") return <Fetching loaded={glossary} />;
  const collator = new Intl.Collator(LOCALES[language]);
  const terms = [...glossary.value.terms].sort((a, b) => collator.compare(text(a.term), text(b.term)));
  return (
    <section aria-label={translate("learn.section.glossary")}>
      <dl class="terms">
        {terms.map(({ id, term, definition }) => (
          <div key={id}>
            <dt>
              <dfn>{text(term)}</dfn>
            </dt>
            <dd>{text(definition)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
