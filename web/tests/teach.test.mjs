// Classes of one's own in the page: photos dropped on trays, taught in the Worker, answered at once; nothing is sent.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser, control, drop, host, open, openFile, picture, press, root, texts } from "./harness.mjs";

const en = texts("en");
const FRUITS = ["banana", "pineapple"];

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium?.close(); });

const photo = (label, number) => readFileSync(join(root, `assets/album/${label}/0${number}.jpg`));

test("trays are filled by drop, taught, and answer about the open photo", async () => {
  const server = await host();
  const { page, context, complaints } = await open(chromium, `${server.address}#view=album&tab=teach&photo=cat`);
  await openFile(page, "asked.jpg", photo("banana", 4));
  const before = server.asked.length;
  for (const [place, fruit] of FRUITS.entries()) {
    await press(page, en("teach-add-class"));
    await press(page, en("teach-add-class-empty"));
    // Files go into the tray under the pointer.
    const { place: [left, top] } = await control(page, en("teach-tray-name"), (field) => field.name.endsWith(`Class ${place + 1}`));
    await page.mouse.move(left + 20, top + 60);
    const files = [1, 2, 3].map((number) => ({ name: `${fruit}-${number}.jpg`, bytes: photo(fruit, number) }));
    await drop(page, ...files);
    await control(page, new RegExp(`^${fruit}-3.jpg, class Class ${place + 1}`));
  }
  const said = await control(page, /^New answer: Class 1, /);
  assert.match(said.name, /\d%$/);
  await control(page, /^Sum of 49 cells /);
  await control(page, /^6 photos taught it 2 new classes: \d of 6 right$/);
  await control(page, new RegExp(en("teach-kept-nowhere")));
  assert.equal(server.asked.length, before, "nothing is sent");
  await picture(page, "teach");
  // The taught head as weights, made where the page is.
  const download = page.waitForEvent("download");
  await press(page, en("teach-save"));
  assert.match((await download).suggestedFilename(), /\.safetensors$/);
  await press(page, en("teach-forget"));
  await control(page, new RegExp(en("teach-start")));
  await context.close();
  server.close();
  assert.deepEqual(complaints, []);
});
