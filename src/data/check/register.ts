import { join } from "node:path";
import { type Source, sourceRegister } from "../source";
import { type Problem, problemsOf } from "./problem";
import { readJson } from "./read-json";

const FILE = "sources.json";

/** The source register by id, and what is wrong with it. */
export function readRegister(folder: string): {
  readonly register: ReadonlyMap<string, Source>;
  readonly problems: readonly Problem[];
} {
  const read = readJson(join(folder, FILE));
  if ("problem" in read) return { register: new Map(), problems: [read.problem] };
  const parsed = sourceRegister.safeParse(read.value);
  if (!parsed.success) return { register: new Map(), problems: problemsOf(FILE, null, "", parsed.error) };
  const register = new Map<string, Source>();
  const problems: Problem[] = [];
  for (const [index, source] of parsed.data.sources.entries()) {
    if (register.has(source.id)) {
      problems.push({ file: FILE, feature: source.id, path: `sources.${index}.id`, reason: "is used twice" });
    }
    if (source.type === "social" && source.archivedUrl === null && source.url === null) {
      problems.push({
        file: FILE,
        feature: source.id,
        path: `sources.${index}`,
        reason: "a post needs an address or an archive",
      });
    }
    if (source.published !== null && source.published > source.accessed) {
      problems.push({
        file: FILE,
        feature: source.id,
        path: `sources.${index}.published`,
        reason: "lies after the date of access",
      });
    }
    register.set(source.id, source);
  }
  return { register, problems };
}
