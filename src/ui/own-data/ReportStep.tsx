import { CopyField } from "../CopyField";
import { useAtlas, useVoice } from "../context";
import { notedLines, type ReportLine, reportText, skippedLines } from "./report-lines";
import type { Step } from "./steps";

interface ReportStepProps {
  readonly step: Extract<Step, { at: "report" }>;
  readonly onNext: () => void;
}

/** What became of every row: taken, or skipped and why. */
export function ReportStep({ step, onNext }: ReportStepProps) {
  const { shell } = useAtlas();
  const voice = useVoice();
  const { translate, number } = voice;
  const { report, name, layerId, kept } = step;
  const waiting = shell.incoming.value.length;
  const showList = () => {
    shell.list.layer.value = layerId;
    shell.openTab("list");
    document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
    // The dialog gives the focus back to its button, which goes with the tab it stands in.
    requestAnimationFrame(() => document.getElementById("tab-list")?.focus());
  };
  return (
    <>
      <h3 tabIndex={-1} data-begin>
        {translate("mine.report")}
      </h3>
      <p class="own-data__sum">
        <bdi>{name}</bdi>:{" "}
        {translate("mine.accepted", { accepted: number(report.accepted), total: number(report.total) })}
      </p>
      {kept !== "no" && <p class={kept === "yes" ? "quiet" : "failure"}>{translate(`mine.kept-${kept}`)}</p>}
      <IssueTable caption={translate("mine.skipped")} lines={skippedLines(report, voice)} />
      <IssueTable caption={translate("mine.noted")} lines={notedLines(report, voice)} />
      <p class="quiet">{translate("mine.untouched")}</p>
      <details>
        <summary>{translate("mine.report-copy")}</summary>
        <CopyField label={translate("mine.report")} text={reportText(name, report, voice)} lines={6} />
      </details>
      <p class="own-data__buttons">
        {layerId !== null && (
          <button type="button" class="button button--main" onClick={showList}>
            {translate("mine.show-list")}
          </button>
        )}
        <button type="button" class="button" onClick={onNext}>
          {waiting > 0 ? translate("mine.next-file", { count: waiting }) : translate("mine.another")}
        </button>
      </p>
    </>
  );
}

function IssueTable({ caption, lines }: { readonly caption: string; readonly lines: readonly ReportLine[] }) {
  const { translate, number } = useVoice();
  if (lines.length === 0) return null;
  return (
    <table class="own-data__issues">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{translate("mine.reason")}</th>
          <th scope="col">{translate("mine.count")}</th>
          <th scope="col">{translate("mine.numbers")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, reason, count, numbers, isCut }) => (
          <tr key={key}>
            <th scope="row">{reason}</th>
            <td>{number(count)}</td>
            <td>
              <bdi dir="ltr">
                {numbers}
                {isCut && " …"}
              </bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
