import "../styles/late.css";
import { useVoice } from "../context";
import { SymbolMark } from "../SymbolMark";

const LINES = ["built", "partly_built", "proposed", "historic"] as const;
const GRADES = ["single_source", "disputed", "unverified"] as const;

/** What the drawing of doubt, of grades and of corridors means. */
export default function SymbolKey() {
  const { translate } = useVoice();
  return (
    <section class="legend__group" aria-labelledby="legend-key">
      <h3 id="legend-key">{translate("key.title")}</h3>
      <ul class="plain-list key">
        <li>
          <SymbolMark name="strike" />
          <span>{translate("key.sharp")}</span>
        </li>
        <li>
          <SymbolMark name="strike" variant={{ hollow: true }} />
          <span>{translate("key.hollow")}</span>
        </li>
        <li>
          <svg class="key__circle" viewBox="0 0 22 22" aria-hidden="true">
            <circle cx="11" cy="11" r="9" />
          </svg>
          <span>{translate("key.circle")}</span>
        </li>
        {GRADES.map((grade) => (
          <li key={grade}>
            <SymbolMark name="incident" variant={{ grade }} />
            <span>{translate(`grade.${grade}`)}</span>
          </li>
        ))}
        {LINES.map((line) => (
          <li key={line}>
            <svg class={`key__line key__line--${line}`} viewBox="0 0 34 8" aria-hidden="true">
              <path d="M1 4H33" />
              {line === "historic" && <path class="key__gap" d="M1 4H33" />}
            </svg>
            <span>{translate(`built.${line}`)}</span>
          </li>
        ))}
      </ul>
      <p class="note">{translate("key.schematic")}</p>
    </section>
  );
}
