import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { newLesson, newStep, writeLesson } from "../../src/state/lesson-file";
import { START_VIEW } from "../../src/state/view";
import { closeBrowser } from "./atlas-page";
import { A_PAGE, alert, type FaultRow, MISSING, meetFault, script, storageThat, tellFaults } from "./fault-rows";

afterAll(closeBrowser);
afterAll(tellFaults);

const IMPORT_WORKER = /assets\/import-worker-[^/]*\.js/;
const wells = readFileSync("tests/fixtures/own/wells.csv", "utf8");

/** Drops a file on the page, as from the desktop: `text`, repeated `times`. */
async function drop(page: Page, name: string, text: string, times = 1): Promise<void> {
  await page.locator("#own-add").waitFor();
  await page.evaluate(
    ([fileName, content, count]) => {
      const carried = new DataTransfer();
      carried.items.add(
        new File(
          Array.from({ length: count }, () => content),
          fileName,
        ),
      );
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
    },
    [name, text, times] as const,
  );
}

/** After a refusal nothing has changed, and the same file is read as soon as the fault is gone. */
async function readAfterAll(page: Page): Promise<void> {
  await page
    .getByText("The atlas is as it was")
    .or(page.getByRole("button", { name: "Another file" }))
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Another file" }).click();
  await drop(page, "wells.csv", wells);
  await page.getByRole("heading", { name: "What is what" }).waitFor();
}

/** Reads the wells and asks the device to keep them. */
async function keepWells(page: Page): Promise<void> {
  await drop(page, "wells.csv", wells);
  await page.getByLabel(/Keep it on this device/).check();
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await page.getByRole("heading", { name: "What was read" }).waitFor();
}

/** Makes the database of imports fail in one way, for as long as the page remembers to. */
const databaseThat = (how: "does not open" | "never answers" | "does not hand out a layer") => (page: Page) =>
  page.addInitScript((fault) => {
    if (localStorage.getItem("database") !== "broken") return;
    const broken = () => {
      throw new DOMException("Internal error opening backing store", "UnknownError");
    };
    if (fault === "does not open") IDBFactory.prototype.open = broken;
    else if (fault === "does not hand out a layer") IDBObjectStore.prototype.get = broken;
    else IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  }, how);
const breakDatabase = (page: Page) => page.evaluate(() => localStorage.setItem("database", "broken"));
const mendDatabase = (page: Page) => page.evaluate(() => localStorage.removeItem("database"));

const wellsAreThere = async (page: Page) => {
  await page.locator("#tab-explore").click();
  await page.getByRole("button", { name: "Remove wells" }).waitFor();
};

/** A table of `count` wells. */
const manyWells = (count: number) =>
  `title,lon,lat\n${Array.from({ length: count }, (_, at) => `Well ${at},${60 + (at % 1000) / 500},${27 + (at % 777) / 400}\n`).join("")}`;

const readMany = async (page: Page, count: number) => {
  await drop(page, "many.csv", manyWells(count));
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await page.getByRole("heading", { name: "What was read" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#search").fill(`Well ${count - 1}`);
  await page.locator(".search__option", { hasText: `Well ${count - 1}` }).waitFor();
};

/** Ends the import worker with its first word on how far it has come, or lets it run out of memory there. */
const importWorkerThat = (how: "is killed" | "has no memory") => (page: Page) =>
  how === "is killed"
    ? page.addInitScript(() => {
        const Native = Worker;
        let isSpared = false;
        Object.assign(window, {
          Worker: class extends Native {
            constructor(url: string | URL, options?: WorkerOptions) {
              super(url, options);
              this.addEventListener("message", ({ data }) => {
                if (data.kind !== "progress" || isSpared) return;
                isSpared = true;
                document.body.dataset.killed = "yes";
                this.terminate();
              });
            }
          },
        });
      })
    : page.route(IMPORT_WORKER, async (route) => {
        const answer = await route.fetch();
        const poor = `{ const { Float64Array } = globalThis; globalThis.Float64Array = new Proxy(Float64Array, { construct(made, given) {
          if (given[0] > 50000) throw new RangeError("Array buffer allocation failed");
          return Reflect.construct(made, given); } }); }\n`;
        await route.fulfill({ response: answer, body: poor + (await answer.text()) });
      });

const IMPORT: readonly Omit<FaultRow, "moment">[] = [
  ...(
    [
      ["is missing", MISSING],
      ["is a page", A_PAGE],
      ["throws when it starts", script('throw new Error("no")')],
      ["throws when it is asked", script('onmessage = () => { throw new Error("no"); };')],
    ] as const
  ).map(([what, answer]) => ({
    fault: `the worker's script ${what}`,
    prepare: (page: Page) => page.route(IMPORT_WORKER, (route) => route.fulfill(answer)),
    meet: async (page: Page) => {
      await drop(page, "wells.csv", wells);
      await alert(page, "wells.csv");
      await page.unroute(IMPORT_WORKER);
      await readAfterAll(page);
    },
  })),
  {
    fault: "the worker hangs",
    prepare: async (page) => {
      await page.clock.install();
      await page.route(IMPORT_WORKER, (route) => route.fulfill(script("onmessage = () => { for (;;); };")));
    },
    meet: async (page) => {
      const asked = page.waitForResponse(IMPORT_WORKER);
      await drop(page, "wells.csv", wells);
      await asked;
      await page.clock.fastForward(16_000);
      await alert(page, "no progress for 15 seconds");
      await page.unroute(IMPORT_WORKER);
      await readAfterAll(page);
    },
  },
  {
    fault: "the file is far too large",
    meet: async (page) => {
      await drop(page, "huge.geojson", " ".repeat(1024 * 1024), 60);
      await alert(page, "huge.geojson");
      await readAfterAll(page);
    },
  },
  {
    fault: "the device keeps nothing",
    prepare: storageThat("refuses"),
    meet: async (page) => {
      await keepWells(page);
      await page.getByText("Shown, but not kept: this browser does not allow it.").waitFor();
    },
  },
  {
    fault: "the device has no room",
    prepare: (page) =>
      page.addInitScript(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      }),
    meet: async (page) => {
      await keepWells(page);
      await page.getByText("Shown, but not kept: this browser has no room left for it.").waitFor();
    },
  },
  {
    fault: "the tab is killed after what was read was kept",
    meet: async (page) => {
      await keepWells(page);
      await page.getByText("Kept on this device.").waitFor();
      await page.goto("about:blank");
      await page.goBack();
      await page.locator("#tab-explore").click();
      await page.getByRole("button", { name: "Remove wells" }).waitFor();
    },
  },
  {
    fault: "what was kept is spoiled",
    meet: async (page) => {
      await keepWells(page);
      await page.getByText("Kept on this device.").waitFor();
      await page.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const opened = indexedDB.open("sarhad-own");
            opened.onerror = () => reject(opened.error);
            opened.onsuccess = () => {
              const change = opened.result.transaction("layers", "readwrite");
              const keys = change.objectStore("layers").getAllKeys();
              keys.onsuccess = () => {
                for (const key of keys.result) change.objectStore("layers").put({ version: 7, junk: "<img>" }, key);
              };
              change.oncomplete = () => {
                opened.result.close();
                resolve();
              };
            };
          }),
      );
      await page.reload();
      await alert(page, "could not be read any more");
      expect(await page.getByRole("button", { name: "Remove wells" }).count()).toBe(0);
    },
  },
  {
    fault: "the worker is killed in the middle of a read",
    prepare: async (page) => {
      await page.clock.install();
      await importWorkerThat("is killed")(page);
    },
    meet: async (page) => {
      await drop(page, "many.csv", manyWells(150_000));
      await page.getByRole("button", { name: "Read", exact: true }).click();
      await page.locator("body[data-killed]").waitFor({ state: "attached" });
      await page.clock.fastForward(16_000);
      await alert(page, "no progress for 15 seconds");
      await readAfterAll(page);
    },
  },
  {
    fault: "a large file meets a worker without memory",
    prepare: importWorkerThat("has no memory"),
    meet: async (page) => {
      await drop(page, "many.csv", manyWells(150_000));
      await page.getByRole("button", { name: "Read", exact: true }).click();
      await alert(page, "Array buffer allocation failed");
      await page.unroute(IMPORT_WORKER);
      await readAfterAll(page);
    },
  },
  {
    fault: "the file is removed after it was chosen",
    meet: async (page) => {
      const folder = mkdtempSync(join(tmpdir(), "sarhad-test-"));
      const file = join(folder, "gone.csv");
      writeFileSync(file, manyWells(150_000));
      await page.locator("#own-add").click();
      await page.locator("dialog input[type=file]").setInputFiles(file);
      const read = page.getByRole("button", { name: "Read", exact: true });
      await read.waitFor();
      rmSync(folder, { recursive: true });
      await read.click();
      await alert(page, "changed, moved or removed");
      await readAfterAll(page);
    },
  },
  {
    fault: "two tabs keep files of one name",
    meet: async (page) => {
      const other = await page.context().newPage();
      await other.goto(page.url());
      for (const tab of [page, other]) {
        await keepWells(tab);
        await tab.getByText("Kept on this device.").waitFor();
      }
      await other.close();
      await page.reload();
      await page.locator("#tab-explore").click();
      await page.getByRole("button", { name: "Remove wells" }).nth(1).waitFor();
    },
  },
  {
    fault: "a quarter of a million rows press on the memory",
    meet: (page) => readMany(page, 250_000),
  },
  {
    fault: "the worker that goes through large tables is missing",
    prepare: (page) => page.route(/assets\/worker-[^/]*\.js/, (route) => route.fulfill(MISSING)),
    meet: async (page) => {
      await readMany(page, 3000);
      await page.locator("#search").press("Escape");
      await page.locator("#tab-list").click();
      await page.getByText("the first 100 of 3,000 rows").waitFor();
    },
  },
  ...(["does not open", "never answers", "does not hand out a layer"] as const).map((how) => ({
    fault: `the database ${how} when layers are to come back`,
    prepare: async (page: Page) => {
      await databaseThat(how)(page);
      if (how === "never answers") await page.clock.install();
    },
    meet: async (page: Page) => {
      await keepWells(page);
      await page.getByText("Kept on this device.").waitFor();
      await breakDatabase(page);
      await page.reload();
      await page.locator("#own-add").waitFor();
      if (how === "never answers") {
        await page.clock.runFor(1000);
        await page.clock.fastForward(10_000);
      }
      await alert(page, "Your kept layers could not be read from this device.");
      expect(await page.getByRole("button", { name: "Remove wells" }).count()).toBe(0);
      await mendDatabase(page);
      await page.reload();
      await wellsAreThere(page);
    },
  })),
  {
    fault: "the settings are full, and the database is not",
    prepare: storageThat("is full"),
    meet: async (page) => {
      await keepWells(page);
      await page.getByText("Kept on this device.").waitFor();
      await page.reload();
      await wellsAreThere(page);
    },
  },
];

const SKETCHES = "sarhad:1:sketches";
const openDraw = async (page: Page) => {
  await page.locator("#tab-draw").click();
  await page.getByLabel("Position", { exact: true }).waitFor();
};
const drawPoint = async (page: Page, text: string) => {
  const position = page.getByLabel("Position", { exact: true });
  await position.fill(text);
  await position.press("Enter");
};
const drawn = (page: Page, count: number) => page.getByText(`Drawn (${count})`).waitFor();

/** The lesson of one step that somebody writes on this device. */
const KEPT_LESSON = writeLesson({ ...newLesson("en", "Kept"), steps: [newStep(START_VIEW)] });
const openOwnLesson = async (page: Page) => {
  await page.locator("#tab-learn").click();
  await page.getByRole("button", { name: "Make your own" }).click();
  await page.getByLabel("Title of the step").waitFor();
};

const DRAWING: readonly Omit<FaultRow, "moment">[] = [
  {
    fault: "the tab crashes in the middle of a line",
    // The page that is left of it can do nothing more.
    works: false,
    meet: async (page) => {
      await openDraw(page);
      await page.getByRole("radio", { name: "Line", exact: true }).check();
      await drawPoint(page, "27.5, 62.5");
      await drawPoint(page, "28.5, 62.5");
      const devtools = await page.context().newCDPSession(page);
      const address = page.url();
      const crashed = page.waitForEvent("crash");
      devtools.send("Page.crash").catch(() => undefined);
      await crashed;
      const again = await page.context().newPage();
      await again.goto(address);
      await openDraw(again);
      await drawPoint(again, "29.5, 62.5");
      await again.getByRole("button", { name: "Finish" }).click();
      await drawn(again, 1);
      const corners = await again.locator(".draw__form textarea[dir=ltr]").inputValue();
      expect(corners.trim().split("\n")).toHaveLength(3);
    },
  },
  {
    fault: "two tabs draw, and one of them sleeps",
    meet: async (page) => {
      await openDraw(page);
      // Neither hears of the other.
      await page.context().addInitScript(() => {
        addEventListener("storage", (event) => event.stopImmediatePropagation(), true);
      });
      const other = await page.context().newPage();
      await other.goto(page.url());
      await openDraw(other);
      await drawPoint(page, "27.5, 62.5");
      await drawn(page, 1);
      await drawPoint(other, "28.5, 62.5");
      await drawn(other, 2);
      await drawPoint(page, "29.5, 62.5");
      await drawn(page, 3);
      await other.close();
      await page.reload();
      await openDraw(page);
      await drawn(page, 3);
    },
  },
  {
    fault: "the date has a year of five digits",
    meet: async (page) => {
      await openDraw(page);
      await drawPoint(page, "27.5, 62.5");
      await page.locator(".draw__form input[type=date]").evaluate((field: HTMLInputElement) => {
        field.value = "12024-01-16";
        field.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await page.reload();
      await openDraw(page);
      await drawn(page, 1);
    },
  },
  {
    fault: "the tab is killed while a lesson has no title, and another tab writes it too",
    prepare: (page) =>
      page.addInitScript((text) => {
        if (localStorage.length === 0) localStorage.setItem("sarhad:1:own-lesson", text);
      }, KEPT_LESSON),
    meet: async (page) => {
      await openOwnLesson(page);
      const title = page.getByLabel("Title of the lesson");
      await title.fill("");
      await page.reload();
      await openOwnLesson(page);
      expect(await title.inputValue()).toBe("Kept");
      const other = await page.context().newPage();
      await other.goto(page.url());
      await openOwnLesson(other);
      await other.getByLabel("Title of the lesson").fill("From the other tab");
      await other.close();
      await expect.poll(() => title.inputValue()).toBe("From the other tab");
    },
  },
  {
    fault: "the device has no room for a step, and then has",
    meet: async (page) => {
      await openDraw(page);
      await drawPoint(page, "27.5, 62.5");
      await drawn(page, 1);
      await page.evaluate(() => {
        const native = Storage.prototype.setItem;
        Object.assign(window, {
          mend: () => {
            Storage.prototype.setItem = native;
          },
        });
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      });
      await drawPoint(page, "28.5, 62.5");
      await alert(page, "This device does not keep what you draw");
      await drawn(page, 2);
      await page.getByRole("button", { name: "Undo" }).click();
      await drawn(page, 1);
      await page.getByRole("button", { name: "Redo" }).click();
      await page.evaluate(() => (window as unknown as { mend(): void }).mend());
      await drawPoint(page, "29.5, 62.5");
      await drawn(page, 3);
      expect(await page.getByRole("alert").filter({ hasText: "does not keep" }).count()).toBe(0);
      await page.reload();
      await openDraw(page);
      await drawn(page, 3);
    },
  },
  {
    fault: "what was drawn is spoiled",
    prepare: (page) =>
      page.addInitScript((key) => {
        if (!localStorage.getItem("was-here")) localStorage.setItem(key, '{"version":1,"now":<img src=x>');
        localStorage.setItem("was-here", "yes");
      }, SKETCHES),
    meet: async (page) => {
      await alert(page, "could not be read any more and was set aside");
      await openDraw(page);
      await drawPoint(page, "27.5, 62.5");
      await drawn(page, 1);
      await page.reload();
      await openDraw(page);
      await drawn(page, 1);
      expect(await page.evaluate((key) => localStorage.getItem(`${key}:unread`), SKETCHES)).toContain("<img");
    },
  },
  {
    fault: "the code that brings drawings back does not arrive",
    meet: async (page) => {
      await openDraw(page);
      await drawPoint(page, "27.5, 62.5");
      await drawn(page, 1);
      await page.route(/assets\/page-sketches-[^/]*\.js/, (route) => route.abort());
      await page.reload();
      await alert(page, "It is still on this device");
      await page.unroute(/assets\/page-sketches-[^/]*\.js/);
      await page.reload();
      await openDraw(page);
      await drawn(page, 1);
    },
  },
  {
    fault: "storage is blocked",
    prepare: storageThat("refuses"),
    meet: async (page) => {
      await openDraw(page);
      await alert(page, "This device does not keep what you draw");
      await drawPoint(page, "27.5, 62.5");
      await drawn(page, 1);
    },
  },
];

const TABLE: readonly FaultRow[] = [
  ...IMPORT.map((row) => ({ ...row, moment: "import" as const })),
  ...DRAWING.map((row) => ({ ...row, moment: "drawing" as const })),
];

describe("whatever goes wrong with the reader's own work, it is kept or the reader is told", () => {
  it.each(TABLE)("at $moment: $fault", meetFault, 120_000);
});
