import type { AnyRecord } from "../../data/record";
import type { Source } from "../../data/source";
import { useVoice } from "../context";
import { OutsideLink } from "../OutsideLink";
import { useRegister } from "./register";
import { Section } from "./Section";
import { StatedText } from "./Texts";
import { titleLanguage } from "./title-language";

const AFFILIATIONS = ["iran", "pakistan", "third_party", "unknown"] as const;

interface SourcesProps {
  readonly record: AnyRecord;
  readonly ids: readonly string[];
}

/** The numbered list of sources, how they divide between the sides, and what to know of the names. */
export function Sources({ record, ids }: SourcesProps) {
  const { translate, number } = useVoice();
  const register = useRegister();
  return (
    <Section id="sources" title={translate("card.sources", { count: ids.length })}>
      {register.state === "waiting" && <p class="quiet">{translate("sources.waiting")}</p>}
      {register.state === "failed" && (
        <p class="failure">
          {translate("sources.failed")}{" "}
          <button type="button" class="button" onClick={register.retry}>
            {translate("action.retry")}
          </button>
        </p>
      )}
      {register.state === "ready" && (
        <>
          <p class="quiet">
            {translate("sources.balance")}{" "}
            {AFFILIATIONS.map((side) => ({
              side,
              count: ids.filter((id) => register.sources.get(id)?.affiliation === side).length,
            }))
              .filter(({ count }) => count > 0)
              .map(({ side, count }) => `${translate(`affiliation.${side}`)} ${number(count)}`)
              .join(" · ")}
          </p>
          <ol class="sources">
            {ids.map((id) => {
              const source = register.sources.get(id);
              return (
                <li key={id} id={`source-${id}`} tabIndex={-1}>
                  {source ? <SourceItem source={source} /> : <bdi dir="ltr">{id}</bdi>}
                </li>
              );
            })}
          </ol>
        </>
      )}
      {record.nameNote !== null && (
        <p class="quiet">
          {translate("name.note")} <StatedText text={record.nameNote} />
        </p>
      )}
    </Section>
  );
}

/** The host of an address as shown beside it; empty for one that cannot be read. */
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : "");

function SourceItem({ source }: { readonly source: Source }) {
  const { translate, date, language } = useVoice();
  const languageName = new Intl.DisplayNames([language], { type: "language" }).of(source.lang) ?? source.lang;
  return (
    <>
      <p>
        <strong>
          <bdi lang="en">{source.publisher}</bdi>
        </strong>
        {": "}
        <OutsideLink url={source.url} text={source.title} lang={titleLanguage(source)} />
        {source.url !== null && (
          <small class="tag">
            {" "}
            <bdi dir="ltr">{source.url.startsWith("https://") ? hostOf(source.url) : source.url}</bdi>
          </small>
        )}
      </p>
      <p class="quiet">
        {[
          translate(`source-type.${source.type}`),
          languageName,
          translate(`affiliation.${source.affiliation}`),
          source.published === null ? translate("source.undated") : date(source.published),
          translate("source.accessed", { date: date(source.accessed) }),
        ].join(" · ")}
        {source.archivedUrl !== null && (
          <>
            {" · "}
            <OutsideLink url={source.archivedUrl} text={translate("source.archived")} lang={language} />
          </>
        )}
      </p>
      {source.url === null && source.locator !== null && (
        <p class="quiet">
          <StatedText text={source.locator} />
        </p>
      )}
      {source.note !== null && (
        <p class="quiet">
          <StatedText text={source.note} />
        </p>
      )}
    </>
  );
}
