import { createEngine } from "./engine";
import { InputError } from "./input-error";
import type { Failure, Request, Response } from "./message";

/** Every buffer inside an answer, so that it is moved to the page and not copied. */
function buffersOf(value: unknown, found: Set<ArrayBuffer> = new Set()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) buffersOf(part, found);
  }
  return found;
}

function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof InputError)) return { message, refused: null };
  const { fault, input, value } = error;
  return { message, refused: { fault, input, value } };
}

/** A function that takes requests and answers them through `post`, one at a time; what the worker does. */
export function serveRequests(post: (response: Response, transfer: ArrayBuffer[]) => void): (request: Request) => void {
  const engine = createEngine();
  return (request) => {
    const id = request.kind === "ask" ? request.id : null;
    try {
      if (request.kind === "load") {
        engine.load(request.load);
        post({ kind: "ready" }, []);
      } else {
        post({ kind: "begun", id: request.id }, []);
        const answer = engine.answer(request.asked.name, request.asked.question);
        post({ kind: "answer", id: request.id, answer }, [...buffersOf(answer)]);
      }
    } catch (error) {
      post({ kind: "failure", id, failure: failureOf(error) }, []);
    }
  };
}
