// From an empty tab to the first result, once all files are kept by the service worker: on loopback, five times, with the steps on
// the way.  Prints figures; asserts none.
//
//     (cd web/tests && npm ci) && node web/bench/start.mjs
import { browser, host } from "../tests/harness.mjs";

const server = await host();
const chromium = await browser();
const context = await chromium.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
const first = await context.newPage();
await first.goto(server.address);
await first.waitForFunction(() => window.lens !== undefined, null, { timeout: 120_000 });
await first.evaluate(() => window.lens.ready);
await first.evaluate(() => navigator.serviceWorker.ready);
await first.close();
const all = [];
for (let round = 1; round <= 5; round += 1) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const define = (name, found) => {
      let held;
      Object.defineProperty(window, name, { get: () => held, set: (value) => { held = value; found(); }, configurable: true });
    };
    define("lens", () => performance.mark("lens-program"));
  });
  await page.goto(`${server.address}#view=network&photo=cat`);
  await page.waitForFunction(() => window.lens !== undefined, null, { timeout: 120_000 });
  const times = await page.evaluate(async () => {
    await window.lens.ready;
    const ready = performance.now();
    const marks = performance.getEntriesByType("mark").map((mark) => [mark.name, mark.startTime]);
    const files = performance.getEntriesByType("resource").map((file) => [file.name.split("/").pop(), file.startTime, file.responseEnd]);
    return { ready, marks, files };
  });
  all.push(times.ready);
  const marks = times.marks.map(([name, at]) => `${name} ${at.toFixed(0)}`).join(", ");
  const files = times.files.map(([name, from, to]) => `${name.split("-")[0]} ${from.toFixed(0)}..${to.toFixed(0)}`).join(", ");
  console.log(`round ${round}: first result after ${times.ready.toFixed(0)} ms; ${marks}; ${files}`);
  await page.close();
}
all.sort((a, b) => a - b);
console.log(`first result from a warm cache: median ${all[all.length >> 1].toFixed(0)} ms, best ${all[0].toFixed(0)} ms`);
await chromium.close();
server.close();
