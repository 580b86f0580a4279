import type { ComponentType } from "preact";
import type { IconName } from "./Icon";

/** A part of the page that is fetched when it is first opened: a tab of the panel or a dialog. */
export interface Tool {
  readonly id: string;
  /** Message key of its name, as on the tab or the button that opens it. */
  readonly titleKey: string;
  readonly icon: IconName;
  readonly place: "tab" | "dialog";
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

/** All tools, in the order of their tabs; a new one is one line here and one folder beside this file. */
export const TOOLS: readonly Tool[] = [
  {
    id: "measure",
    titleKey: "tool.measure",
    icon: "measure",
    place: "tab",
    load: () => import("./measure/MeasureTab"),
  },
  {
    id: "draw",
    titleKey: "tool.draw",
    icon: "draw",
    place: "tab",
    load: () => import("./draw/DrawTab"),
  },
  {
    id: "learn",
    titleKey: "tool.learn",
    icon: "learn",
    place: "tab",
    load: () => import("./learn/LearnTab"),
  },
  {
    id: "share",
    titleKey: "tool.share",
    icon: "share",
    place: "dialog",
    load: () => import("./share/ShareDialog"),
  },
  {
    id: "position",
    titleKey: "tool.position",
    icon: "target",
    place: "dialog",
    load: () => import("./coordinates/PositionDialog"),
  },
  {
    id: "export",
    titleKey: "tool.export",
    icon: "download",
    place: "dialog",
    load: () => import("./export/ExportDialog"),
  },
  {
    id: "own-data",
    titleKey: "tool.own-data",
    icon: "plus",
    place: "dialog",
    load: () => import("./own-data/OwnDataDialog"),
  },
  {
    id: "settings",
    titleKey: "tool.settings",
    icon: "settings",
    place: "dialog",
    load: () => import("./settings/SettingsDialog"),
  },
  {
    id: "help",
    titleKey: "tool.help",
    icon: "help",
    place: "dialog",
    load: () => import("./help/HelpDialog"),
  },
];

export const findTool = (id: string | null): Tool | null => TOOLS.find((tool) => tool.id === id) ?? null;
