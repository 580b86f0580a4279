import { build, preview } from "vite";

const DEFAULT_PORT = 4173;

/** The port to serve on: `PORT` when set, else 4173. Exits with status 2 when `PORT` is no port. */
function wantedPort(): number {
  const text = process.env.PORT;
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  console.error(`PORT is not a port number: ${text}`);
  process.exit(2);
}

if (process.argv.includes("--build")) await build({ logLevel: "warn" });
try {
  const server = await preview({
    logLevel: "warn",
    preview: { port: wantedPort(), strictPort: process.env.PORT !== undefined, host: "127.0.0.1" },
  });
  const address = server.httpServer.address();
  const port = typeof address === "object" && address ? address.port : wantedPort();
  console.log(`Sarhad is open at http://localhost:${port}/`);
} catch (error) {
  console.error(`The atlas could not be served: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
