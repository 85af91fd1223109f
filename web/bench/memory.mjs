// What the page holds after 10 photos and after 200: resident memory of the process in which the window and its Worker run.  Prints
// figures; asserts none.
//     (cd web/tests && npm ci) && node web/bench/memory.mjs
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { browser, host, open, openFile, root, sample } from "../tests/harness.mjs";

const server = await host();
const chromium = await browser("--enable-precise-memory-info");
const { page, context } = await open(chromium, server.address);
const names = readdirSync(join(root, "assets/samples")).filter((name) => /\.(png|jpg)$/.test(name));

/** Resident megabytes of the browser's processes that run this page: the window and its Worker share one. */
async function megabytes() {
  const session = await chromium.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const of = ({ id }) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]) / 1024;
  return processInfo.filter(({ type }) => type === "renderer").map(of).reduce((sum, own) => sum + own, 0);
}

const measured = {};
for (let photo = 1; photo <= 200; photo += 1) {
  const name = names[photo % names.length];
  await openFile(page, name, sample(name));
  if (photo === 10 || photo % 50 === 0) {
    await page.requestGC?.();
    measured[photo] = await megabytes();
    console.log(`after ${photo} photos: ${measured[photo].toFixed(0)} MB`);
  }
}
console.log(`after 200 against after 10: ${(measured[200] / measured[10]).toFixed(2)}`);
await context.close();
await chromium.close();
server.close();
