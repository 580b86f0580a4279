import { InputError } from "../geo/input-error";
import { readArguments } from "./arguments";
import type { Command } from "./command";
import { check } from "./commands/check";
import { corridor } from "./commands/corridor";
import { distance } from "./commands/distance";
import { enrich } from "./commands/enrich";
import { length } from "./commands/length";
import { picture } from "./commands/picture";
import { UsageError } from "./usage-error";

/** Every verb of the tool; a new one is one file and one entry here. */
const COMMANDS: readonly Command[] = [distance, length, corridor, enrich, check, picture];

const USAGE_STATUS = 2;

const usage = () =>
  `Sarhad measures on the WGS84 ellipsoid: JSON on standard output, errors on standard error.\n\n${COMMANDS.map(
    (command) => `  sarhad ${command.usage}\n`,
  ).join("")}`;

async function run([name, ...given]: readonly string[]): Promise<number> {
  if (name === "help" || name === "--help" || name === "-h") {
    process.stdout.write(usage());
    return 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) {
    const known = COMMANDS.map((each) => each.name).join(", ");
    throw new UsageError(
      name === undefined ? `no command given (known: ${known})` : `unknown command: ${name} (known: ${known})`,
    );
  }
  if (given.includes("--help")) {
    process.stdout.write(`sarhad ${command.usage}\n`);
    return 0;
  }
  return command.run(readArguments(given, command.flags, command.mostRest));
}

// A reader downstream that has seen enough (`| head`) is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof InputError)) throw error;
  process.stderr.write(`sarhad: ${error.message}\n`);
  process.exitCode = USAGE_STATUS;
}
