import type { ShippedFeature } from "../../data/feature";
import type { Location } from "../../data/location";
import type { LocalizedName } from "../../data/text";
import { useVoice } from "../context";
import { WrittenPosition } from "../coordinates/WrittenPosition";
import { useLocalPlace } from "./local-place";
import { Section } from "./Section";
import { References, StatedText } from "./Texts";

/** Where it is, to what radius that is known, and how the point was found. */
export function Where({ feature }: { readonly feature: ShippedFeature }) {
  const { translate, length, text } = useVoice();
  const record = feature.properties;
  const where = "where" in record ? record.where : null;
  const approximate = "approximate" in record ? record.approximate : null;
  const point = feature.geometry?.type === "Point" ? feature.geometry.coordinates : null;
  const others = "alsoAt" in record ? record.alsoAt : [];
  if (!where && !approximate && feature.geometry !== null && others.length === 0) return null;
  return (
    <Section id="where" title={translate("card.where")}>
      {feature.geometry === null && <p>{translate("where.no-point")}</p>}
      {where && <Place where={where} point={point} title={record.title} />}
      {others.map((other) => (
        <div class="card__also" key={other.title.en}>
          <h4>{translate("where.also", { place: text(other.title) })}</h4>
          {other.where && <Place where={other.where} point={other.point} title={other.title} />}
        </div>
      ))}
      {approximate && (
        <p>
          {translate("where.approximate", { length: length(approximate.widthM, approximate.widthM) })}{" "}
          <StatedText text={approximate.note} />
        </p>
      )}
      {"sensitivity" in record && record.sensitivity.level !== "open" && (
        <p class="quiet">
          {translate(`sensitivity.${record.sensitivity.level}`)} <StatedText text={record.sensitivity.rationale} />
        </p>
      )}
    </Section>
  );
}

interface PlaceProps {
  readonly where: Location;
  readonly point: readonly number[] | null;
  readonly title: LocalizedName;
}

function Place({ where, point, title }: PlaceProps) {
  const { translate, length } = useVoice();
  const place = useLocalPlace(where.place, title);
  const radius = where.uncertaintyRadiusM;
  const [lng, lat] = point ?? [];
  return (
    <>
      <p>
        {translate(point ? "where.within" : "where.about", {
          length: length(radius, radius >= 1000 ? 1000 : 0),
          place,
        })}
      </p>
      <p class="quiet">
        {translate(`precision.${where.precision}`)} {translate(`method.${where.method}`)}{" "}
        <References ids={where.coordSource} />
      </p>
      {where.onBorder && (
        <p class="quiet">
          {translate("where.on-border", { length: length(where.onBorder.chainageM, Math.max(1000, radius)) })}
        </p>
      )}
      {lng !== undefined && lat !== undefined && <WrittenPosition position={[lng, lat]} radiusMeters={radius} />}
      {where.remarks !== null && (
        <p class="quiet">
          <StatedText text={where.remarks} />
        </p>
      )}
      {where.generalisation.applied && where.generalisation.reason !== null && (
        <p class="quiet">
          <StatedText text={where.generalisation.reason} />
        </p>
      )}
    </>
  );
}
