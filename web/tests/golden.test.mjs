// Six panels as Chromium draws them, beside pictures that were looked at: halved in size, and equal but for what a graphics card may
// round.  GOLDEN=write draws the pictures anew.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { browser, host, open, picture } from "./harness.mjs";

const golden = join(dirname(fileURLToPath(import.meta.url)), "golden");
const is_written = process.env.GOLDEN === "write";

const PANELS = [
  ["network", "view=network&photo=cat&theme=dark&lang=en"],
  ["module", "view=module&module=4a&photo=cat&theme=light&lang=ko"],
  ["layer", "view=layer&layer=inception4d&channel=12&photo=cat&theme=dark&lang=ko"],
  ["classifiers", "view=classifiers&tab=evidence&class=cat&photo=cat&theme=light&lang=en"],
  ["lineage", "view=cost&tab=lineage&photo=cat&theme=dark&lang=en"],
  ["lesson", "card=1&photo=cat&theme=light&lang=ko"],
];

/** How far two pictures may be apart: of all values the mean, in levels of 255, and the share of values that are far off. */
const MEAN = 1.0;
const FAR = 0.01;

let server, chromium;
before(async () => {
  server = await host();
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  server?.close();
});

/** The picture halved, as PNG; beside another one, how far they are apart. */
function compared(page, taken, expected) {
  return page.evaluate(async ([taken, expected]) => {
    const read = async (base64, scale) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
      const context = canvas.getContext("2d");
      context.imageSmoothingQuality = "high";
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      return { canvas, data: context.getImageData(0, 0, canvas.width, canvas.height).data };
    };
    const half = await read(taken, 0.5);
    const blob = await half.canvas.convertToBlob({ type: "image/png" });
    let png = "";
    for (const byte of new Uint8Array(await blob.arrayBuffer())) png += String.fromCharCode(byte);
    const found = { png: btoa(png) };
    if (expected) {
      const whole = await read(expected, 1);
      found.has_same_size = whole.data.length === half.data.length;
      let [sum, far] = [0, 0];
      for (let at = 0; at < whole.data.length; at += 1) {
        const levels = Math.abs(whole.data[at] - half.data[at]);
        sum += levels;
        if (levels > 24) far += 1;
      }
      found.mean = sum / whole.data.length;
      found.far = far / whole.data.length;
    }
    return found;
  }, [taken.toString("base64"), expected?.toString("base64")]);
}

test("panels", async (panels) => {
  const { page, context, complaints } = await open(chromium, `${server.address}?INCEPTION_LENS_CLOCK=fixed`, {
    viewport: { width: 1100, height: 720 },
    reducedMotion: "reduce",
  });
  await page.mouse.move(1, 719);
  for (const [name, link] of PANELS) {
    await panels.test(name, async () => {
      await page.evaluate((link) => window.lens.go(link), link);
      // Notes go by themselves after four seconds.
      await page.waitForTimeout(5000);
      const taken = await page.screenshot();
      const file = join(golden, `${name}.png`);
      const expected = !is_written && existsSync(file) ? readFileSync(file) : undefined;
      const found = await compared(page, taken, expected);
      await picture(page, `golden-${name}`);
      if (is_written) {
        mkdirSync(golden, { recursive: true });
        writeFileSync(file, Buffer.from(found.png, "base64"));
        return;
      }
      assert.ok(expected, `${file} is missing: GOLDEN=write draws it`);
      assert.ok(found.has_same_size, "another size");
      assert.ok(found.mean <= MEAN && found.far <= FAR, `${found.mean.toFixed(3)} levels, ${(100 * found.far).toFixed(2)} % far off`);
    });
  }
  assert.deepEqual(complaints, []);
  await context.close();
});
