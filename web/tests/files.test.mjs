// Files come into the page by drop, by dialog and by paste, and settings stay.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { browser, drop, host, open, openFile, picture, press, root, sample, texts, transfer } from "./harness.mjs";

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
test("files that are no good: one sentence each, and the photo before stays", async (bad) => {
  const { page } = visited;
  await openFile(page, "cat.png", sample("cat.png"));
  let shown = "cat.png";
  for (const [name, bytes, sentence] of BAD) {
    await bad.test(name, async () => {
      await assert.rejects(openFile(page, name, bytes), sentence);
      assert.equal(await page.evaluate(() => window.lens.answers().image), shown);
      await picture(page, `bad-${name}`);
      shown = shown === "cat.png" ? "rocket.jpg" : "cat.png";
      await openFile(page, shown, sample(shown));
      assert.equal(await page.evaluate(() => window.lens.answers().image), shown);
    });
  }
});

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
