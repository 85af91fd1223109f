// Newer panels work in the page too, one test each, and the lesson is walked to its end.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { answers, browser, control, controls, host, open, picture, press, texts } from "./harness.mjs";

const en = texts("en");
const ko = texts("ko");

let server, chromium, visited;
before(async () => {
  server = await host();
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  server?.close();
});
afterEach(async () => {
  const { complaints, context } = visited;
  await context.close();
  assert.deepEqual(complaints, []);
});

async function at(link, options = {}) {
  visited = await open(chromium, `${server.address}#${link}`, options);
  return visited.page;
}

const link = (page) => page.evaluate(() => window.lens.link());

test("heatmaps: eight methods come one after the other, and stop when told", async () => {
  const page = await at("view=classifiers&tab=heatmaps&photo=cat");
  await control(page, en("heatmaps-column"));
  await picture(page, "heatmaps");
});

test("contribution: the sum and its remainder", async () => {
  const page = await at("view=network&tab=contribution&photo=cat");
  await picture(page, "contribution");
});

test("guess the machine", async () => {
  const page = await at("view=album&tab=guess");
  await picture(page, "guess");
});

test("fool it: the answer changes with the slider", async () => {
  const page = await at("view=classifiers&tab=fool&photo=cat");
  await picture(page, "fool");
});

test("temperature", async () => {
  const page = await at("view=classifiers&photo=cat");
  await picture(page, "temperature");
});

test("the lesson is walked to its end in Korean", async () => {
  const page = await at("view=network&photo=cat&lang=ko", { locale: "ko-KR" });
  await page.keyboard.press("t");
  await picture(page, "lesson");
});
