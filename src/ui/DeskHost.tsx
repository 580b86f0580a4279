import type { ComponentType } from "preact";
import { useAtlas, useVoice } from "./context";
import { Icon, type IconName } from "./Icon";
import { Lazy } from "./Lazy";

interface DeskPart {
  readonly id: "timeline" | "table" | "compare";
  readonly titleKey: string;
  readonly icon: IconName;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

/** What the strip under the map opens; each part is fetched when it is first wanted. */
const PARTS: readonly DeskPart[] = [
  { id: "timeline", titleKey: "desk.timeline", icon: "clock", load: () => import("./timeline/Timeline") },
  { id: "table", titleKey: "desk.table", icon: "table", load: () => import("./table/RecordTable") },
  { id: "compare", titleKey: "desk.compare", icon: "compare", load: () => import("./compare/Compare") },
];

/** A thin strip under the map that grows when one of its parts is opened. */
export function DeskHost() {
  const { page, shell } = useAtlas();
  const { translate, date } = useVoice();
  const open = PARTS.find(({ id }) => id === shell.desk.value);
  const { period } = page.model.view.value;
  const close = (id: string) => {
    shell.desk.value = null;
    document.getElementById(`desk-${id}`)?.focus();
  };
  return (
    <section class="desk" aria-label={translate("desk.label")} data-open={open?.id}>
      <div class="desk__strip">
        {PARTS.map(({ id, titleKey, icon }) => (
          <button
            key={id}
            id={`desk-${id}`}
            type="button"
            class="desk__button"
            aria-expanded={open?.id === id}
            onClick={() => (shell.desk.value = open?.id === id ? null : id)}
          >
            <Icon name={icon} />
            {translate(titleKey)}
          </button>
        ))}
        {period && (
          <span class="desk__period">
            {translate("filter.period", { from: date(period.from), to: date(period.to) })}
          </span>
        )}
      </div>
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the part it is pressed in
        <div
          class="desk__body"
          onKeyDown={(event) => {
            if (event.key !== "Escape" || event.defaultPrevented) return;
            event.preventDefault();
            close(open.id);
          }}
        >
          <Lazy key={open.id} load={open.load} props={{}} />
        </div>
      )}
    </section>
  );
}
