import { useAtlas, useVoice } from "./context";
import { Icon } from "./Icon";

/** On the first visit: one sentence and three doors. */
export function Welcome() {
  const { page, shell } = useAtlas();
  const { translate } = useVoice();
  const { model } = page;
  if (!shell.isWelcomeShown.value || model.view.value.lesson) return null;

  const dismiss = () => {
    shell.isWelcomeShown.value = false;
  };
  const doors = [
    {
      key: "strikes",
      open: () => {
        model.setLayerVisible("strikes", true);
        shell.list.layer.value = "strikes";
        shell.openTab("list");
      },
    },
    { key: "embed", open: () => shell.openDialog("share") },
    { key: "teach", open: () => shell.openTab("learn") },
  ];
  return (
    <section class="welcome" aria-labelledby="welcome-title">
      <button
        type="button"
        class="icon-button welcome__close"
        aria-label={translate("action.dismiss")}
        onClick={dismiss}
      >
        <Icon name="close" />
      </button>
      <h2 id="welcome-title">{translate("welcome.title")}</h2>
      <p>{translate(model.geographyOnly.value ? "welcome.sentence-geography" : "welcome.sentence")}</p>
      <ul class="plain-list welcome__doors">
        {(model.geographyOnly.value ? doors.filter(({ key }) => key !== "strikes") : doors).map((door) => (
          <li key={door.key}>
            <button
              type="button"
              class="door"
              onClick={() => {
                dismiss();
                door.open();
              }}
            >
              <span class="door__title">{translate(`welcome.${door.key}`)}</span>
              <span class="door__line">{translate(`welcome.${door.key}-line`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
