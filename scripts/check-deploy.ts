import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./setup.mjs";
import { headersFor } from "./vite/hosting-headers";

const DIST = join(ROOT, "dist");
/** The atlas at the top of a server, and deep below it. */
const PLACES = ["/", "/maps/border/atlas/"];

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

function ask(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) }),
      );
    })
      .on("error", reject)
      .end();
  });
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** The configuration of `deploy/nginx.conf` for a server of our own, with all it writes below `folder`. */
function configuration(folder: string, port: number): string {
  const site = readFileSync(join(ROOT, "deploy/nginx.conf"), "utf8")
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("root /srv/sarhad;", `root ${folder}/site;`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `daemon off; pid ${folder}/pid; error_log stderr warn; worker_processes 1;
events { worker_connections 64; }
http { access_log off; ${temporary.join(" ")}
${site}
}
`;
}

const faults: string[] = [];
let checks = 0;
function check(what: string, actual: unknown, expected: unknown): void {
  checks++;
  const isRight = expected instanceof RegExp ? expected.test(String(actual)) : actual === expected;
  if (!isRight) faults.push(`${what}: ${JSON.stringify(actual)}, not ${expected}`);
}

const TYPES: Readonly<Record<string, RegExp>> = {
  html: /^text\/html/,
  js: /^text\/javascript/,
  css: /^text\/css/,
  geojson: /^application\/geo\+json/,
  json: /^application\/json/,
  webmanifest: /^application\/manifest\+json/,
  pmtiles: /^application\/vnd\.pmtiles/,
  svg: /^image\/svg\+xml/,
  png: /^image\/png/,
  woff2: /^font\/woff2/,
};

async function checkFile(port: number, place: string, file: string): Promise<void> {
  const path = place + file;
  const onDisk = readFileSync(join(DIST, file || "index.html"));
  const plain = await ask(port, path);
  check(`${path} status`, plain.status, 200);
  check(`${path} bytes`, plain.bytes.equals(onDisk), true);
  const type = TYPES[(file || "index.html").split(".").pop() ?? ""];
  if (type) check(`${path} type`, plain.headers["content-type"], type);
  for (const [name, value] of Object.entries(headersFor(path))) {
    check(`${path} ${name}`, plain.headers[name.toLowerCase()], value);
  }
  if (/\.(?:js|css|html|geojson|json|svg)$/.test(file) && onDisk.byteLength > 2000) {
    const packed = await ask(port, path, { "Accept-Encoding": "gzip" });
    check(`${path} gzip`, packed.headers["content-encoding"], "gzip");
    check(`${path} vary`, packed.headers.vary, /Accept-Encoding/i);
  }
}

async function checkRanges(port: number, place: string): Promise<void> {
  for (const name of readdirSync(join(DIST, "basemap")).filter((file) => file.endsWith(".pmtiles"))) {
    const path = `${place}basemap/${name}`;
    const part = await ask(port, path, { Range: "bytes=0-126", "Accept-Encoding": "gzip" });
    check(`${path} range status`, part.status, 206);
    check(`${path} range length`, part.bytes.byteLength, 127);
    check(`${path} range start`, part.bytes.subarray(0, 7).toString(), "PMTiles");
    check(`${path} range not compressed`, part.headers["content-encoding"], undefined as never);
  }
}

async function checkAgain(port: number, place: string): Promise<void> {
  const first = await ask(port, `${place}index.html`);
  const again = await ask(port, `${place}index.html`, { "If-None-Match": first.headers.etag ?? "" });
  check(`${place}index.html asked for again`, again.status, 304);
  check(`${place}nothing-there.js`, (await ask(port, `${place}nothing-there.js`)).status, 404);
  check(`${place} leaves the version of the server out`, first.headers.server, "nginx");
}

async function started(server: ChildProcess, port: number): Promise<void> {
  for (let attempt = 0; attempt < 100 && server.exitCode === null; attempt++) {
    const isUp = await ask(port, "/").then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("nginx did not start with deploy/nginx.conf; what it said is above");
}

async function main(): Promise<void> {
  const nginx = ["nginx", "/usr/sbin/nginx"].find((program) => spawnSync(program, ["-v"]).status === 0);
  if (!nginx)
    throw new Error("this check needs the program nginx (Debian: apt-get install nginx); it is not installed");
  if (!existsSync(join(DIST, "index.html"))) throw new Error("there is no dist/ yet: run `npm run build` first");
  const folder = mkdtempSync(join(tmpdir(), "sarhad-nginx-"));
  // nginx gives its workers to a user of its own when it is started by root.
  chmodSync(folder, 0o755);
  const port = await freePort();
  mkdirSync(join(folder, "site/maps/border"), { recursive: true });
  for (const name of readdirSync(DIST)) symlinkSync(join(DIST, name), join(folder, "site", name));
  symlinkSync(DIST, join(folder, "site/maps/border/atlas"));
  writeFileSync(join(folder, "nginx.conf"), configuration(folder, port));
  const server = spawn(nginx, ["-c", join(folder, "nginx.conf"), "-p", folder], { stdio: "inherit" });
  try {
    await started(server, port);
    const files = readdirSync(DIST, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith("_"))
      .map((entry) => join(entry.parentPath, entry.name).slice(DIST.length + 1));
    for (const place of PLACES) {
      for (const file of ["", ...files]) await checkFile(port, place, file);
      await checkRanges(port, place);
      await checkAgain(port, place);
    }
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
for (const fault of faults) console.error(fault);
console.log(`${checks - faults.length} of ${checks} answers of nginx are right`);
process.exit(faults.length === 0 ? 0 : 1);
