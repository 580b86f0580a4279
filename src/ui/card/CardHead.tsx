import type { RefObject } from "preact";
import type { ShippedFeature } from "../../data/feature";
import { LANGUAGES } from "../../data/language";
import type { Layer } from "../../data/manifest";
import { featureSymbol } from "../../picture/feature-symbol";
import { isFallback } from "../../state/language/translate";
import { useAtlas, useVoice } from "../context";
import { Icon } from "../Icon";
import { SymbolMark } from "../SymbolMark";
import { RecordText, StatedText } from "./Texts";

interface CardHeadProps {
  readonly layer: Layer;
  readonly feature: ShippedFeature;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
}

/** Title, names in the other languages, what it is, how well it is supported, and the summary. */
export function CardHead({ layer, feature, headingRef }: CardHeadProps) {
  const { page, shell } = useAtlas();
  const { translate, text, language } = useVoice();
  const record = feature.properties;
  const { title } = record;
  const names = [...LANGUAGES.filter((tag) => tag !== language), "bal" as const].flatMap((tag) => {
    const name = title[tag];
    return name === undefined ? [] : [{ tag, name }];
  });
  const successor = record.supersededBy;
  return (
    <header class="card__head">
      <div class="card__line">
        <SymbolMark {...featureSymbol(layer, feature)} />
        <span>{translate(`kind.${record.kind}`)}</span>
        {record.kind === "corridor" && <span>· {translate(`built.${record.built}`)}</span>}
        <button
          type="button"
          class="icon-button card__close"
          aria-label={translate("card.close")}
          title={translate("card.close")}
          onClick={() => shell.closeCard()}
        >
          <Icon name="close" />
        </button>
      </div>
      <h2
        id="card-title"
        tabIndex={-1}
        ref={headingRef}
        lang={isFallback(title, language) ? "en" : language}
        dir="auto"
      >
        {text(title)}
      </h2>
      <p class="card__names">
        {names.map(({ tag, name }, at) => (
          <span key={tag}>
            {at > 0 && " · "}
            <bdi lang={tag} dir="auto">
              {name}
            </bdi>
            {tag === "bal" && <small class="tag"> {translate("name.balochi")}</small>}
          </span>
        ))}
      </p>
      {"verification" in record && (
        <div class={`grade grade--${record.verification.grade}`}>
          <p>
            <GradeShape grade={record.verification.grade} />
            <strong>{translate(`grade.${record.verification.grade}`)}</strong>
          </p>
          <p class="quiet">
            <StatedText text={record.verification.rationale} />
          </p>
        </div>
      )}
      {record.status !== "current" && (
        <p class="failure">
          {translate(`record.${record.status}`)}{" "}
          {successor !== null && (
            <button
              type="button"
              class="link-button"
              onClick={() => page.model.show({ layer: layer.id, id: successor })}
            >
              {translate("record.successor")}
            </button>
          )}
        </p>
      )}
      <p class="card__summary">
        <RecordText text={record.summary} />
      </p>
      {record.support !== "several_sources" && <p class="support">{translate(`support.${record.support}`)}</p>}
    </header>
  );
}

const GRADE_PATHS = {
  confirmed: "M3 10.5l4.5 4.5L17 5.5",
  corroborated: "M3 8h14M3 13h14",
  single_source: "M10 4a6 6 0 1 0 .1 0M10 9.9v.2",
  disputed: "M10 3v14M4 6L2 10l2 4M16 6l2 4l-2 4",
  unverified: "M7.4 7.6a2.7 2.7 0 1 1 4 2.3c-.9.5-1.4 1-1.4 2.1M10 15.5v.2",
} as const;

/** Each grade has a sign of its own shape. */
function GradeShape({ grade }: { readonly grade: keyof typeof GRADE_PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={GRADE_PATHS[grade]} />
    </svg>
  );
}
