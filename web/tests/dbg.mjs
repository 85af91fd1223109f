import { browser, control, controls, host, open, press, texts, picture } from "./harness.mjs";
const en = texts("en");
const server = await host(); const chromium = await browser();
const { page, complaints } = await open(chromium, `${server.address}?INCEPTION_LENS_CLOCK=fixed&INCEPTION_LENS_STEPS=1#view=network&photo=cat`);
page.on("download", (f) => console.log(Date.now() % 1e6, "download", f.suggestedFilename()));
page.on("request", (r) => console.log(new Date().toISOString().slice(14,19), "req", r.url().split("/").pop()));
page.on("requestfailed", (r) => console.log("failed", r.url(), r.failure()));
page.on("worker", (w) => console.log("worker"));
page.on("console", (m) => console.log("console", m.text()));
await press(page, en("home")); await press(page, en("home-worksheet"));
let last = "";
for (let i = 0; i < 330; i++) {
  const all = await controls(page);
  const t = all.filter(({ name }) => /Worksheet|page \d|album|Alert/i.test(name)).map((c) => c.role + ":" + c.name).join(" | ");
  if (t !== last) { console.log(new Date().toISOString().slice(14, 19), t); last = t; }
  await page.waitForTimeout(1000);
  if (i === 10) await picture(page, "dbg");
}
console.log(complaints);
await chromium.close(); server.close();
