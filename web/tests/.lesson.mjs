import { browser, host, open, controls, texts } from "./harness.mjs";
const server = await host(); const chromium = await browser();
const ko = texts("ko");
const { page, complaints } = await open(chromium, server.address + "#card=8&photo=cat&lang=ko", { viewport: { width: 1100, height: 720 } });
const goes_on = new RegExp(`^(${["lesson-show-answer", "lesson-go-on", "lesson-next", "lesson-end"].map(ko).join("|")})$`);
for (let i = 0; i < 8; i++) {
  const c = await controls(page);
  const n = c.find(({ name }) => goes_on.test(name));
  console.log(i, c.find(({ name, is_on }) => /번 카드$/.test(name) && is_on)?.name, n, await page.evaluate(() => window.lens.link()));
  await page.screenshot({ path: `/tmp/page/lesson-${i}.png` });
  if (!n) break;
  await page.mouse.click(n.place[0] + n.place[2] / 2, n.place[1] + n.place[3] / 2);
}
console.log(complaints);
await chromium.close(); server.close();
