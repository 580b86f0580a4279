import { useEffect, useRef } from "preact/hooks";
import { featureSymbol } from "../../picture/feature-symbol";
import { featureKey } from "../../state/feature-key";
import type { ScreenPoint } from "../../state/map-handle";
import { useAtlas, useVoice } from "../context";
import { describeFeature } from "../feature-line";
import { isInClear, pixelOf } from "../pixel";
import { SymbolMark } from "../SymbolMark";
import { BorderKilometer } from "./BorderKilometer";

/** The name of what the pointer or the keyboard is on, beside it. The list says the same without either. */
export function NameTag() {
  const { page, shell } = useAtlas();
  const voice = useVoice();
  const tag = useRef<HTMLDivElement>(null);
  const at = useRef<ScreenPoint | null>(null);
  const { model } = page;
  const reference = model.pointed.value;
  const pointed = reference && model.features.value.get(featureKey(reference));

  // The pointer may have come to rest before the tag was there to follow it.
  const start = () => {
    const { left = 0, top = 0 } = document.getElementById("map")?.getBoundingClientRect() ?? {};
    const { x, y } = model.pointedAt.peek() ?? { x: 0, y: 0 };
    return { x: left + x, y: top + y };
  };
  const place = () => {
    if (!tag.current) return;
    const { x, y } = at.current ?? start();
    const { offsetWidth: width, offsetHeight: height } = tag.current;
    const left = Math.max(8, Math.min(window.innerWidth - width - 8, x - width / 2));
    const top = y - height - 18 < 60 ? y + 22 : y - height - 18;
    tag.current.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  };
  useEffect(() => {
    const map = document.getElementById("map");
    const follow = (event: PointerEvent) => {
      at.current = { x: event.clientX, y: event.clientY };
      place();
    };
    map?.addEventListener("pointermove", follow, { passive: true });
    return () => map?.removeEventListener("pointermove", follow);
  });
  useEffect(() => {
    const map = document.getElementById("map");
    if (!map || !tag.current) return;
    // What is pointed at from the list or the table is named at its place on the map, if that is in sight.
    const isElsewhere = shell.walked.peek() !== null || !map.matches(":hover");
    const geometry = isElsewhere ? pointed?.feature.geometry : null;
    let isInSight = !isElsewhere;
    if (geometry?.type === "Point") {
      const { left, top } = map.getBoundingClientRect();
      const { x, y } = pixelOf(page, [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]);
      at.current = { x: left + x, y: top + y };
      isInSight = isInClear(model.viewport.peek(), { x, y });
    }
    tag.current.hidden = !isInSight;
    place();
  }, [reference]);

  if (!pointed) return null;
  return (
    <div class="name-tag" ref={tag} aria-hidden="true">
      <SymbolMark {...featureSymbol(pointed.layer, pointed.feature)} />
      <span>
        <strong>{voice.text(pointed.feature.properties.title)}</strong>
        <small>{describeFeature(pointed.layer, pointed.feature, voice)}</small>
        {pointed.layer.id === "border" && pointed.feature.geometry?.type === "LineString" && (
          <BorderKilometer start={at.current ?? start()} />
        )}
      </span>
    </div>
  );
}
