interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly label: (value: T) => string;
  /** The language that a label is written in, where it is not that of the page. */
  readonly languageOf?: (value: T) => string;
  readonly onChoose: (value: T) => void;
}

/** One of a few values, as radio buttons under a legend. */
export function Choice<T extends string>({ legend, name, value, values, label, languageOf, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="choice__values">
        {values.map((known) => (
          <label key={known} class="chip">
            <input type="radio" name={name} checked={known === value} onChange={() => onChoose(known)} />
            <span lang={languageOf?.(known)}>{label(known)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
