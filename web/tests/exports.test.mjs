// What the page exports is what the desktop program writes; and a page that asks for nothing speaks the browser's language.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser, desktop, host, open, openFile, root, sample } from "./harness.mjs";

let server, chromium;
before(async () => {
  server = await host();
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  server?.close();
});

test("the first language of the browser is that of the window", async () => {
  const { page, context, complaints } = await open(chromium, server.address, { locale: "ko-KR" });
  assert.match(await page.evaluate(() => window.lens.link()), /lang=ko/);
  assert.deepEqual(complaints, []);
  await context.close();
});

/** How many pixels of two PNGs differ, and by how many levels at most. */
function difference(page, one, other) {
  return page.evaluate(async (pictures) => {
    const pixels = await Promise.all(pictures.map(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext("2d");
      context.drawImage(bitmap, 0, 0);
      return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    }));
    const [one, other] = pixels;
    const found = { same_size: one.length === other.length, count: 0, levels: 0 };
    for (let at = 0; at < one.length; at += 1) {
      const levels = Math.abs(one[at] - other[at]);
      if (levels > 0) found.count += 1;
      found.levels = Math.max(found.levels, levels);
    }
    return found;
  }, [one.toString("base64"), other.toString("base64")]);
}

// Views whose file is the desktop's byte by byte; in the others the system's sine and cosine round a corner differently from the
// page's, which moves a pixel by one level of 255.
const EXPORTS = [
  ["network", true],
  ["layer:inception3b.branch2.1", true],
  ["module:4a", false],
  ["cost:lineage", false],
  ["layer:conv1:kernels", false],
];
test("exported pictures are the desktop's", async (exports) => {
  const { page, context, complaints } = await open(chromium, `${server.address}?INCEPTION_LENS_CLOCK=fixed`);
  await openFile(page, "cat.png", sample("cat.png"));
  // The page multiplies and adds in two roundings, on one thread.
  const alike = { INCEPTION_LENS_CLOCK: "fixed", INCEPTION_LENS_INSTRUCTIONS: "scalar", RAYON_NUM_THREADS: "1" };
  mkdirSync(join(root, "target/ci"), { recursive: true });
  const out = join(root, "target/ci/desktop.png");
  for (const [view, is_same] of EXPORTS) {
    await exports.test(view, async () => {
      const base64 = await page.evaluate(async (view) => {
        const bytes = await window.lens.export(view, "png");
        let text = "";
        for (const byte of bytes) text += String.fromCharCode(byte);
        return btoa(text);
      }, view);
      const found = Buffer.from(base64, "base64");
      desktop(["export", "assets/samples/cat.png", "--view", view, "--out", out], alike);
      const expected = readFileSync(out);
      if (is_same) {
        assert.ok(found.equals(expected), "another file");
      } else {
        const { same_size, count, levels } = await difference(page, found, expected);
        assert.ok(same_size && count <= 12 && levels <= 1, `${count} values differ, by ${levels} at most`);
      }
    });
  }
  assert.deepEqual(complaints, []);
  await context.close();
});
