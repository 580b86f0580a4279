import type { EventRecord } from "../event-record";
import { independentHouses } from "../publisher";
import type { Source } from "../source";
import type { CheckedFeature } from "./collection";
import type { Problem } from "./problem";

type Fault = { readonly path: string; readonly reason: string };

function claimFaults(record: EventRecord): Fault[] {
  const faults: Fault[] = [];
  const ids = new Set<string>();
  for (const [index, claim] of record.claims.entries()) {
    if (ids.has(claim.id)) faults.push({ path: `claims.${index}.id`, reason: `is used twice: ${claim.id}` });
    ids.add(claim.id);
  }
  const uses: [string, readonly string[]][] = [
    ["actor.claims", record.actor?.claims ?? []],
    ["statedTarget.claims", record.statedTarget?.claims ?? []],
    ["casualties.claims", record.casualties?.claims ?? []],
  ];
  for (const [path, list] of uses) {
    for (const [index, id] of list.entries()) {
      if (!ids.has(id)) faults.push({ path: `${path}.${index}`, reason: `unknown claim: ${id}` });
    }
  }
  return faults;
}

function casualtyFaults({ casualties }: EventRecord): Fault[] {
  if (!casualties) return [];
  return (["killed", "injured", "civiliansKilled"] as const).flatMap((key) => {
    const range = casualties[key];
    if (!range) return [];
    const steps = [range.low, range.best, range.high].filter((step) => step !== null);
    const rising = steps.every((step, index) => index === 0 || step >= (steps[index - 1] ?? 0));
    return rising
      ? []
      : [{ path: `casualties.${key}`, reason: `low ≤ best ≤ high does not hold: ${steps.join(", ")}` }];
  });
}

function gradeFaults(record: EventRecord, register: ReadonlyMap<string, Source>): Fault[] {
  const { grade } = record.verification;
  const path = "verification.grade";
  const faults: Fault[] = [];
  if (grade === "confirmed" || grade === "corroborated") {
    const houses = independentHouses(record.sources.flatMap((id) => register.get(id) ?? []));
    if (houses < 2) faults.push({ path, reason: `“${grade}” needs two independent publishers, has ${houses}` });
  }
  const denied = record.claims.some((claim) => claim.stance === "denies" || claim.stance === "disputes");
  if (grade === "confirmed" && denied && record.actor?.basis !== "acknowledged") {
    faults.push({ path, reason: "“confirmed” beside a denial, and the actor has not acknowledged it" });
  }
  return faults;
}

function sensitivityFaults(record: EventRecord, hasGeometry: boolean): Fault[] {
  const { level } = record.sensitivity;
  if (level === "withheld" && hasGeometry)
    return [{ path: "sensitivity.level", reason: "withheld, yet has a geometry" }];
  if (level === "generalised" && record.where && !record.where.generalisation.applied) {
    return [{ path: "where.generalisation.applied", reason: "the place is generalised, which this denies" }];
  }
  return [];
}

/** What the rules for events (claims, casualties, grades, sensitivity, time) find wrong with one of them. */
export function eventProblems(
  feature: CheckedFeature,
  record: EventRecord,
  register: ReadonlyMap<string, Source>,
): Problem[] {
  const faults = [
    ...claimFaults(record),
    ...casualtyFaults(record),
    ...gradeFaults(record, register),
    ...sensitivityFaults(record, feature.geometry !== null),
  ];
  if (record.when.start > record.when.end) faults.push({ path: "when.end", reason: "lies before the start" });
  return faults.map(({ path, reason }) => ({
    file: feature.file,
    feature: feature.id,
    path: `properties.${path}`,
    reason,
  }));
}
