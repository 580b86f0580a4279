import { useAtlas, useVoice } from "../context";
import { Switch } from "../Switch";
import { AccessStatement } from "./AccessStatement";
import { MAP_KEYS, SHORTCUTS } from "./keys";

/** The keys that work, and how to switch the single ones off. */
export default function HelpDialog() {
  const { shell } = useAtlas();
  const { translate } = useVoice();
  return (
    <>
      <p>{translate("help.keys")}</p>
      <table class="keys">
        <caption class="visually-hidden">{translate("help.table")}</caption>
        <thead>
          <tr>
            <th scope="col">{translate("help.key")}</th>
            <th scope="col">{translate("help.action")}</th>
          </tr>
        </thead>
        <tbody>
          {[...MAP_KEYS, ...(shell.hasShortcuts.value ? SHORTCUTS : [])].map(({ key, messageKey }) => (
            <tr key={key}>
              <th scope="row">
                <kbd dir="ltr">{key}</kbd>
              </th>
              <td>{translate(messageKey)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <kbd dir="ltr">Esc</kbd>
            </th>
            <td>{translate("shortcut.close")}</td>
          </tr>
        </tbody>
      </table>
      <Switch
        isOn={shell.hasShortcuts.value}
        onSwitch={(isOn) => {
          shell.hasShortcuts.value = isOn;
        }}
      >
        {translate("help.single-keys")}
      </Switch>
      <p>{translate("help.list")}</p>
      <AccessStatement />
    </>
  );
}
