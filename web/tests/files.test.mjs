// Files come into the page by drop, by dialog and by paste, go out as downloads, and settings stay.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { browser, desktop, drop, host, open, openFile, picture, press, root, sample, texts, transfer } from "./harness.mjs";

let server, chromium, visited;
before(async () => {
  server = await host();
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  server?.close();
});
beforeEach(async () => { visited = await open(chromium, server.address); });
afterEach(async () => {
  assert.deepEqual(visited.complaints, []);
  await visited.context.close();
});

/** Waits until the page answers about a photo of that name. */
const shows = (page, name) => page.waitForFunction((name) => window.lens.answers()?.image === name, name, { timeout: 60_000 });

test("a dropped photo is shown", async () => {
  await drop(visited.page, { name: "my own.jpg", bytes: sample("motorcycle.jpg") });
  await shows(visited.page, "my own.jpg");
  assert.equal(await visited.page.evaluate(() => window.lens.answers().heads.main[0].label), "motorcycle");
  // A person's photo is never named in a link.
  assert.doesNotMatch(await visited.page.evaluate(() => window.lens.link()), /my/);
});

test("dropped weights are read in the page, and the photo runs anew", async () => {
  const { page } = visited;
  await openFile(page, "cat.png", sample("cat.png"));
  const before = server.asked.length;
  const bytes = readFileSync(join(root, "weights/default.safetensors"));
  await page.evaluate(() => { window.was = window.lens.answers().forward_ms; });
  await drop(page, { name: "my-own.safetensors", bytes });
  await page.waitForFunction(() => window.lens.answers().forward_ms !== window.was, null, { timeout: 60_000 });
  assert.equal(await page.evaluate(() => window.lens.answers().heads.main[0].label), "cat");
  assert.equal(server.asked.length, before, "nothing is sent");
});

test("a photo is chosen in the browser's dialog", async () => {
  const { page } = visited;
  const chooser = page.waitForEvent("filechooser");
  await press(page, texts("en")("open-image"));
  await (await chooser).setFiles({ name: "chosen.jpg", mimeType: "image/jpeg", buffer: sample("flower.jpg") });
  await shows(page, "chosen.jpg");
});

test("a copied file is pasted", async () => {
  const { page } = visited;
  const clipboardData = await transfer(page, [{ name: "pasted.jpg", bytes: sample("coffee.png") }]);
  await page.evaluate((clipboardData) => {
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, clipboardData);
  await shows(page, "pasted.jpg");
});

const BAD = [
  ["not-a-picture.png", Buffer.from("This is no picture."), /not a picture|no picture/i],
  ["half.png", sample("cat.png").subarray(0, 60_000), /half|incomplete|cut|ends|whole/i],
  ["empty.jpg", Buffer.alloc(0), /empty/i],
  ["broken.safetensors", Buffer.concat([Buffer.from([16, 0, 0, 0, 0, 0, 0, 0]), Buffer.from('{"a":{"dtype":1}')]), /./],
];
for (const [name, bytes, sentence] of BAD) {
  test(`${name}: one sentence, and the photo before stays`, async () => {
    const { page } = visited;
    await openFile(page, "cat.png", sample("cat.png"));
    await assert.rejects(openFile(page, name, bytes), sentence);
    assert.equal(await page.evaluate(() => window.lens.answers().image), "cat.png");
    await picture(page, `bad-${name}`);
    await openFile(page, "rocket.jpg", sample("rocket.jpg"));
    assert.equal(await page.evaluate(() => window.lens.answers().image), "rocket.jpg");
  });
}

test("language and theme are kept", async () => {
  const { page, context } = visited;
  await page.evaluate(() => window.lens.go("view=network&lang=ko&theme=light"));
  // The settings are written when the page is left.
  await page.evaluate(() => document.activeElement.blur());
  await page.waitForFunction(() => /Korean/.test(localStorage.getItem("settings") ?? ""), null, { timeout: 10_000 });
  await page.reload();
  await page.waitForFunction(() => window.lens !== undefined);
  await page.evaluate(() => window.lens.ready);
  assert.match(await page.evaluate(() => window.lens.link()), /theme=light&lang=ko/);
  await picture(page, "korean-light");
  await context.clearCookies();
});

test("the first language of the browser is that of the window", async () => {
  const korean = await open(chromium, server.address, { locale: "ko-KR" });
  assert.match(await korean.page.evaluate(() => window.lens.link()), /lang=ko/);
  await korean.context.close();
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
for (const [view, is_same] of EXPORTS) {
  test(`${view}: the exported picture is the desktop's`, async () => {
    const fixed = await open(chromium, `${server.address}?INCEPTION_LENS_CLOCK=fixed`);
    await openFile(fixed.page, "cat.png", sample("cat.png"));
    const base64 = await fixed.page.evaluate(async (view) => {
      const bytes = await window.lens.export(view, "png");
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    }, view);
    const found = Buffer.from(base64, "base64");
    // The page multiplies and adds in two roundings, on one thread.
    const alike = { INCEPTION_LENS_CLOCK: "fixed", INCEPTION_LENS_INSTRUCTIONS: "scalar", RAYON_NUM_THREADS: "1" };
    mkdirSync(join(root, "target/ci"), { recursive: true });
    const out = join(root, "target/ci/desktop.png");
    desktop(["export", "assets/samples/cat.png", "--view", view, "--out", out], alike);
    const expected = readFileSync(out);
    if (is_same) {
      assert.ok(found.equals(expected), "another file");
    } else {
      const { same_size, count, levels } = await difference(fixed.page, found, expected);
      assert.ok(same_size && count <= 12 && levels <= 1, `${count} values differ, by ${levels} at most`);
    }
    await fixed.context.close();
  });
}
