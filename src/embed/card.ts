import type { Language } from "../data/language";
import { formatDate, formatLength, formatNumber } from "../state/language/format";
import type { Translate } from "../state/language/translate";
import { make, makeButton, makeIcon, makeOutsideLink } from "./dom";
import type { LightSource, PackedCard, PackedClaim, PackedFeature } from "./light-data";
import type { LightCard } from "./light-session";
import { type PackedText, wordsOf } from "./packed-text";
import type { LightFeature } from "./unpack";

/** The words a card is written in. */
export interface CardVoice {
  readonly language: Language;
  readonly translate: Translate;
}

/** A text of a record, marked as English where that is all there is. */
const recordText = (text: PackedText, language: Language): HTMLElement =>
  make("bdi", { lang: typeof text === "string" ? language : "en" }, wordsOf(text));

const section = (title: string, ...children: readonly (Node | null)[]) =>
  make("section", { class: "card__section" }, make("h3", {}, title), ...children);

/** Sources in the order in which the card first names them. */
function numberedSources({ card, sources }: LightCard): readonly LightSource[] {
  const parts = [card.claims ?? [], card.states ?? [], card.memberships ?? []];
  const numbers = new Set([...parts.flat().flatMap((part) => part.sources), ...card.sources]);
  return [...numbers].map((number) => sources[number]).filter((source) => source !== undefined);
}

function whenAndWhere(
  { when, where }: PackedFeature,
  { place }: PackedCard,
  { language, translate }: CardVoice,
): HTMLElement | null {
  const lines: string[] = [];
  if (when) {
    const days = [...new Set([when.start, when.end])].map((day) => formatDate(day, language));
    lines.push(days.join(" – "));
  }
  if (where && place !== undefined) {
    const radius = where.uncertaintyRadiusM;
    const length = formatLength(radius, translate, language, { uncertaintyMeters: radius >= 1000 ? 1000 : 0 });
    lines.push(translate("where.within", { length, place: `\u2068${place}\u2069` }));
  }
  return lines.length > 0 ? make("div", { class: "quiet" }, ...lines.map((line) => make("p", {}, line))) : null;
}

/** The card of a record: what it is, how well supported, who says what, and on which sources. */
export function makeCard(
  { packed, title }: LightFeature,
  said: LightCard,
  voice: CardVoice,
  atlasLink: string,
  onClose: () => void,
): { readonly card: HTMLElement; readonly heading: HTMLElement } {
  const { language, translate } = voice;
  const { card: text } = said;
  const sources = numberedSources(said);
  const references = (numbers: readonly number[]) => {
    const places = numbers
      .map((number) => sources.indexOf(said.sources[number] as LightSource) + 1)
      .filter((place) => place > 0);
    return make("sup", {}, places.map((place) => formatNumber(place, language)).join(" "));
  };
  const heading = make("h2", { id: "card-title", tabindex: -1 }, recordText(title, language));
  const kind = [translate(`kind.${packed.kind}`), packed.built ? translate(`built.${packed.built}`) : ""];
  const card = make(
    "section",
    { class: "card", "aria-labelledby": "card-title" },
    make(
      "div",
      { class: "card__line" },
      make("span", {}, kind.filter((part) => part !== "").join(" · ")),
      makeButton(
        { class: "icon-button", "aria-label": translate("card.close") },
        onClose,
        makeIcon("M5 5l10 10M15 5L5 15"),
      ),
    ),
    heading,
    packed.verification
      ? make("p", { class: "grade" }, make("strong", {}, translate(`grade.${packed.verification.grade}`)))
      : null,
    whenAndWhere(packed, text, voice),
    make("p", {}, recordText(text.summary, language)),
    text.claims?.length
      ? section(
          translate("card.claims"),
          make("ul", { class: "plain-list" }, ...text.claims.map((claim) => claimItem(claim, voice, references))),
        )
      : null,
    text.states?.length
      ? section(
          translate("card.states"),
          make(
            "ul",
            { class: "plain-list" },
            ...text.states.map(({ state, text, asOf, sources: numbers }) =>
              make(
                "li",
                {},
                make(
                  "p",
                  {},
                  make(
                    "strong",
                    {},
                    translate("state.as-of", {
                      state: translate(`state.${state}`),
                      date: `\u2068${formatDate(asOf, language)}\u2069`,
                    }),
                  ),
                ),
                make("p", {}, recordText(text, language), " ", references(numbers)),
              ),
            ),
          ),
        )
      : null,
    text.memberships?.length
      ? section(
          translate("card.memberships"),
          make(
            "ul",
            { class: "plain-list" },
            ...text.memberships.map(({ organisation, standing, since, sources: numbers }) =>
              make(
                "li",
                {},
                make("strong", {}, translate(`organisation.${organisation}`)),
                `: ${[standing, since === null ? "" : formatDate(since, language)]
                  .filter((part) => part !== "")
                  .join(" · ")} `,
                references(numbers),
              ),
            ),
          ),
        )
      : null,
    section(
      translate("card.sources", { count: sources.length }),
      make(
        "ol",
        {},
        ...sources.map(({ publisher, title, url }) =>
          make("li", {}, make("bdi", { lang: "en" }, publisher), ": ", makeOutsideLink(url, title)),
        ),
      ),
    ),
    make("p", {}, make("a", { href: atlasLink, target: "_blank", rel: "noopener" }, translate("embed.full-card"))),
  );
  return { card, heading };
}

function claimItem(
  { about, claimant, named, stance, statement, date, sources }: PackedClaim,
  { language, translate }: CardVoice,
  references: (numbers: readonly number[]) => HTMLElement,
): HTMLElement {
  const when = date === null ? "" : ` · ${formatDate(date, language)}`;
  const who = named ? make("bdi", { lang: language }, named) : make("bdi", { lang: "en" }, claimant.name);
  return make(
    "li",
    {},
    make("p", {}, make("strong", {}, who), ` ${translate(`stance.${stance}`)}`),
    make("p", {}, recordText(statement, language), " ", references(sources)),
    make("p", { class: "quiet" }, `${translate(`about.${about}`)}${when}`),
  );
}
