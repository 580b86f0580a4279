import type { Side } from "../../geo/tasks";
import { formatArea } from "../../state/language/figures";
import { useAtlas, useVoice } from "../context";

/** The countries and the sea in the order in which they are listed. */
export const SIDES_IN_ORDER: readonly Side[] = ["IR", "PK", "AF", "sea", "other"];

/** A part that would be written as nothing in square kilometres and in percent is a sliver between two coastlines. */
const isSliver = (squareMeters: number, share: number) => squareMeters < 50_000 && share < 0.0005;

/** An area in all, and how much of it lies in each country and at sea. */
export function Areas({
  squareMeters,
  byCountry,
}: {
  readonly squareMeters: number;
  readonly byCountry: Readonly<Record<Side, number>>;
}) {
  const { page } = useAtlas();
  const { translate, language, number } = useVoice();
  const { digits } = page.model.settings.value;
  const area = (value: number) => formatArea(value, translate, language, digits);
  const share = (value: number) => translate("measure.share", { percent: number((100 * value) / squareMeters, 1) });
  return (
    <>
      <p class="figure">
        <strong>{area(squareMeters)}</strong>
      </p>
      <dl class="facts">
        {SIDES_IN_ORDER.filter(
          (side) => byCountry[side] > 0 && !isSliver(byCountry[side], byCountry[side] / squareMeters),
        ).map((side) => (
          <div key={side}>
            <dt>{translate(`side.${side}`)}</dt>
            <dd>
              {area(byCountry[side])} <small>({share(byCountry[side])})</small>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
