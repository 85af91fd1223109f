// How free the window stays: the time of each frame on the window's thread, idle and while photos run in the Worker.
// Drawing itself happens in the browser's own process and is not in it.  Prints figures; asserts none.
//
//     (cd web/tests && npm ci) && node web/bench/frames.mjs
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { browser, host, openFile, root, sample } from "../tests/harness.mjs";

const server = await host();
const chromium = await browser();
const context = await chromium.newContext({ viewport: { width: 1440, height: 900 } });
await context.addInitScript(() => {
  window.frames_ms = [];
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => ask((time) => {
    const begin = performance.now();
    callback(time);
    window.frames_ms.push(performance.now() - begin);
  });
});
const page = await context.newPage();
const begin = performance.now();
await page.goto(server.address);
await page.waitForFunction(() => performance.getEntriesByName("lens-first-picture").length > 0, null, { timeout: 120_000 });
console.log(`first picture after ${(performance.now() - begin).toFixed(0)} ms`);
await page.evaluate(() => window.lens.ready);
console.log(`ready after ${(performance.now() - begin).toFixed(0)} ms`);
const names = readdirSync(join(root, "assets/samples")).filter((name) => /\.(png|jpg)$/.test(name));
await openFile(page, names[0], sample(names[0]));
console.log(`first result after ${(performance.now() - begin).toFixed(0)} ms`);
await page.evaluate(() => { window.frames_ms.length = 0; });
const forward = [];
for (let round = 0; round < 3; round += 1) {
  for (const name of names) {
    await openFile(page, name, sample(name));
    forward.push(await page.evaluate(() => window.lens.answers().forward_ms));
  }
}
const sorted = (await page.evaluate(() => window.frames_ms)).filter((ms) => ms > 0.2).sort((a, b) => a - b);
const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1);
console.log(`${sorted.length} frames while ${forward.length} photos ran: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms`);
forward.sort((a, b) => a - b);
console.log(`forward pass: median ${forward[forward.length >> 1].toFixed(1)} ms, best ${forward[0].toFixed(1)} ms`);
await chromium.close();
server.close();
