import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PALETTES, type Palette } from "../src/picture/palette";

/** The file the tokens are written to. */
export const TOKENS_FILE = fileURLToPath(new URL("../src/ui/styles/tokens.css", import.meta.url));

/** Sizes shared by every page, in rem so that they follow the reader's own text size. */
const SIZES: Readonly<Record<string, string>> = {
  "size-small": "0.8125rem",
  "size-body": "0.9375rem",
  "size-lead": "1.125rem",
  "size-title": "1.375rem",
  "size-display": "1.75rem",
  "line-height": "1.5",
  "line-height-tight": "1.25",
  "space-1": "0.25rem",
  "space-2": "0.5rem",
  "space-3": "0.75rem",
  "space-4": "1rem",
  "space-5": "1.5rem",
  "space-6": "2rem",
  "radius-small": "4px",
  "radius-medium": "8px",
  "radius-large": "14px",
  "radius-round": "999px",
  target: "2.75rem",
  duration: "180ms",
};

const SHADOWS = {
  light: "0 1px 2px rgb(30 42 48 / 12%), 0 6px 24px rgb(30 42 48 / 14%)",
  dark: "0 1px 2px rgb(0 0 0 / 40%), 0 6px 24px rgb(0 0 0 / 45%)",
};

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function colors(palette: Palette): string[] {
  return Object.entries(palette).map(([name, value]) => `--color-${kebab(name)}: ${value.toLowerCase()};`);
}

function block(selector: string, lines: readonly string[], indent = ""): string {
  return `${indent}${selector} {\n${lines.map((line) => `${indent}  ${line}\n`).join("")}${indent}}\n`;
}

/** The style sheet of custom properties: colours by theme, type scale, spacing, radii. */
export function tokensCss(): string {
  const light = ["color-scheme: light;", ...colors(PALETTES.light), `--shadow: ${SHADOWS.light};`];
  const dark = ["color-scheme: dark;", ...colors(PALETTES.dark), `--shadow: ${SHADOWS.dark};`];
  const sizes = Object.entries(SIZES).map(([name, value]) => `--${name}: ${value};`);
  return [
    "/* Written by scripts/tokens.ts from src/picture/palette.ts; change those and run it again. */\n",
    block(":root", [...light, ...sizes]),
    // Paper is bright whatever the screen is.
    `@media screen {\n${block(':root[data-theme="dark"]', dark, "  ")}}\n`,
    `@media screen and (prefers-color-scheme: dark) {\n${block(":root:not([data-theme])", dark, "  ")}}\n`,
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TOKENS_FILE, tokensCss());
