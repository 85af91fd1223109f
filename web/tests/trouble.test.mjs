// What keeps the window from opening is said in one sentence, in both languages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { browser, folder, host, picture, visit } from "./harness.mjs";

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium?.close(); });

/** The sentence in place of the window. */
async function said(page) {
  const saying = page.locator("#trouble-saying");
  await saying.waitFor({ timeout: 60_000 });
  return saying.textContent();
}

test("opened as a file", async () => {
  const address = pathToFileURL(join(folder, "index.html")).href;
  const { page, context } = await visit(chromium, address);
  assert.match(await said(page), /opened as a file.*web server/);
  await picture(page, "trouble-file");
  await context.close();
  const korean = await visit(chromium, address, { locale: "ko-KR" });
  assert.match(await said(korean.page), /파일로 열렸는데.*웹 서버로/);
  await korean.context.close();
});

const LACKS = [
  ["no WebGL 2", () => { HTMLCanvasElement.prototype.getContext = () => null; }, /WebGL 2/],
  ["no WebAssembly", () => { delete window.WebAssembly; }, /no WebAssembly/],
  ["no SIMD", () => { WebAssembly.validate = () => false; }, /lacks WebAssembly SIMD/],
];

for (const [what, script, sentence] of LACKS) {
  test(what, async () => {
    const server = await host();
    const context = await chromium.newContext({ locale: "en-US" });
    await context.addInitScript(script);
    const page = await context.newPage();
    await page.goto(server.address);
    assert.match(await said(page), sentence);
    await context.close();
    server.close();
  });
}

test("half a program", async () => {
  const server = await host((file, answer) => {
    if (!/^lens-.*\.wasm$/.test(file)) return false;
    const bytes = readFileSync(join(folder, file));
    answer.writeHead(200, { "content-type": "application/wasm" });
    answer.end(bytes.subarray(0, bytes.length / 2));
    return true;
  });
  const { page, context } = await visit(chromium, server.address);
  assert.match(await said(page), /could not be loaded.*reload the page/);
  await context.close();
  server.close();
});

test("what the network has learned does not come, then it does", async () => {
  let is_down = true;
  const server = await host((file, answer) => {
    if (!is_down || !file.startsWith("weights-")) return false;
    answer.writeHead(503).end();
    return true;
  });
  const { page, context } = await visit(chromium, server.address);
  const again = page.getByRole("button", { name: "Try again" });
  await again.waitFor({ timeout: 120_000 });
  assert.match(await page.locator("#part-saying").textContent(), /could not be loaded/);
  await picture(page, "trouble-weights");
  is_down = false;
  await again.click();
  await page.evaluate(() => window.lens.ready);
  assert.equal(await page.locator("#part").isVisible(), false);
  await context.close();
  server.close();
});
