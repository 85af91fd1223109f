// Fingers: tap, long press, pinch, drag; small screens; the Korean keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, control, controls, host, open, picture, press, texts } from "./harness.mjs";

const en = texts("en");

let server, chromium;
before(async () => {
  server = await host();
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  server?.close();
});

/** A tablet upright, a tablet, a Chromebook. */
const SCREENS = [[820, 1180], [1024, 768], [1366, 768]];

async function tablet(link, [width, height] = [1024, 768], locale = "en-US") {
  const visited = await open(chromium, `${server.address}#${link}`, { viewport: { width, height }, hasTouch: true, locale });
  const session = await visited.context.newCDPSession(visited.page);
  const touch = (type, ...points) => {
    return session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  };
  const close = async () => {
    await visited.context.close();
    assert.deepEqual(visited.complaints, []);
  };
  return { ...visited, session, touch, close };
}

const middle = ({ place: [left, top, width, height] }) => [left + width / 2, top + height / 2];
const link = (page) => page.evaluate(() => window.lens.link());

test("a tap is a click", async () => {
  const { page, close } = await tablet("view=network&photo=cat");
  const [x, y] = middle(await control(page, en("view-layer"), ({ role }) => role === "Tab"));
  await page.touchscreen.tap(x, y);
  await page.waitForFunction(() => /^view=layer/.test(window.lens.link()));
  await close();
});

test("what shows on hovering shows on a long press, and stays until the next tap", async () => {
  const { page, touch, close } = await tablet("view=network&photo=cat");
  const tooltip = async () => (await controls(page)).find(({ role }) => role === "Tooltip");
  const [x, y] = middle(await control(page, "Inception 4a"));
  assert.equal(await tooltip(), undefined);
  await touch("touchStart", [x, y]);
  await page.waitForTimeout(1000);
  await touch("touchEnd");
  assert.match((await control(page, /4a/, ({ role }) => role === "Tooltip")).name, /512/);
  await picture(page, "touch-held");
  assert.match(await link(page), /layer=conv1|^view=network&photo/, "a long press selects nothing");
  await page.touchscreen.tap(x, 160);
  assert.equal(await tooltip(), undefined);
  await close();
});

test("a button's tooltip shows while it is held", async () => {
  const { page, touch, close } = await tablet("view=network&photo=cat");
  const [x, y] = middle(await control(page, en("switch-theme")));
  const before = (await controls(page)).filter(({ name }) => name === en("switch-theme")).length;
  await touch("touchStart", [x, y]);
  await page.waitForTimeout(700);
  const during = (await controls(page)).filter(({ name }) => name === en("switch-theme")).length;
  await touch("touchEnd");
  assert.ok(during > before, `${before} ${during}`);
  await close();
});

test("a finger may land beside a small button", async () => {
  const { page, close } = await tablet("view=network&photo=cat", [820, 1180]);
  const { place: [left, top, width] } = await control(page, en("switch-theme"));
  await page.touchscreen.tap(left + width / 2, top - 6);
  await page.waitForFunction(() => /theme=light/.test(window.lens.link()), null, { timeout: 10_000 });
  await close();
});

test("two fingers zoom the network, one moves it", async () => {
  const { page, touch, close } = await tablet("view=network&photo=cat");
  const size = async () => (await control(page, "Inception 4a")).place;
  const before = await size();
  const [x, y] = middle({ place: before });
  await touch("touchStart", [x - 30, y], [x + 30, y]);
  for (let wide = 40; wide <= 120; wide += 20) {
    await touch("touchMove", [x - wide, y], [x + wide, y]);
    await page.waitForTimeout(50);
  }
  await touch("touchEnd");
  const zoomed = await size();
  assert.ok(zoomed[2] > 1.8 * before[2], `${before} ${zoomed}`);
  await touch("touchStart", [x, y]);
  for (let along = 10; along <= 80; along += 10) {
    await touch("touchMove", [x + along, y]);
    await page.waitForTimeout(30);
  }
  await touch("touchEnd");
  const moved = await size();
  assert.ok(moved[0] > zoomed[0] + 40, `${zoomed} ${moved}`);
  assert.ok(Math.abs(moved[2] - zoomed[2]) < 2, "moving is no zooming");
  await close();
});

test("a slider follows a finger", async () => {
  const { page, touch, close } = await tablet("view=classifiers&tab=heads&photo=cat", [1366, 768]);
  const slider = await control(page, en("temperature"), ({ role }) => role === "Slider");
  const [left, top, width, height] = slider.place;
  await touch("touchStart", [left + width / 2, top + height / 2]);
  await touch("touchMove", [left + width * 0.7, top + height / 2]);
  await touch("touchMove", [left + width * 0.9, top + height / 2]);
  await touch("touchEnd");
  const after = await control(page, en("temperature"), ({ role }) => role === "Slider");
  assert.notEqual(after.value, slider.value);
  await close();
});

test("letters put together by a Korean keyboard arrive in the search fields", async () => {
  const { page, session, close } = await tablet("view=network&photo=cat", [1440, 900], "ko-KR");
  const fields = (await controls(page)).filter(({ role }) => role === "TextInput");
  assert.ok(fields.length >= 2);
  for (const field of fields) {
    const [x, y] = middle(field);
    await page.touchscreen.tap(x, y);
    await page.waitForTimeout(300);
    for (const text of ["ㄱ", "고", "공"]) await session.send("Input.imeSetComposition", { text, selectionStart: 1, selectionEnd: 1 });
    await session.send("Input.insertText", { text: "고" });
    for (const text of ["ㅇ", "야", "양"]) await session.send("Input.imeSetComposition", { text, selectionStart: 1, selectionEnd: 1 });
    await session.send("Input.insertText", { text: "양" });
    const typed = await control(page, field.name, ({ value }) => value === "고양");
    assert.equal(typed.value, "고양");
    await picture(page, `korean-${fields.indexOf(field)}`);
  }
  await close();
});

/** Pixels around a control in which a finger still means it, as in `src/page/fingers.rs`. */
const ROOM = 10.6;
/** What is drawn to scale: two fingers enlarge the map, and a figure has as many cells as it has. */
const TO_SCALE = /^(conv|max pool|input|linear|global average pool|Mean activation of|\d×\d window|Card \d|\d+번 카드)|평균 활성|풀링|합성곱|입력|선형/;

for (const screen of SCREENS) {
  test(`${screen.join("x")}: whatever can be tapped has 32 points of room, in both languages`, async () => {
    for (const language of ["en", "ko"]) {
      const { page, close } = await tablet(`view=network&photo=cat&lang=${language}`, screen);
      for (const view of ["network", "module&module=4a", "layer&layer=inception4d", "classifiers", "cost", "album"]) {
        await page.evaluate((view) => window.lens.go(`view=${view}`), view);
        await picture(page, `small-${screen.join("x")}-${view.split("&")[0]}-${language}`);
        const tight = (await controls(page)).filter(({ is_clickable, name, place: [, , width, height] }) => {
          return is_clickable && !TO_SCALE.test(name) && Math.min(width, height) + 2 * ROOM < 32;
        });
        assert.deepEqual(tight.map(({ role, name, place }) => `${role} ${name} ${place}`), [], view);
      }
      await close();
    }
  });
}
