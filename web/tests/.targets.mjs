import { browser, host, open, controls } from "./harness.mjs";
const server = await host(); const chromium = await browser();
for (const [width, height] of [[820, 1180], [1024, 768], [1366, 768]]) {
  const { page, context } = await open(chromium, server.address + "#view=network&photo=cat", { viewport: { width, height }, hasTouch: true });
  for (const view of ["network", "module&module=4a", "layer&layer=inception4d", "classifiers", "classifiers&tab=heatmaps", "classifiers&tab=fool", "cost", "album", "tour&card=3"]) {
    await page.evaluate((view) => window.lens.go(`view=${view}`), view).catch(() => {});
    const c = await controls(page);
    const zoom = c.find(({ role }) => role === "Tab").place[2] / 66;
    const small = c.filter((x) => x.is_clickable && Math.min(x.place[2], x.place[3]) + 16 * zoom < 32);
    console.log(width, view, zoom.toFixed(2), small.map((x) => `${x.role} ${x.name.slice(0, 30)} ${x.place.slice(2).map(Math.round).join("x")}`).slice(0, 12).join(" | "), small.length);
  }
  await context.close();
}
await chromium.close(); server.close();
