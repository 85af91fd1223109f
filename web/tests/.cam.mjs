import { browser, host, open, press, controls, texts } from "./harness.mjs";
const server = await host(); const chromium = await browser("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
const en = texts("en");
const { page, complaints } = await open(chromium, server.address + "#photo=cat");
page.on("console", (m) => console.log("console", m.text()));
console.log("press");
await press(page, en("camera-open"));
for (let i = 0; i < 6; i++) { await page.waitForTimeout(500);
console.time("shot"); await page.screenshot({ path: `/tmp/page/cam-${i}.png` }); console.timeEnd("shot");
const c = await Promise.race([controls(page), new Promise((r) => setTimeout(() => r(null), 5000))]);
console.log(c === null ? "no controls" : c.filter((x) => /camera|photo/i.test(x.name)).map((x) => x.name)); }
console.log(complaints);
await chromium.close(); server.close();
