import type { ShippedFeature } from "../../data/feature";
import type { Layer } from "../../data/manifest";
import { encode } from "../../state/permalink";
import { CopyField } from "../CopyField";
import { useAtlas, useVoice } from "../context";
import { Folded } from "./Section";

interface ReportProps {
  readonly layer: Layer;
  readonly feature: ShippedFeature;
}

/** What to send when something is wrong: a text that names the record, its revision and the link. */
export function Report({ layer, feature }: ReportProps) {
  const { page } = useAtlas();
  const { translate, language } = useVoice();
  const { model } = page;
  const lines = [
    `${layer.id}/${feature.id}, revision ${feature.properties.revision}, data ${model.manifest.dataVersion}`,
    `data/${layer.file}`,
    new URL(encode({ ...model.view.value, language }), location.href).href,
    "",
    translate("report.what"),
    translate("report.source"),
  ];
  return (
    <Folded id="report" title={translate("card.report")}>
      <p>{translate("report.how")}</p>
      <CopyField label={translate("report.text")} text={lines.join("\n")} lines={7} />
    </Folded>
  );
}
