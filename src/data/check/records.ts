import type { AnyRecord } from "../record";
import type { CheckedFeature } from "./collection";
import type { Problem } from "./problem";

type Fault = { readonly path: string; readonly reason: string };

function pointFaults({ geometry, record }: CheckedFeature): Fault[] {
  if (!("where" in record)) return [];
  if (geometry?.type === "Point" && !record.where) {
    return [{ path: "where", reason: "a point needs its precision and radius" }];
  }
  const onBorder = record.where?.onBorder;
  if (!onBorder || !record.where) return [];
  const steps = onBorder.chainageM / record.where.uncertaintyRadiusM;
  if (Number.isInteger(steps)) return [];
  return [{ path: "where.onBorder.chainageM", reason: "is not rounded to the radius of the place" }];
}

function stateFaults(record: AnyRecord): Fault[] {
  if (!("states" in record)) return [];
  return record.states.flatMap((state, index) => {
    const newer = record.states[index - 1];
    return newer && newer.asOf < state.asOf
      ? [{ path: `states.${index}.asOf`, reason: "states are not listed newest first" }]
      : [];
  });
}

function revisionFaults(record: AnyRecord): Fault[] {
  const newest = Math.max(...record.history.map((entry) => entry.revision));
  if (newest === record.revision) return [];
  return [{ path: "revision", reason: `is ${record.revision}, but the history ends at ${newest}` }];
}

/** What the rules for every record (points, chainage, dated states, revisions) find wrong with one of them. */
export function recordProblems(feature: CheckedFeature): Problem[] {
  const faults = [...pointFaults(feature), ...stateFaults(feature.record), ...revisionFaults(feature.record)];
  return faults.map(({ path, reason }) => ({
    file: feature.file,
    feature: feature.id,
    path: `properties.${path}`,
    reason,
  }));
}
