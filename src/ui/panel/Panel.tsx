import { useRef } from "preact/hooks";
import { useAtlas, useVoice } from "../context";
import { Icon, type IconName } from "../Icon";
import { Lazy } from "../Lazy";
import { SheetHandle } from "../SheetHandle";
import { tabAfterKey } from "../tab-keys";
import { findTool, TOOLS } from "../tools";
import { LayerList } from "./LayerList";

interface Tab {
  readonly id: string;
  readonly titleKey: string;
  readonly icon: IconName;
}

const TABS: readonly Tab[] = [
  { id: "explore", titleKey: "tab.explore", icon: "layers" },
  { id: "list", titleKey: "tab.list", icon: "list" },
  ...TOOLS.filter((tool) => tool.place === "tab"),
];

const loadList = () => import("./FeatureList");

/** The panel at the start of the line, or on a phone the bottom sheet: one tab at a time. */
export function Panel() {
  const { shell } = useAtlas();
  const { translate } = useVoice();
  const tabs = useRef<HTMLDivElement>(null);
  const open = TABS.find((tab) => tab.id === shell.tab.value) ?? TABS[0];

  const moveFocus = (event: KeyboardEvent) => {
    const at = tabAfterKey(
      event.key,
      TABS.findIndex(({ id }) => id === open?.id),
      TABS.length,
    );
    const next = at === null ? null : TABS[at];
    if (!next) return;
    event.preventDefault();
    shell.tab.value = next.id;
    tabs.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };

  const openFolded = (id: string) => shell.openTab(id);
  return (
    <section
      class={shell.isFolded.value ? "panel panel--folded" : "panel"}
      data-sheet={shell.sheet.value}
      aria-label={translate("panel.label")}
    >
      <SheetHandle />
      <div class="panel__head">
        <div class="tabs" role="tablist" aria-label={translate("panel.label")} ref={tabs} onKeyDown={moveFocus}>
          {TABS.map((tab) => {
            const isOpen = tab.id === open?.id;
            return (
              <button
                key={tab.id}
                id={`tab-${tab.id}`}
                type="button"
                role="tab"
                class="tab"
                aria-selected={isOpen}
                aria-controls="panel-body"
                tabIndex={isOpen ? 0 : -1}
                onClick={() => openFolded(tab.id)}
              >
                <Icon name={tab.icon} />
                <span>{translate(tab.titleKey)}</span>
              </button>
            );
          })}
        </div>
        <button
          type="button"
          class="icon-button panel__fold"
          aria-expanded={!shell.isFolded.value}
          aria-controls="panel-body"
          aria-label={translate(shell.isFolded.value ? "panel.unfold" : "panel.fold")}
          title={translate(shell.isFolded.value ? "panel.unfold" : "panel.fold")}
          onClick={() => (shell.isFolded.value = !shell.isFolded.value)}
        >
          <Icon name="fold" />
        </button>
      </div>
      <div class="panel__body" id="panel-body" role="tabpanel" aria-labelledby={`tab-${open?.id}`} tabIndex={-1}>
        {open?.id === "explore" && <LayerList />}
        {open?.id === "list" && <Lazy load={loadList} props={{}} isSoon />}
        <ToolTab id={open?.id ?? ""} />
      </div>
    </section>
  );
}

function ToolTab({ id }: { readonly id: string }) {
  const tool = findTool(id);
  return tool?.place === "tab" ? <Lazy key={id} load={tool.load} props={{}} /> : null;
}
