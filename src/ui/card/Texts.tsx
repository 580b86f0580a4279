import type { LocalizedText } from "../../data/text";
import { isFallback } from "../../state/language/translate";
import { useVoice } from "../context";
import { useSourceNumbers } from "./register";

/** A text of a record; where it exists in English only, it says so. */
export function RecordText({ text }: { readonly text: LocalizedText }) {
  const voice = useVoice();
  if (isFallback(text, voice.language)) return <StatedText text={text.en} />;
  return (
    <span lang={voice.language} dir="auto">
      {voice.text(text)}
    </span>
  );
}

/** A text that records carry in English, translated where there is a translation; else it says that it is English. */
export function StatedText({ text }: { readonly text: string }) {
  const { language, translate, translation } = useVoice();
  const own = translation(text);
  if (own !== null) {
    return (
      <bdi lang={language} dir="auto">
        {own}
      </bdi>
    );
  }
  return (
    <span class={language === "en" ? undefined : "english"}>
      <bdi lang="en" dir="ltr">
        {text}
      </bdi>
      {language !== "en" && <small class="tag"> {translate("text.english-only")}</small>}
    </span>
  );
}

/** A name that records carry in English, translated where there is a translation. */
export function StatedName({ name }: { readonly name: string }) {
  const { language, translation } = useVoice();
  const own = translation(name);
  return (
    <bdi lang={own === null ? "en" : language} dir="auto">
      {own ?? name}
    </bdi>
  );
}

/** The numbers of the sources behind a statement; a press leads to the source. */
export function References({ ids }: { readonly ids: readonly string[] }) {
  const { translate, number } = useVoice();
  return (
    <span class="references">
      {useSourceNumbers(ids).map((reference) => (
        <button
          key={reference.id}
          type="button"
          class="reference"
          aria-label={translate("source.reference", { number: number(reference.number) })}
          onClick={() => document.getElementById(`source-${reference.id}`)?.focus()}
        >
          {number(reference.number)}
        </button>
      ))}
    </span>
  );
}
