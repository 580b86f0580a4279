import { useVoice } from "../context";

const LIMITS = ["access.limit-canvas", "access.limit-english", "access.limit-review", "access.limit-tests"] as const;

/** What the atlas promises to every reader, and where it falls short of it. */
export function AccessStatement() {
  const { translate } = useVoice();
  return (
    <section class="access" aria-labelledby="access-title">
      <h3 id="access-title">{translate("access.title")}</h3>
      <p>{translate("access.aim")}</p>
      <p>{translate("access.ways")}</p>
      <h4>{translate("access.limits")}</h4>
      <ul>
        {LIMITS.map((key) => (
          <li key={key}>{translate(key)}</li>
        ))}
      </ul>
      <p>{translate("access.report")}</p>
    </section>
  );
}
