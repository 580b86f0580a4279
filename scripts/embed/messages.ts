import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { LIGHT_MESSAGE_KEYS, POSTER_NOTE_KEYS } from "../../src/embed/message-keys.ts";
import type { LightMessages, LightPart } from "../../src/embed/speak.ts";

function partOf(element: MessageFormatElement): LightPart {
  switch (element.type) {
    case TYPE.literal:
      return element.value;
    case TYPE.argument:
    case TYPE.number:
      return { value: element.value };
    case TYPE.pound:
      return { value: "#" };
    case TYPE.plural: {
      const options = Object.entries(element.options).map(([name, { value }]) => [name, value.map(partOf)]);
      return { plural: element.value, options: Object.fromEntries(options) };
    }
    default:
      throw new Error(`the light map does not speak messages with parts of type ${element.type}`);
  }
}

/** What stands in the page where no script runs. */
const WITHOUT_SCRIPT: readonly string[] = Object.values(POSTER_NOTE_KEYS);

/** The messages of `keys` out of a catalogue, parsed; those without placeholders stay plain text. */
export function lightMessages(catalogue: Readonly<Record<string, string>>, keys = LIGHT_MESSAGE_KEYS): LightMessages {
  const isWanted = (key: string) =>
    !WITHOUT_SCRIPT.includes(key) &&
    keys.some((wanted) => (/[.-]$/.test(wanted) ? key.startsWith(wanted) : key === wanted));
  const wanted = Object.entries(catalogue).filter(([key]) => isWanted(key));
  return Object.fromEntries(
    wanted.map(([key, text]) => [
      key,
      /[{']/.test(text) ? parse(text, { ignoreTag: true }).map((element) => partOf(element)) : text,
    ]),
  );
}
