import type { Command } from "../command";

/** `sarhad check`: what is wrong with data files; of the shipped data when none is named. */
export const check: Command = {
  name: "check",
  usage: "check [FILE …]",
  flags: [],
  mostRest: Number.POSITIVE_INFINITY,
  run: async ({ rest }) => {
    // Only this command needs the schemas; the others start faster without them.
    const [{ checkDataFiles, formatProblem }, { checkShippedData }] = await Promise.all([
      import("../../data/check"),
      import("../check-geography"),
    ]);
    const problems = rest.length > 0 ? checkDataFiles(rest) : checkShippedData();
    process.stdout.write(`${JSON.stringify({ files: rest, problems })}\n`);
    for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
    return problems.length > 0 ? 2 : 0;
  },
};
