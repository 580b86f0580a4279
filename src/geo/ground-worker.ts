import type { AnalysisFiles } from "../data/analysis-files";
import { serveGround } from "./serve-ground";

const serve = serveGround((answer, transfer) => self.postMessage(answer, { transfer }));

self.addEventListener("message", ({ data }: MessageEvent<AnalysisFiles>) => void serve(data));
