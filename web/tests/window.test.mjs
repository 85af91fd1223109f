// What the desktop window shows works in the page: used as a person does, by what is written on it.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { answers, browser, control, controls, desktop, host, open, picture, press, root, texts } from "./harness.mjs";

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

/** The page at a scene; measured times do not move it. */
async function at(link, options = {}) {
  visited = await open(chromium, `${server.address}?INCEPTION_LENS_CLOCK=fixed#${link}`, options);
  return visited.page;
}

const go = (page, link) => page.evaluate((link) => window.lens.go(link), link);
const link = (page) => page.evaluate(() => window.lens.link());

/** The bytes that a click in the menu "Export" hands over, and their name; `count` files. */
async function taken(page, key, count = 1) {
  const files = [];
  const all = new Promise((resolve) => {
    page.on("download", (file) => {
      files.push(file);
      if (files.length === count) resolve();
    });
  });
  await press(page, en("home"));
  await press(page, en(key));
  await all;
  page.removeAllListeners("download");
  return Promise.all(files.map(async (file) => ({ name: file.suggestedFilename(), bytes: readFileSync(await file.path()) })));
}

/** What the desktop program writes, with the page's arithmetic. */
function written(view, ending, ...more) {
  const alike = { INCEPTION_LENS_CLOCK: "fixed", INCEPTION_LENS_INSTRUCTIONS: "scalar", RAYON_NUM_THREADS: "1" };
  mkdirSync(join(root, "target/ci"), { recursive: true });
  const out = join(root, `target/ci/desktop.${ending}`);
  desktop(["export", "assets/samples/cat.png", "--view", view, "--out", out, ...more], alike);
  return readFileSync(out);
}

test("numbers of a layer are downloads, byte by byte the desktop's", async () => {
  const page = await at("view=layer&layer=inception4d&photo=cat");
  const [array] = await taken(page, "home-array");
  assert.equal(array.name, "cat-inception4d.npy");
  assert.ok(array.bytes.equals(written("layer:inception4d", "npy")), "another array");
  const files = await taken(page, "home-table", 2);
  const table = files.find(({ name }) => name === "cat-inception4d.csv");
  assert.ok(table, files.map(({ name }) => name).join(" "));
  assert.ok(table.bytes.equals(written("layer:inception4d", "csv")), "another table");
});

test("pictures of the view are downloads", async () => {
  const page = await at("view=network&photo=cat");
  const [drawing] = await taken(page, "home-figure-svg");
  assert.match(drawing.bytes.toString(), /^<svg|^<\?xml/);
  for (const key of ["home-picture", "home-figure-png"]) {
    const [{ name, bytes }] = await taken(page, key);
    assert.match(name, /^cat-network.*\.png$/);
    assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  }
});

test("the window is free while the lesson on paper is made, and it can be given up", async () => {
  const page = await at("view=network&photo=cat");
  // The photos of the album run first, on one thread: that takes minutes.
  await press(page, en("home"));
  await press(page, en("home-worksheet"));
  await control(page, new RegExp(`^${en("home-worksheet").replace(/[()]/g, "\\$&")}:`));
  await go(page, "view=layer&layer=inception4d");
  await control(page, en("layer-scale"), ({ role }) => role === "RadioGroup");
  await press(page, en("home"));
  await press(page, en("home-cancel"));
  await press(page, en("home"));
  await control(page, en("home-worksheet"), ({ is_clickable }) => is_clickable);
});

test("a scene is a download that opens again", async () => {
  const page = await at("view=layer&layer=inception4d&channel=12&photo=cat");
  const [{ name, bytes }] = await taken(page, "scene-save");
  assert.match(name, /\.json$/);
  assert.match(JSON.parse(bytes).steps[0].link, /layer=inception4d&channel=12/);
});

test("two photos", async () => {
  const page = await at("view=layer&layer=conv1&photo=cat");
  await press(page, en("compare"));
  await press(page, /rocket/i);
  await control(page, en("compare-swap-name"));
  await press(page, en("compare-difference"));
  await picture(page, "two-photos");
  await press(page, en("compare-swap-name"));
  await answers(page, (found) => found.image === "rocket.jpg");
  await press(page, en("compare-close-name"));
});

test("the photo is edited, and the edit taken back", async () => {
  const page = await at("view=network&photo=cat");
  const first = (await answers(page, () => true)).heads.main[0];
  await press(page, en("edit-photo"));
  const { place: [left, top, width, height] } = await control(page, en("edit-brightness"), ({ role }) => role === "Slider");
  await page.mouse.click(left + width * 0.85, top + height / 2);
  await answers(page, ({ heads }) => heads.main[0].logit !== first.logit);
  await picture(page, "edited");
  await page.keyboard.press("Control+z");
  await answers(page, ({ heads }) => heads.main[0].logit === first.logit);
});

test("a channel is muted, a branch switched off, as on the desktop", async () => {
  const page = await at("view=module&module=4a&photo=cat");
  for (const off of ["inception4a:5", "inception4a.branch3"]) {
    await go(page, `view=module&module=4a&photo=cat&off=${off}`);
    const found = await answers(page, (found) => found.off?.length === 1);
    const [expected] = JSON.parse(desktop(["classify", "--json", "--off", off, "assets/samples/cat.png"]));
    assert.ok(Math.abs(found.heads.main[0].logit - expected.heads.main[0].logit) <= 1e-4, off);
    await control(page, /muted|off/i);
  }
  await picture(page, "branch-off");
  await page.keyboard.press("u");
  await answers(page, (found) => (found.off?.length ?? 0) === 0);
});

test("naive modules", async () => {
  const page = await at("view=module&module=3a&photo=cat");
  await press(page, en("modules-naive"));
  assert.match(await link(page), /modules=naive/);
  await picture(page, "naive");
});

test("presenting: one panel, black, back", async () => {
  const page = await at("view=classifiers&photo=cat");
  await press(page, en("present"));
  const bars = async () => (await controls(page)).some(({ name }) => name === en("open-image"));
  assert.equal(await bars(), false);
  await picture(page, "presenting");
  await page.keyboard.press("Escape");
  await control(page, en("open-image"));
});
