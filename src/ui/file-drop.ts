import type { Shell } from "./shell";

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Lets files be dropped anywhere on the page; the dialog for the reader's own data takes them. Answers how to stop. */
export function listenForFiles(shell: Shell): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  window.addEventListener(
    "dragover",
    (event) => {
      if (carriesFiles(event)) event.preventDefault();
    },
    { signal },
  );
  window.addEventListener(
    "drop",
    (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      shell.incoming.value = [...shell.incoming.peek(), ...(event.dataTransfer?.files ?? [])];
      shell.openDialog("own-data");
    },
    { signal },
  );
  return () => stop.abort();
}
