// How free the window stays: the time of each frame on the window's thread while photos run, an album, a picture that is made, and
// while pictures and tables are taken home; beside it how long the Worker's messages are taken in, between frames.  Drawing itself
// happens in the browser's own process (here in software) and is not in it.
// Prints figures; asserts none.
//
//     (cd web/tests && npm ci) && node web/bench/frames.mjs
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { browser, control, host, openFile, press, root, sample, texts } from "../tests/harness.mjs";

const en = texts("en");
const server = await host();
const chromium = await browser();
const context = await chromium.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
await context.addInitScript(() => {
  window.frames_ms = [];
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => ask((time) => {
    const begin = performance.now();
    callback(time);
    window.frames_ms.push(performance.now() - begin);
  });
  window.messages_ms = [];
  const listen = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage");
  Object.defineProperty(Worker.prototype, "onmessage", {
    ...listen,
    set(take) {
      listen.set.call(this, take && ((event) => {
        const begin = performance.now();
        take.call(this, event);
        window.messages_ms.push(performance.now() - begin);
      }));
    },
  });
});
const page = await context.newPage();
await page.goto(server.address);
await page.waitForFunction(() => window.lens !== undefined, null, { timeout: 120_000 });
await page.evaluate(() => window.lens.ready);
const names = readdirSync(join(root, "assets/samples")).filter((name) => /\.(png|jpg)$/.test(name));
const go = (link) => page.evaluate((link) => window.lens.go(link), link);

/** Does something, then says how long its frames took. */
async function measure(what, work) {
  await page.waitForTimeout(500);
  await page.evaluate(() => { window.frames_ms.length = window.messages_ms.length = 0; });
  await work();
  // Other callbacks than the window's take no time to speak of.
  const sorted = (await page.evaluate(() => window.frames_ms)).filter((ms) => ms > 0.2).sort((a, b) => a - b);
  const at = (share) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  const message = Math.max(0, ...(await page.evaluate(() => window.messages_ms)));
  const frames = `${sorted.length} frames, median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms`;
  console.log(`${what}: ${frames}; a message at most ${message.toFixed(1)} ms`);
}

await openFile(page, names[0], sample(names[0]));
const forward = [];
await measure("27 photos run", async () => {
  for (let round = 0; round < 3; round += 1) {
    for (const name of names) {
      await openFile(page, name, sample(name));
      forward.push(await page.evaluate(() => window.lens.answers().forward_ms));
    }
  }
});
await go("view=album&tab=photos&photo=cat");
await measure("an album runs, 15 s of it", async () => {
  await press(page, en("album-empty-built-in"));
  await page.waitForTimeout(15_000);
});
await press(page, en("album-pause"));
await go("view=layer&layer=inception4d&channel=12&pane=looks-for&photo=cat");
await measure("a picture is made, 8 s of it", () => page.waitForTimeout(8_000));
await go("view=network&photo=cat");
for (const key of ["home-picture", "home-figure-png"]) {
  await measure(`export: ${key}`, async () => {
    const made = page.waitForEvent("download");
    await press(page, en("home"));
    await press(page, en(key));
    await made;
  });
}
forward.sort((a, b) => a - b);
console.log(`forward pass: median ${forward[forward.length >> 1].toFixed(1)} ms, best ${forward[0].toFixed(1)} ms`);
await chromium.close();
server.close();
