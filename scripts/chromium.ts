export { findChromium } from "../src/cli/find-chromium";

/** Flags that make headless Chromium draw WebGL in software, and stay silent on the network. */
export const CHROMIUM_FLAGS: readonly string[] = [
  "--no-sandbox",
  "--enable-unsafe-swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
