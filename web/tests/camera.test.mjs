// A photo from the camera, asked for by the browser; the light is off afterwards.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { alert, answers, browser, control, controls, host, open, picture, press, texts, watch_tracks } from "./harness.mjs";

const en = texts("en");
const ko = texts("ko");
const FAKE = ["--use-fake-device-for-media-stream"];

let server, granting;
before(async () => {
  server = await host();
  granting = await browser(...FAKE, "--use-fake-ui-for-media-stream");
});
after(async () => {
  await granting?.close();
  server?.close();
});

const states = (page) => page.evaluate(() => window.tracks.map((track) => track.readyState));

test("a photo is taken, and the light is off", async () => {
  const { page, context, complaints } = await open(granting, `${server.address}#photo=cat`);
  await page.evaluate(watch_tracks);
  await press(page, en("camera-open"));
  await control(page, en("camera-is-on"));
  assert.deepEqual(await states(page), ["live"]);
  await picture(page, "camera");
  await press(page, en("camera-take"));
  const found = await answers(page, ({ image }) => image !== "cat.png");
  assert.equal(found.image, "camera photo");
  assert.deepEqual(await states(page), ["ended"]);
  await picture(page, "camera-photo");
  assert.ok(!(await page.evaluate(() => window.lens.link())).includes("photo="), "nobody's photo is in a link");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("closed without a photo, the light is off and the photo before stays", async () => {
  const { page, context } = await open(granting, `${server.address}#photo=cat`);
  await page.evaluate(watch_tracks);
  await press(page, en("camera-open"));
  await control(page, en("camera-is-on"));
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => window.tracks.every((track) => track.readyState === "ended"));
  assert.equal((await answers(page, () => true)).image, "cat.png");
  // Unplugged while it is on.
  await press(page, en("camera-open"));
  await control(page, en("camera-is-on"));
  await page.evaluate(() => window.tracks.at(-1).dispatchEvent(new Event("ended")));
  await alert(page, en("camera-taken"));
  assert.deepEqual(await states(page), ["ended", "ended"]);
  await context.close();
});

const REFUSALS = [
  ["refused", "NotAllowedError", "camera-refused"],
  ["no camera", "NotFoundError", "camera-missing"],
  ["another program has it", "NotReadableError", "camera-taken"],
];
for (const [language, text] of [["en", en], ["ko", ko]]) {
  test(`one sentence for each reason, and nothing is lost: ${language}`, async (reasons) => {
    const { page, context } = await open(granting, `${server.address}#photo=cat&lang=${language}`);
    for (const [what, name, key] of REFUSALS) {
      await reasons.test(what, async () => {
        await page.evaluate((name) => {
          navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", name));
        }, name);
        await press(page, text("camera-open"));
        await alert(page, text(key));
        await picture(page, `${key}-${language}`);
        assert.ok(!(await controls(page)).some(({ name }) => name === text("camera-take")));
        assert.equal((await answers(page, () => true)).image, "cat.png");
      });
    }
    await context.close();
  });
}

test("the browser itself refuses", async () => {
  const refusing = await browser(...FAKE, "--deny-permission-prompts");
  const { page, context } = await open(refusing, `${server.address}#photo=cat`);
  await press(page, en("camera-open"));
  await alert(page, en("camera-refused"));
  await context.close();
  await refusing.close();
});

test("a page without a safe connection says so", async () => {
  const { page, context } = await open(granting, `${server.address}#photo=cat`);
  await page.evaluate(() => Object.defineProperty(navigator, "mediaDevices", { value: undefined }));
  await press(page, en("camera-open"));
  await alert(page, en("camera-unsafe"));
  await context.close();
});
