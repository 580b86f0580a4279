import { useEffect, useState } from "preact/hooks";
import { LANGUAGES } from "../../data/language";
import { LANGUAGE_NAMES } from "../../state/language/names";
import type { Theme } from "../../state/view";
import { useAtlas, useVoice } from "../context";
import { openExport } from "../export/wanted";
import { Icon, type IconName } from "../Icon";
import { SearchBox } from "./SearchBox";

const THEMES: readonly Theme[] = ["auto", "light", "dark"];

/** Name, search, language, theme and the buttons that open dialogs. */
export function TopBar() {
  const { page, shell } = useAtlas();
  const { translate, language } = useVoice();
  const { model } = page;
  return (
    <header class="bar">
      <h1 class="bar__name">
        <span lang="en">Sarhad</span>{" "}
        <span class="bar__native" lang="ur">
          سرحد
        </span>
        <span class="visually-hidden">: {translate("app.subtitle")}</span>
      </h1>
      <SearchBox />
      <div class="bar__choices">
        <label class="field">
          <span class="visually-hidden">{translate("language.label")}</span>
          <select
            value={language}
            onChange={(event) => model.setLanguage(LANGUAGES.find((tag) => tag === event.currentTarget.value) ?? "en")}
          >
            {LANGUAGES.map((tag) => (
              <option key={tag} value={tag} lang={tag}>
                {LANGUAGE_NAMES[tag]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span class="visually-hidden">{translate("theme.label")}</span>
          <select
            value={model.view.value.theme ?? "auto"}
            onChange={(event) => model.setTheme(THEMES.find((theme) => theme === event.currentTarget.value) ?? "auto")}
          >
            <option value="auto">{translate("theme.auto")}</option>
            <option value="light">{translate("theme.light")}</option>
            <option value="dark">{translate("theme.dark")}</option>
          </select>
        </label>
      </div>
      <div class="bar__buttons">
        <BarButton icon="share" label={translate("tool.share")} onPress={() => shell.openDialog("share")} />
        <BarButton
          icon="download"
          label={translate("tool.export")}
          onPress={() => openExport(shell, { scope: "filtered", layer: null })}
          isWideOnly
        />
        <FullScreenButton />
        <BarButton icon="help" label={translate("tool.help")} onPress={() => shell.openDialog("help")} isWideOnly />
        <BarButton icon="settings" label={translate("tool.settings")} onPress={() => shell.openDialog("settings")} />
      </div>
    </header>
  );
}

interface BarButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly isWideOnly?: boolean;
}

function BarButton({ icon, label, onPress, isWideOnly = false }: BarButtonProps) {
  const name = isWideOnly ? "icon-button wide-only" : "icon-button";
  return (
    <button type="button" class={name} aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}

/** Shown only where the browser can fill the screen. */
function FullScreenButton() {
  const { translate } = useVoice();
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", follow);
    return () => document.removeEventListener("fullscreenchange", follow);
  }, []);
  if (!document.fullscreenEnabled) return null;
  return (
    <BarButton
      icon={isFull ? "leave-full-screen" : "full-screen"}
      label={translate(isFull ? "full-screen.leave" : "full-screen.enter")}
      onPress={() => void (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen())}
      isWideOnly
    />
  );
}
