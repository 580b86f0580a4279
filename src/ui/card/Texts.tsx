import type { LocalizedText } from "../../data/text";
import { isFallback } from "../../state/language/translate";
import { useVoice } from "../context";
import { useSourceNumbers } from "./register";

/** A text of a record; where it exists in English only, it says so. */
export function RecordText({ text }: { readonly text: LocalizedText }) {
  const voice = useVoice();
  if (isFallback(text, voice.language)) return <EnglishText text={text.en} />;
  return (
    <span lang={voice.language} dir="auto">
      {voice.text(text)}
    </span>
  );
}

/** A text that records carry in English only. */
export function EnglishText({ text }: { readonly text: string }) {
  const { language, translate } = useVoice();
  return (
    <span class={language === "en" ? undefined : "english"}>
      <bdi lang="en" dir="ltr">
        {text}
      </bdi>
      {language !== "en" && <small class="tag"> {translate("text.english-only")}</small>}
    </span>
  );
}

/** A name that records carry in English only. */
export const EnglishName = ({ name }: { readonly name: string }) => (
  <bdi lang="en" dir="ltr">
    {name}
  </bdi>
);

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
