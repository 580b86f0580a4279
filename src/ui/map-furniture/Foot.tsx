import { useState } from "preact/hooks";
import { useVoice } from "../context";
import { Lazy } from "../Lazy";
import { Credits } from "./Credits";
import { ScaleBarButton } from "./ScaleBarButton";

const loadNotes = () => import("./FootNotes");

/** The line under the map that nothing covers: scale, boundary note, credits, and one tap away all notes in full. */
export function Foot() {
  const { translate } = useVoice();
  const [isOpen, setOpen] = useState(false);
  return (
    <footer class="foot">
      <ScaleBarButton />
      <p class="foot__note">{translate("note.boundaries")}</p>
      <p class="foot__credits">
        <Credits />
      </p>
      <details class="foot__more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{translate("note.more")}</summary>
        {isOpen && <Lazy load={loadNotes} props={{}} isSilent />}
      </details>
    </footer>
  );
}
