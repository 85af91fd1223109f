// Moving pictures in the page: the camera as a live source, and a GIF that is dropped plays.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { answers, browser, control, controls, drop, host, open, picture, press, root, texts, watch_tracks } from "./harness.mjs";

const en = texts("en");
const FAKE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

let server, chromium;
before(async () => {
  server = await host();
  chromium = await browser(...FAKE);
});
after(async () => {
  await chromium?.close();
  server?.close();
});

/** Waits for so many different answers about what moves, at most a minute. */
async function frames(page, image, count) {
  const seen = new Set();
  const until = Date.now() + 60_000;
  while (seen.size < count) {
    assert.ok(Date.now() < until, `${seen.size} different answers`);
    const found = await answers(page, (found) => found.image === image);
    seen.add(JSON.stringify(found.heads));
    await page.waitForTimeout(100);
  }
}

test("every view follows the camera until it is closed, and then its light is off", async () => {
  const { page, context, complaints } = await open(chromium, `${server.address}#photo=cat`);
  await page.evaluate(watch_tracks);
  await press(page, en("live-menu"));
  await press(page, en("live-open-camera"));
  // Chromium's fake camera counts seconds and beeps: its pictures differ.
  await frames(page, "camera", 3);
  await page.keyboard.press("4");
  await frames(page, "camera", 2);
  await picture(page, "live-camera");
  await press(page, en("live-freeze"));
  await page.waitForTimeout(4000);
  const frozen = JSON.stringify(await answers(page, () => true));
  await page.waitForTimeout(1500);
  assert.equal(JSON.stringify(await answers(page, () => true)), frozen);
  assert.ok(!(await page.evaluate(() => window.lens.link())).includes("photo="), "nobody's picture is in a link");
  await press(page, en("live-close"));
  await page.waitForFunction(() => window.tracks.length > 0 && window.tracks.every((track) => track.readyState === "ended"));
  assert.ok(!(await controls(page)).some(({ name }) => name === en("live-freeze")));
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a GIF that is dropped plays, and what a page has not says so", async () => {
  const { page, context, complaints } = await open(chromium, `${server.address}#photo=cat`);
  const bytes = readFileSync(join(root, "tests/fixtures/live/moving.gif"));
  await drop(page, { name: "moving.gif", bytes });
  await frames(page, "moving.gif", 3);
  await press(page, en("live-close"));
  await press(page, en("live-menu"));
  await control(page, en("live-open-folder"));
  await control(page, /watches no folders and asks nothing/);
  await picture(page, "live-menu");
  assert.deepEqual(complaints, []);
  await context.close();
});
