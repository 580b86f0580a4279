import type { AnalysisFiles } from "../data/analysis-files";
import { type Analysis, loadAnalysis } from "../data/load-analysis";
import { LINE_DATA_ERROR_METERS } from "./line-error";
import { packLines, packPolygons, transferables } from "./packed";
import type { Load } from "./tasks";

/** What figures are computed on, ready for the engine. */
export type PackedGround = Required<Pick<Load, "lines" | "countries">>;

/** What the worker answers: first that it has begun, then the ground, or why it could not be had. */
export type GroundAnswer =
  | { readonly kind: "begun" }
  | { readonly kind: "ground"; readonly ground: PackedGround }
  | { readonly kind: "failure"; readonly message: string };

const COUNTRY_CODES = ["IR", "PK", "AF"] as const;
const PATIENCE_MILLISECONDS = 60_000;

function pack({ lines, countries }: Analysis): PackedGround {
  return {
    lines: lines.map(({ properties: { id }, geometry }) => ({
      id,
      dataErrorMeters: LINE_DATA_ERROR_METERS[id] ?? null,
      isBorder: true,
      ...packLines([geometry.coordinates]),
    })),
    countries: countries.flatMap(({ properties, geometry }) => {
      const code = COUNTRY_CODES.find((known) => known === properties.iso2);
      return code ? [{ code, ...packPolygons(geometry.coordinates) }] : [];
    }),
  };
}

const buffersOf = ({ lines, countries }: PackedGround): ArrayBuffer[] => [
  ...lines.flatMap(({ coordinates, partEnds }) => transferables({ coordinates, partEnds })),
  ...countries.flatMap(({ coordinates, ringEnds, polygonEnds }) =>
    transferables({ coordinates, ringEnds, polygonEnds }),
  ),
];

/** A function that fetches and packs what figures are computed on and answers through `post`; what the worker does. */
export function serveGround(
  post: (answer: GroundAnswer, transfer: ArrayBuffer[]) => void,
): (files: AnalysisFiles) => Promise<void> {
  return async (files) => {
    post({ kind: "begun" }, []);
    try {
      const ground = pack(await loadAnalysis(files, AbortSignal.timeout(PATIENCE_MILLISECONDS)));
      post({ kind: "ground", ground }, buffersOf(ground));
    } catch (error) {
      post({ kind: "failure", message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}
