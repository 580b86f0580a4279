import type { ShippedFeature } from "../../data/feature";
import { citeApa, citeBibtex, citeCslJson } from "../../state/citation";
import { encode } from "../../state/permalink";
import { CopyField } from "../CopyField";
import { useAtlas, useVoice } from "../context";
import { Folded } from "./Section";

/** How to cite this record as it is shown: three common forms with version, day and link. */
export function Cite({ feature }: { readonly feature: ShippedFeature }) {
  const { page } = useAtlas();
  const { translate, language } = useVoice();
  const { model } = page;
  const cited = {
    title: feature.properties.title.en,
    dataVersion: model.manifest.dataVersion,
    released: model.manifest.released,
    accessed: new Date().toISOString().slice(0, 10),
    url: new URL(encode({ ...model.view.value, language }), location.href).href,
  };
  return (
    <Folded id="cite" title={translate("card.cite")}>
      <CopyField label="APA" text={citeApa(cited)} lines={4} />
      <CopyField label="BibTeX" text={citeBibtex(cited)} lines={8} />
      <CopyField label="CSL-JSON" text={citeCslJson(cited)} lines={8} />
    </Folded>
  );
}
