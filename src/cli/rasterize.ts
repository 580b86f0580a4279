import { chromium } from "playwright-core";
import { findChromium } from "./find-chromium";
import { UsageError } from "./usage-error";

/** Good enough that no letter has a halo, at a third of the bytes of a PNG. */
const JPEG_QUALITY = 82;

/** `svg` as a PNG or JPEG of `width` × `height` px, drawn by Chromium. Throws a UsageError when there is none to draw it. */
export async function rasterize(
  svg: string,
  width: number,
  height: number,
  format: "png" | "jpeg" = "png",
): Promise<Buffer> {
  const executablePath = await findChromium().catch((error: unknown) => {
    throw new UsageError(`--out: a PNG is drawn by Chromium. ${error instanceof Error ? error.message : error}`);
  });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-3d-apis"] });
  try {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(`data:text/html,<!doctype html><style>body{margin:0}img{display:block}</style>`);
    await page.evaluate(async (source) => {
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
      document.body.append(image);
      await image.decode();
    }, svg);
    return await page.screenshot(format === "png" ? { omitBackground: true } : { type: "jpeg", quality: JPEG_QUALITY });
  } finally {
    await browser.close();
  }
}
