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

test("heatmaps: methods come one after the other, and stop when told", async () => {
  const page = await at("view=classifiers&tab=heatmaps&photo=cat");
  const method = / agreement .*, verdict /;
  await control(page, method);
  const count = async () => (await controls(page)).filter(({ name }) => method.test(name)).length;
  await page.waitForTimeout(500);
  const first = await count();
  assert.ok(first >= 1);
  await control(page, en("heatmaps-progress"));
  await press(page, "Cancel");
  await control(page, en("heatmaps-go-on"));
  await press(page, en("heatmaps-go-on"));
  await control(page, en("heatmaps-progress"));
  await picture(page, "heatmaps");
});

test("contribution: the maps and the biases behind them add up to the logit", async () => {
  const page = await at("view=network&tab=contribution&photo=cat");
  const { heads } = await answers(page, () => true);
  const number = (text) => Number(text.replace("−", "-"));
  const layer = await control(page, /^5b: the maps add /);
  const [sum, rest, logit] = layer.name.match(/[+−][\d.]+/g).map(number);
  assert.ok(Math.abs(sum + rest - logit) <= 0.011, layer.name);
  assert.ok(Math.abs(logit - heads.main[0].logit) <= 0.006, layer.name);
  await picture(page, "contribution");
});

test("a branch is switched off on screen, everywhere at once, and comes back", async () => {
  const page = await at("view=module&module=4a&tab=contribution&photo=cat");
  const before = (await answers(page, () => true)).heads.main[0].logit;
  await press(page, "Branch 5×5", ({ role }) => role === "Switch");
  const found = await answers(page, ({ heads }) => heads.main[0].logit !== before);
  assert.deepEqual(found.off, ["inception4a.branch3"]);
  await press(page, en("view-network"), ({ role }) => role === "Tab");
  await control(page, /^1 branch off/);
  await picture(page, "off");
  await press(page, /^1 branch off/);
  await answers(page, ({ heads }) => heads.main[0].logit === before);
});

test("fool it: the answer changes, and the changed photo opens", async () => {
  const page = await at("view=classifiers&tab=fool&photo=cat");
  await control(page, en("fool-any-reached"));
  await picture(page, "fool");
  await press(page, en("fool-open"));
  const fooled = await answers(page, ({ image }) => image !== "cat.png");
  assert.notEqual(fooled.heads.main[0].label, "cat");
});

test("rebuild: the photo grows from what a layer knows of it, and stops when told", async () => {
  const page = await at("view=layer&layer=inception3a&tab=rebuild&photo=cat");
  const { role } = await control(page, en("dream-stop"));
  assert.equal(role, "Button");
  await control(page, en("rebuild-headline"));
  await press(page, en("dream-stop"));
  await control(page, en("dream-go-on"));
  const headline = await control(page, en("rebuild-headline"));
  const error = Number(headline.name.match(/[\d.]+/)[0]);
  assert.ok(error > 0 && error < 1.5, headline.name);
  await picture(page, "rebuild");
});

test("two networks: random weights answer beside the others, and the comparison ends", async () => {
  const page = await at("view=cost&tab=networks&photo=cat");
  const before = await answers(page, () => true);
  await press(page, en("networks-random"));
  await control(page, en("networks-otherwise"));
  await control(page, /^conv1 7×7\/2: relative change [\d.]+$/);
  // The first network is as it was.
  assert.deepEqual((await answers(page, () => true)).heads, before.heads);
  await picture(page, "networks");
  await press(page, en("compare-close-name"));
  await control(page, en("networks-compare-hint"));
});

test("temperature: the order stays, the certainty does not", async () => {
  const page = await at("view=classifiers&tab=heads&photo=cat");
  const before = await answers(page, () => true);
  const slider = await control(page, en("temperature"), ({ role }) => role === "Slider");
  const [left, top, width, height] = slider.place;
  await page.mouse.click(left + width * 0.8, top + height / 2);
  await control(page, /^cat in main: (?!98\.9)[\d.]+%, logit 10\.58/);
  assert.equal((await answers(page, () => true)).heads.main[0].logit, before.heads.main[0].logit);
  await picture(page, "temperature");
});

test("the lesson is walked to its end in Korean", { timeout: 400_000 }, async () => {
  // A small window is drawn sooner.
  const page = await at("card=1&photo=cat&lang=ko", { locale: "ko-KR", viewport: { width: 1100, height: 720 } });
  const cards = new Set();
  const goes_on = new RegExp(`^(${["lesson-show-answer", "lesson-go-on", "lesson-next", "lesson-end"].map(ko).join("|")})$`);
  let all = [];
  for (let step = 0; step < 400; step += 1) {
    const on_screen = await controls(page);
    const places = on_screen.filter(({ name }) => /^\d+번 카드$/.test(name));
    if (places.length === 0) break;
    all = places.map(({ name }) => name);
    cards.add(places.find(({ is_on }) => is_on).name);
    assert.ok(!on_screen.some(({ name }) => /[a-z]+-[a-z]+-[a-z]+/.test(name)), "a key in place of a text");
    const next = on_screen.find(({ name, is_resting }) => goes_on.test(name) && !is_resting);
    assert.ok(next, on_screen.map(({ name }) => name).join("; "));
    const [left, top, width, height] = next.place;
    await page.mouse.click(left + width / 2, top + height / 2);
  }
  assert.ok(all.length > 0);
  assert.deepEqual([...cards].sort(), all.sort());
  await picture(page, "lesson-end");
});

test("guess the machine: a game is played to its score, which counts what was said", { timeout: 200_000 }, async () => {
  const page = await at("view=album&tab=guess&photo=cat");
  await press(page, en("album-empty-built-in"));
  const kinds = ["none", "heatmap", "channels"];
  const tally = Object.fromEntries(kinds.map((kind) => [kind, { right: 0, of: 0 }]));
  for (let turn = 1, last = 1; turn <= last; turn += 1) {
    const question = await control(page, new RegExp(`^Photo ${turn} of \\d+: what will the network say\\?$`));
    last = Number(question.name.match(/of (\d+)/)[1]);
    const [left, top] = question.place;
    const offered = (await controls(page)).filter(({ role, place }) => {
      return role === "Button" && place[0] >= left - 8 && place[1] > top && place[1] < top + 240;
    });
    assert.equal(new Set(offered.map(({ name }) => name)).size, 4, offered.map(({ name }) => name).join("; "));
    const helps = (await controls(page)).map(({ name }) => name);
    const kind = kinds.find((kind) => helps.includes(en(`guess-help-${kind}`)));
    await press(page, offered[turn % 4].name);
    const said = await control(page, /^(Right: the|The) network says /);
    const is_right = said.name.startsWith("Right");
    assert.equal(is_right, said.name.endsWith(` ${offered[turn % 4].name}.`), said.name);
    tally[kind].right += is_right;
    tally[kind].of += 1;
    if (turn === 2) await picture(page, "guess");
    await press(page, en(turn === last ? "guess-to-score" : "guess-next"));
  }
  for (const kind of kinds) {
    const { right, of } = tally[kind];
    assert.ok(of > 0, kind);
    await control(page, new RegExp(`^${en(`guess-kind-${kind}`)}: ${right} of ${of} right, `));
  }
  await picture(page, "guess-score");
});
