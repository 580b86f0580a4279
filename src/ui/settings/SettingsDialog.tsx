import { LANGUAGES } from "../../data/language";
import { READABLE_FORMATS } from "../../state/coordinate-format";
import type { LengthUnit } from "../../state/language/format";
import { LANGUAGE_NAMES } from "../../state/language/names";
import type { Digits } from "../../state/language/translate";
import type { Settings } from "../../state/model";
import type { Theme } from "../../state/view";
import { useAtlas, useVoice } from "../context";
import { Lazy } from "../Lazy";
import { Switch } from "../Switch";
import { BasemapChoice } from "./BasemapChoice";
import { Choice } from "./Choice";

const THEMES: readonly Theme[] = ["auto", "light", "dark"];
const UNITS: readonly LengthUnit[] = ["km", "mi", "nmi"];
const DIGITS: readonly Digits[] = ["auto", "latin"];

const loadOfflinePack = () => import("../offline/OfflinePack");
const loadKeptData = () => import("./KeptData");

/** What a reader may choose and a link does not carry; and on a phone, language and theme as well. */
export default function SettingsDialog() {
  const { page, shell } = useAtlas();
  const { translate, language } = useVoice();
  const { model } = page;
  const settings = model.settings.value;
  const change = (part: Partial<Settings>) => {
    model.settings.value = { ...model.settings.peek(), ...part };
  };
  return (
    <>
      <Choice
        legend={translate("language.label")}
        name="language"
        value={language}
        values={LANGUAGES}
        label={(tag) => LANGUAGE_NAMES[tag]}
        languageOf={(tag) => tag}
        onChoose={model.setLanguage}
      />
      <Choice
        legend={translate("theme.label")}
        name="theme"
        value={model.view.value.theme ?? "auto"}
        values={THEMES}
        label={(theme) => translate(`theme.${theme}`)}
        onChoose={model.setTheme}
      />
      <Choice
        legend={translate("settings.unit")}
        name="unit"
        value={settings.unit}
        values={UNITS}
        label={(unit) => translate(`unit-name.${unit}`)}
        onChoose={(unit) => change({ unit })}
      />
      <Choice
        legend={translate("settings.digits")}
        name="digits"
        value={settings.digits}
        values={DIGITS}
        label={(digits) => translate(`digits.${digits}`)}
        onChoose={(digits) => change({ digits })}
      />
      <Choice
        legend={translate("settings.coordinates")}
        name="coordinates"
        value={settings.coordinates}
        values={READABLE_FORMATS}
        label={(format) => translate(`coordinates.format.${format}`)}
        onChoose={(coordinates) => change({ coordinates })}
      />
      <BasemapChoice />
      <fieldset class="choice">
        <legend>{translate("settings.more")}</legend>
        <Switch isOn={model.geographyOnly.value} onSwitch={model.setGeographyOnly}>
          {translate("settings.geography-only")}
        </Switch>
        <Switch
          isOn={settings.labelLanguages === "two"}
          onSwitch={(isTwo) => change({ labelLanguages: isTwo ? "two" : "one" })}
        >
          {translate("settings.two-languages")}
        </Switch>
        <Switch isOn={settings.nastaliq} onSwitch={(nastaliq) => change({ nastaliq })}>
          {translate("settings.nastaliq")}
        </Switch>
        <Switch isOn={shell.hasShortcuts.value} onSwitch={(isOn) => (shell.hasShortcuts.value = isOn)}>
          {translate("help.single-keys")}
        </Switch>
      </fieldset>
      {model.chrome === "full" && <Lazy load={loadOfflinePack} props={{}} />}
      {model.chrome === "full" && <Lazy load={loadKeptData} props={{}} />}
      <p class="quiet">{translate("settings.kept")}</p>
    </>
  );
}
