import { loadSources } from "../../data/load-sources";
import { geographySources } from "../../state/geography-sources";
import { loadLessonSources } from "../../state/lessons";
import { titleLanguage } from "../card/title-language";
import { useAtlas, useVoice } from "../context";
import { OutsideLink } from "../OutsideLink";
import { Fetching } from "./Fetching";
import { useLoaded } from "./use-loaded";

/** Both registers as one: what the atlas cites, and what only its lessons do. */
async function loadRegisters() {
  const [main, lessons] = await Promise.all([loadSources(), loadLessonSources()]);
  return new Map([...main, ...lessons.sources.map((source) => [source.id, source] as const)]);
}

/** What a step rests on. */
export function StepSources({ ids }: { readonly ids: readonly string[] }) {
  const { translate, date } = useVoice();
  const { geographyOnly } = useAtlas().page.model;
  const register = useLoaded(loadRegisters);
  return (
    <details class="player__more">
      <summary>{translate("learn.sources", { count: ids.length })}</summary>
      {register.state !== "ready" ? (
        <Fetching loaded={register} />
      ) : (
        <ul>
          {ids.map((id) => {
            const source = (geographyOnly.value ? geographySources(register.value) : register.value).get(id);
            return (
              source && (
                <li key={id}>
                  <bdi lang="en">{source.publisher}</bdi>:{" "}
                  <OutsideLink url={source.url} text={source.title} lang={titleLanguage(source)} />
                  {source.published && <span class="quiet"> {date(source.published)}</span>}
                </li>
              )
            );
          })}
        </ul>
      )}
    </details>
  );
}
