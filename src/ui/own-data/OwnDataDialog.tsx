import { useEffect, useRef, useState } from "preact/hooks";
import "./own-data.css";
import type { Decisions } from "../../data/own/decisions";
import { isAsking, PLAIN_DECISIONS } from "../../data/own/decisions";
import { startImportWorker } from "../../data/own/early-import";
import { ImportError } from "../../data/own/import-error";
import { type ImportJob, startImport } from "../../data/own/import-job";
import type { Preview } from "../../data/own/source";
import { useAtlas, useVoice } from "../context";
import { AskStep } from "./AskStep";
import { addToPage } from "./add-to-page";
import { ChooseStep } from "./ChooseStep";
import { FailedStep } from "./FailedStep";
import { firstStep } from "./linked-report";
import { MappingStep } from "./MappingStep";
import { ReadingStep } from "./ReadingStep";
import { ReportStep } from "./ReportStep";
import type { Incoming, MappingChoice, Step } from "./steps";

/** What remembers mappings comes while a file is opened; without it nothing is proposed. */
const loadMemory = () => import("./mapping-memory").catch(() => null);

/** The way of the reader's own data onto the page: choose, say what is what, decide what is doubtful, read the report. */
export default function OwnDataDialog() {
  const { page, shell } = useAtlas();
  const { translate } = useVoice();
  const [step, setStep] = useState<Step>(firstStep);
  const job = useRef<ImportJob | null>(null);
  const choice = useRef<MappingChoice | null>(null);
  const opened = useRef<Preview | null>(null);
  const body = useRef<HTMLDivElement>(null);

  const fail = (name: string, error: unknown, blob: Blob | null = null) => {
    if (error instanceof DOMException && error.name === "AbortError") {
      setStep({ at: "choose" });
      shell.announce(translate("mine.cancelled"));
      return;
    }
    const known = error instanceof ImportError ? error : new ImportError("broken", String(error));
    setStep({ at: "failed", name, error: known, blob });
  };
  const open = async ({ blob, name, encoding }: Incoming) => {
    job.current?.cancel();
    setStep({ at: "reading", name, share: null });
    const next = startImport(startImportWorker(), {
      onProgress: (done, total) =>
        setStep({ at: "reading", name, share: total > 0 ? Math.min(1, done / total) : null }),
    });
    job.current = next;
    try {
      const [preview, memory] = await Promise.all([next.open(blob, name, encoding), loadMemory()]);
      opened.current = preview;
      setStep({ at: "mapping", name, preview, proposed: memory?.recallMapping(preview) ?? null });
    } catch (error) {
      fail(name, error, blob);
    }
  };
  const finish = async (name: string, decisions: Decisions) => {
    if (!job.current || !choice.current) return;
    setStep({ at: "reading", name, share: null });
    try {
      const { columns, report } = await job.current.settle(decisions);
      const { title, isKept, mapping } = choice.current;
      const added =
        report.accepted > 0 ? await addToPage(page.model, { title, columns, isKept, isFitted: true }) : null;
      if (added && opened.current) (await loadMemory())?.rememberMapping(opened.current, mapping, isKept);
      setStep({ at: "report", name, report, layerId: added?.layerId ?? null, kept: added?.kept ?? "no" });
    } catch (error) {
      fail(name, error);
    }
  };
  const read = async (name: string, chosen: MappingChoice) => {
    if (!job.current) return;
    choice.current = chosen;
    setStep({ at: "reading", name, share: 0 });
    try {
      const { findings, total } = await job.current.read(chosen.mapping);
      if (isAsking(findings)) setStep({ at: "asking", name, findings, total });
      else await finish(name, PLAIN_DECISIONS);
    } catch (error) {
      fail(name, error);
    }
  };

  const waiting = shell.incoming.value;
  useEffect(() => {
    const [file, ...others] = waiting;
    if (!file || !["choose", "report", "failed"].includes(step.at)) return;
    if (step.at !== "choose") return;
    shell.incoming.value = others;
    void open({ blob: file, name: file.name });
  }, [waiting, step.at]);
  useEffect(() => () => job.current?.cancel(), []);
  useEffect(() => {
    // Each step begins where a reader of its text begins.
    if (step.at !== "choose") body.current?.querySelector<HTMLElement>("[data-begin]")?.focus();
  }, [step.at]);

  return (
    <div class="own-data" ref={body}>
      {step.at === "choose" && <ChooseStep onChoose={(incoming) => void open(incoming)} />}
      {step.at === "reading" && <ReadingStep step={step} onCancel={() => job.current?.cancel()} />}
      {step.at === "mapping" && (
        <MappingStep
          name={step.name}
          preview={step.preview}
          proposed={step.proposed}
          onRead={(chosen) => void read(step.name, chosen)}
          onCancel={() => setStep({ at: "choose" })}
        />
      )}
      {step.at === "asking" && (
        <AskStep
          step={step}
          onDecide={(decisions) => void finish(step.name, decisions)}
          onCancel={() => setStep({ at: "choose" })}
        />
      )}
      {step.at === "report" && <ReportStep step={step} onNext={() => setStep({ at: "choose" })} />}
      {step.at === "failed" && (
        <FailedStep step={step} onAgain={(incoming) => void open(incoming)} onNext={() => setStep({ at: "choose" })} />
      )}
    </div>
  );
}
