import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./setup.mjs";

/** A package so young may be withdrawn or found out yet. */
const YOUNGEST_DAYS = 3;
const AT_ONCE = 6;
const DAY_MILLISECONDS = 86_400_000;

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function npm(...parameters: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    // `npm run --silent` would silence the reasons, too.
    const child = spawn("npm", [...parameters, "--loglevel=error"], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    let err = "";
    child.stdout.on("data", (part) => {
      out += part;
    });
    child.stderr.on("data", (part) => {
      err += part;
    });
    child.on("error", () => reject(new Error("this check needs the program npm; it is not installed")));
    child.on("close", (code) => resolve({ code: code ?? 1, out, err }));
  });
}

/** A question that the registry did not answer: it was not reached, or would not say. */
class Unanswered extends Error {}

const UNREACHED = /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|network/i;
const REFUSED = /\b[45]\d\d [A-Z][A-Za-z ]+ - [A-Z]+ https?:[^\s",]+/;

/** Throws when the registry did not answer what was asked, with what it said instead. */
function needAnswer({ err, out }: Outcome, question: string): void {
  const said = `${err}\n${out.slice(0, 2000)}`;
  const [refusal] = REFUSED.exec(said) ?? [];
  if (refusal) throw new Unanswered(`${question}: the registry refused to answer (${refusal})`);
  if (!UNREACHED.test(said)) return;
  const reasons = err.split("\n").filter((line) => /E[A-Z]{5,}|request to/.test(line));
  throw new Unanswered(`${question}: the registry could not be reached (${reasons.join("; ")})`);
}

/** Known weaknesses of any package, by npm audit. */
async function checkAdvisories(): Promise<string[]> {
  const outcome = await npm("audit", "--json");
  needAnswer(outcome, "npm audit");
  const { vulnerabilities, message } = JSON.parse(outcome.out) as {
    vulnerabilities?: Record<string, { severity: string; range: string }>;
    message?: string;
  };
  if (!vulnerabilities) throw new Unanswered(`npm audit: the registry gave no list: ${message ?? outcome.err}`);
  return Object.entries(vulnerabilities).map(([name, { severity, range }]) => `${name} ${range}: ${severity} advisory`);
}

/** That every package is what its publisher signed. */
async function checkSignatures(): Promise<string[]> {
  const outcome = await npm("audit", "signatures");
  needAnswer(outcome, "npm audit signatures");
  console.log(outcome.out.trim());
  return outcome.code === 0 ? [] : [`npm audit signatures: ${(outcome.err || outcome.out).trim()}`];
}

/** The exact versions that are asked for by name; those they bring along are covered by the lock file. */
function namedVersions(): [name: string, version: string][] {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(ROOT, "package.json"), "utf8"),
  ) as Record<string, Record<string, string>>;
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
}

async function checkAges(): Promise<string[]> {
  const left = namedVersions();
  const faults: string[] = [];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [name, version] = next;
      const outcome = await npm("view", name, "time", "--json");
      needAnswer(outcome, `npm view ${name}`);
      const published = (JSON.parse(outcome.out || "{}") as Record<string, string>)[version];
      if (published === undefined) faults.push(`${name} ${version}: the registry does not say when it was published`);
      else if (Date.now() - Date.parse(published) < YOUNGEST_DAYS * DAY_MILLISECONDS) {
        faults.push(`${name} ${version}: published ${published}, less than ${YOUNGEST_DAYS} days ago`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return faults;
}

/** The three questions, and what is true when nothing is found. */
const CHECKS: readonly (readonly [question: string, check: () => Promise<string[]>, good: string])[] = [
  ["advisories", checkAdvisories, "no known weakness in any package"],
  ["signatures", checkSignatures, "every package is what its publisher signed"],
  ["ages", checkAges, `no package asked for by name is younger than ${YOUNGEST_DAYS} days`],
];

let faultCount = 0;
const unanswered: string[] = [];
// One question after another: that one cannot be answered keeps none of the others from being asked.
for (const [question, check, good] of CHECKS) {
  try {
    const faults = await check();
    for (const fault of faults) console.error(`${question}: ${fault}`);
    console.log(faults.length === 0 ? `${question}: ${good}` : `${question}: ${faults.length} faults`);
    faultCount += faults.length;
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    unanswered.push(question);
    console.error(`${question}: not known. ${error.message}`);
  }
}
if (unanswered.length > 0)
  console.error(`not answered: ${unanswered.join(", ")}; ask again where the registry answers`);
console.log(`${faultCount} faults, ${CHECKS.length - unanswered.length} of ${CHECKS.length} questions answered`);
process.exit(faultCount === 0 && unanswered.length === 0 ? 0 : 1);
