import { spawn } from "node:child_process";
import { join } from "node:path";
import { COMMANDS } from "./commands.mjs";
import { ensureInstalled, ROOT } from "./setup.mjs";

const PROGRAMS = { tsx: "node_modules/tsx/dist/cli.mjs", vite: "node_modules/vite/bin/vite.js" };

const [name = "", ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  console.error(`unknown command: ${name}; known: ${Object.keys(COMMANDS).join(", ")}`);
  process.exit(2);
}
ensureInstalled();

const [program = "", ...fixed] = command;
const child = spawn(process.execPath, [join(ROOT, PROGRAMS[program]), ...fixed, ...rest], {
  cwd: name === "sarhad" ? process.cwd() : ROOT,
  stdio: "inherit",
  // The configuration imports the picture renderer, whose imports name no file endings; Vite bundles it all the same.
  env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: "true" },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// npm kills only the shell between us; without this watch the child would outlive it.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid !== parent) child.kill("SIGTERM");
}, 500);
child.on("exit", (code, signal) => {
  clearInterval(watch);
  process.exit(code ?? (signal ? 1 : 0));
});
