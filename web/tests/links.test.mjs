// A link opens what it names, and what is on screen becomes the same link again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser, folder, host, open, picture, visit } from "./harness.mjs";

let server, chromium;
const SCENES = {
  "lesson.json": { version: 1, steps: [{ link: "view=classifiers&photo=motorcycle" }] },
  "later.json": { version: 99, steps: [] },
};
before(async () => {
  server = await host((file, answer) => {
    if (!(file in SCENES)) return false;
    answer.writeHead(200, { "content-type": "application/json" });
    answer.end(JSON.stringify(SCENES[file]));
    return true;
  });
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  server?.close();
});

const link = (page) => page.evaluate(() => window.lens.link());

test("the address after # opens view, layer, channel, language and sample", async () => {
  const asked = "view=layer&layer=inception4d&channel=12&photo=cat&theme=light&lang=ko";
  const { page, context, complaints } = await open(chromium, `${server.address}#${asked}`);
  assert.equal(await link(page), asked);
  assert.equal(await page.evaluate(() => window.lens.answers().image), "cat.png");
  await picture(page, "link-layer");
  // Another address in the same page.
  await page.evaluate(() => { location.hash = "view=module&module=4a&layer=inception4a&photo=rocket&theme=dark&lang=en"; });
  await page.waitForFunction(() => window.lens.answers()?.image === "rocket.jpg", null, { timeout: 60_000 });
  assert.match(await link(page), /^view=module&module=4a/);
  assert.deepEqual(complaints, []);
  await context.close();
});

/** Scenes as they come, the same in every run. */
function scenes(count) {
  let state = 19;
  const one_of = (list) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return list[Math.floor((state / 2147483648) * list.length)];
  };
  const samples = ["cat", "motorcycle", "coffee"];
  const layers = ["conv1", "conv3", "inception3b", "inception4a.branch1", "inception4d", "inception5b.branch2.1"];
  return Array.from({ length: count }, () => {
    const tail = `photo=${one_of(samples)}&theme=${one_of(["dark", "light"])}&lang=${one_of(["en", "ko"])}`;
    switch (one_of(["layer", "module", "classifiers", "cost", "network"])) {
      case "layer": return `view=layer&layer=${one_of(layers)}&channel=${one_of([0, 5, 31])}&${tail}`;
      case "module": {
        const module = one_of(["3a", "3b", "4a", "4b", "4c", "4d", "4e", "5a", "5b"]);
        return `view=module&module=${module}&layer=inception${module}&${tail}`;
      }
      case "classifiers": return `view=classifiers&tab=${one_of(["evidence", "pooling", "heads"])}&class=${one_of(["cat", "cup"])}&${tail}`;
      case "cost": return `view=cost&tab=${one_of(["layers", "roofline", "lineage"])}&${tail}`;
      default: return `view=network&class=${one_of(["cat", "cup"])}&${tail}`;
    }
  });
}

test("twenty scenes: the link of what is on screen is the link that was opened", async () => {
  const { page, context, complaints } = await open(chromium, server.address);
  for (const asked of scenes(20)) {
    await page.evaluate((asked) => window.lens.go(asked), asked);
    const found = new URLSearchParams(await link(page));
    // A classifier's class stays from scene to scene only where a link names it.
    for (const [key, value] of new URLSearchParams(asked)) assert.equal(found.get(key), value, `${key} of ${asked}`);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a link that is half understood opens the nearest thing", async () => {
  const { page, context } = await open(chromium, `${server.address}#view=nowhere&photo=cat&colour=blue`);
  assert.match(await link(page), /^view=network.*photo=cat/);
  await picture(page, "link-half");
  await context.close();
});

test("?scene= opens a file of the page's own folder", async () => {
  const { page, context } = await open(chromium, `${server.address}?scene=lesson.json`);
  assert.match(await link(page), /^view=classifiers.*photo=motorcycle/);
  await context.close();
});

test("a scene that is not there, or is elsewhere, is said", async () => {
  for (const name of ["missing.json", "../lesson.json", "http://example.org/a.json"]) {
    const { page, context } = await visit(chromium, `${server.address}?scene=${encodeURIComponent(name)}`, {});
    const saying = page.locator("#part-saying", { hasText: "could not be opened" });
    await saying.waitFor({ timeout: 60_000 });
    await context.close();
  }
});

test("a scene file of a later version is said in one sentence", async () => {
  for (const [locale, sentence] of [["en-US", /version|later|newer/i], ["ko-KR", /버전/]]) {
    const { page, context } = await visit(chromium, `${server.address}?scene=later.json`, { locale });
    await page.waitForFunction(() => window.lens !== undefined);
    await assert.rejects(page.evaluate(() => window.lens.ready), sentence);
    await picture(page, `scene-later-${locale}`);
    await context.close();
  }
});

test("embedded: the panel stands alone", async () => {
  const { page, context } = await open(chromium, `${server.address}#view=module&module=4a&photo=cat&embed=1`, {
    viewport: { width: 900, height: 600 },
  });
  await picture(page, "embed");
  assert.match(await link(page), /module=4a/);
  await context.close();
});

test("three panels in a text", async () => {
  const { page, context, complaints } = await visit(chromium, `${server.address}embed-example.html`);
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  assert.equal(frames.length, 3);
  const views = [];
  for (const frame of frames) {
    await frame.waitForFunction(() => window.lens !== undefined, null, { timeout: 120_000 });
    await frame.evaluate(() => window.lens.ready);
    views.push(await frame.evaluate(() => window.lens.link()));
    // The panel alone, without the bars around it.
    assert.ok(!(await frame.evaluate(() => window.lens.controls())).some(({ name }) => name === "Open image…"));
    assert.equal(await frame.evaluate(() => window.lens.answers().heads.main[0].label), "cat");
  }
  assert.deepEqual(views.map((view) => view.split("&")[0]), ["view=module", "view=layer", "view=classifiers"]);
  await page.setViewportSize({ width: 1000, height: 2900 });
  await picture(page, "embed-example");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the second visit needs no network", async () => {
  const own = await host();
  const { page, context } = await open(chromium, own.address);
  await page.evaluate(() => navigator.serviceWorker.ready);
  own.close();
  await context.setOffline(true);
  await page.reload();
  await page.waitForFunction(() => window.lens !== undefined, null, { timeout: 60_000 });
  await page.evaluate(() => window.lens.ready);
  await page.evaluate(() => window.lens.go("view=network&photo=cat"));
  assert.equal(await page.evaluate(() => window.lens.answers().heads.main[0].label), "cat");
  await context.close();
});

test("a new version is offered, not forced", async () => {
  let version = "";
  const own = await host((file, answer) => {
    if (file !== "sw.js") return false;
    answer.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-cache" });
    answer.end(readFileSync(join(folder, "sw.js"), "utf8").replace(/"version":"\w+"/, (kept) => kept.slice(0, -1) + version + '"'));
    return true;
  });
  const { page, context } = await open(chromium, own.address);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  version = "9";
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  const take = page.getByRole("button", { name: "Reload with it" });
  await take.waitFor({ timeout: 60_000 });
  await picture(page, "newer");
  assert.equal((await page.evaluate(() => caches.keys())).length, 2, "the one in use is still kept");
  const reloaded = page.waitForEvent("load");
  await take.click();
  await reloaded;
  await page.waitForFunction(() => window.lens !== undefined);
  await page.evaluate(() => window.lens.ready);
  assert.equal((await page.evaluate(() => caches.keys())).length, 1);
  await context.close();
  own.close();
});
