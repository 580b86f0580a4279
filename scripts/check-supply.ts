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

const NETWORK = /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|network|EAUDITNOLOCK|audit endpoint/i;

function needNetwork({ err, out }: Outcome, what: string): void {
  if (NETWORK.test(err) || NETWORK.test(out.slice(0, 2000))) {
    throw new Error(`${what}: the registry could not be reached, and without it nothing can be said\n${err.trim()}`);
  }
}

/** Known weaknesses of any package, by npm audit. */
async function checkAdvisories(): Promise<string[]> {
  const outcome = await npm("audit", "--json");
  needNetwork(outcome, "npm audit");
  const { vulnerabilities, message } = JSON.parse(outcome.out) as {
    vulnerabilities?: Record<string, { severity: string; range: string }>;
    message?: string;
  };
  if (!vulnerabilities)
    throw new Error(`npm audit: the registry gave no list of weaknesses: ${message ?? outcome.err}`);
  return Object.entries(vulnerabilities).map(([name, { severity, range }]) => `${name} ${range}: ${severity} advisory`);
}

/** That every package is what its publisher signed. */
async function checkSignatures(): Promise<string[]> {
  const outcome = await npm("audit", "signatures");
  needNetwork(outcome, "npm audit signatures");
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
      needNetwork(outcome, `npm view ${name}`);
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

/** What a check finds; that it could not be made is a fault as well, and keeps none of the others from being made. */
const found = (check: () => Promise<string[]>) =>
  check().catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);

const faults = [...(await found(checkAdvisories)), ...(await found(checkSignatures)), ...(await found(checkAges))];
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? "no advisory, every signature right, nothing too young" : `${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
