import { COORDINATE_FORMATS, writeCoordinates } from "../../state/coordinate-format";
import { useAtlas, useVoice } from "../context";
import { place } from "./place";

/** A place's coordinates in every form, each to be copied; no finer than the place is known. */
export default function PositionDialog() {
  const { shell } = useAtlas();
  const { translate, length } = useVoice();
  const position = place.value;
  if (!position) return null;
  const copy = async (text: string, cell: HTMLElement | null) => {
    try {
      await navigator.clipboard.writeText(text);
      shell.announce(translate("coordinates.copied", { text }));
    } catch {
      // Where the clipboard is forbidden the text is marked, for the reader to copy.
      if (cell) getSelection()?.selectAllChildren(cell);
      shell.announce(translate("copy.by-hand"));
    }
  };
  const rows = COORDINATE_FORMATS.flatMap((format) => {
    const text = writeCoordinates(position, format);
    return text === null ? [] : [{ format, text }];
  });
  return (
    <>
      <table class="coordinate-table">
        <caption class="visually-hidden">{translate("tool.position")}</caption>
        <tbody>
          {rows.map(({ format, text }) => (
            <tr key={format}>
              <th scope="row">{translate(`coordinates.format.${format}`)}</th>
              <td>
                <bdi dir="ltr">{text}</bdi>
              </td>
              <td>
                <button
                  type="button"
                  class="button button--small"
                  aria-label={translate("coordinates.copy", { format: translate(`coordinates.format.${format}`) })}
                  onClick={(event) =>
                    void copy(text, event.currentTarget.closest("tr")?.querySelector<HTMLElement>("bdi") ?? null)
                  }
                >
                  {translate("copy.action")}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">
        <bdi dir="ltr">WGS84 (EPSG:4326)</bdi>.{" "}
        {position.radiusMeters !== null &&
          translate("coordinates.known-to", { length: length(position.radiusMeters, position.radiusMeters) })}
      </p>
    </>
  );
}
