import type { ComponentChildren } from "preact";
import type { EventRecord } from "../../data/event-record";
import type { LocalizedName } from "../../data/text";
import type { ComparedEvent } from "../../state/comparison";
import { rangeWords } from "../card/Casualties";
import { useLocalPlace } from "../card/local-place";
import { StatedName } from "../card/Texts";
import { useAtlas, useVoice, type Voice } from "../context";
import { whenText } from "../when-text";

interface Aspect {
  readonly key: string;
  readonly show: (record: EventRecord, voice: Voice) => ComponentChildren;
}

/** Names of those whose claims these are. */
const claimants = (record: EventRecord, ids: readonly string[]) => [
  ...new Set(record.claims.filter(({ id }) => ids.includes(id)).map(({ claimant }) => claimant.name)),
];

/** A text with whose word it is. */
function Attributed({ text, record, ids }: { text: ComponentChildren; record: EventRecord; ids: readonly string[] }) {
  const { translate } = useVoice();
  return (
    <>
      {text}{" "}
      <span class="quiet">
        {translate("claims.according-to")}{" "}
        {claimants(record, ids).map((name, at) => (
          <span key={name}>
            {at > 0 && translate("text.between")}
            <StatedName name={name} />
          </span>
        ))}
      </span>
    </>
  );
}

/** A place by its name in the reader's language. */
function PlaceName({ place, title }: { readonly place: string; readonly title: LocalizedName }) {
  return <bdi>{useLocalPlace(place, title)}</bdi>;
}

/** What is compared, in the order of the card. */
const ASPECTS: readonly Aspect[] = [
  { key: "column.kind", show: ({ kind }, { translate }) => translate(`kind.${kind}`) },
  { key: "card.when", show: ({ when }, voice) => whenText(when, voice) },
  {
    key: "timeline.local-time",
    show: ({ when: { localTime } }) => localTime && <StatedName name={localTime} />,
  },
  { key: "compare.utc", show: ({ when: { utc } }) => utc && <StatedName name={utc} /> },
  { key: "card.where", show: ({ where, title }) => where?.place && <PlaceName place={where.place} title={title} /> },
  {
    key: "column.radius",
    show: ({ where }, { length }) =>
      where && length(where.uncertaintyRadiusM, where.uncertaintyRadiusM >= 1000 ? 1000 : 0),
  },
  { key: "column.grade", show: ({ verification: { grade } }, { translate }) => translate(`grade.${grade}`) },
  {
    key: "column.actor",
    show: ({ actor }, { translate }) =>
      actor && (
        <>
          <span class="quiet">{translate(`actor.${actor.basis}`)}</span> <StatedName name={actor.name} />
        </>
      ),
  },
  {
    key: "card.target",
    show: (record) =>
      record.statedTarget && (
        <Attributed
          text={<StatedName name={record.statedTarget.name} />}
          record={record}
          ids={record.statedTarget.claims}
        />
      ),
  },
  ...(["killed", "civiliansKilled", "injured"] as const).map((which) => ({
    key: { killed: "casualties.killed", civiliansKilled: "casualties.civilians-killed", injured: "casualties.injured" }[
      which
    ],
    show: (record: EventRecord, voice: Voice) =>
      record.casualties?.[which] && (
        <Attributed
          text={`${rangeWords(record.casualties[which], voice)} · ${voice.translate("card.as-of", { date: voice.date(record.casualties.asOf) })}`}
          record={record}
          ids={record.casualties.claims}
        />
      ),
  })),
  { key: "column.sources", show: ({ sources }, { number }) => number(sources.length) },
];

/** Both sides aspect by aspect; a side of several events names each. */
export function EventCells({ sides }: { readonly sides: readonly (readonly ComparedEvent[])[] }) {
  const { page } = useAtlas();
  const voice = useVoice();
  const { translate, text } = voice;
  return (
    <tbody>
      <tr>
        <th scope="row">{translate("column.name")}</th>
        {sides.map((events, side) => (
          <td key={side}>
            {events.map(({ reference, record }) => (
              <p key={reference.id}>
                <button type="button" class="link-button" onClick={() => page.model.show(reference)}>
                  {text(record.title)}
                </button>
              </p>
            ))}
            {events.length === 0 && <span class="quiet">{translate("compare.nothing")}</span>}
          </td>
        ))}
      </tr>
      {ASPECTS.map(({ key, show }) => (
        <tr key={key}>
          <th scope="row">{translate(key)}</th>
          {sides.map((events, side) => (
            <td key={side}>
              {events.map(({ reference, record }) => (
                <div key={reference.id}>
                  {events.length > 1 && <span class="quiet">{text(record.title)}: </span>}
                  {show(record, voice) || <span class="quiet">{translate("compare.not-stated")}</span>}
                </div>
              ))}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
