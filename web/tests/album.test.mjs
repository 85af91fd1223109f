// The album of the program in the page: fetched once somebody opens it, run in the Worker, kept in memory.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { alert, browser, control, desktop, host, open, picture, press, texts } from "./harness.mjs";

const en = texts("en");
const is_album = (path) => /\/album-\w+\.bin$/.test(path);

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium?.close(); });

/** Whose answer is read on screen and asked of the desktop. */
const PHOTO = "airplane/01.jpg";

async function at_album(server, script) {
  const options = script ? { script } : {};
  const visited = await open(chromium, `${server.address}#view=album&tab=photos&photo=cat`, options);
  return visited;
}

const open_album = (page) => press(page, en("album-empty-built-in"));

test("the album comes when it is opened, and its photos are answered as on the desktop", async () => {
  const server = await host();
  const { page, context, complaints } = await at_album(server);
  assert.equal(server.asked.filter(is_album).length, 0, "it comes before anybody wants it");
  await open_album(page);
  await control(page, /./, ({ name }) => name.endsWith(en("album-kept-nowhere")));
  const photo = await control(page, new RegExp(`^${PHOTO}: `), ({ name }) => /\d%/.test(name));
  const said = JSON.parse(desktop(["classify", "--json", `assets/album/${PHOTO}`]));
  const { label } = (said.images ?? [said].flat())[0].heads.main[0];
  assert.ok(photo.name.includes(label), `${photo.name}: the desktop says ${label}`);
  assert.equal(server.asked.filter(is_album).length, 1);
  await press(page, en("album-pause"));
  await control(page, en("album-paused"));
  await press(page, en("album-go-on"));
  await control(page, en("album-pause"));
  await picture(page, "album");
  await context.close();
  server.close();
  assert.deepEqual(complaints, []);
});

test("an album that does not come, then does", async () => {
  let is_down = true;
  const server = await host((file, answer) => {
    if (!is_down || !file.startsWith("album-")) return false;
    answer.writeHead(503).end();
    return true;
  });
  const { page, context } = await at_album(server);
  await open_album(page);
  const again = page.getByRole("button", { name: "Try again" });
  await again.waitFor();
  is_down = false;
  await again.click();
  await control(page, new RegExp(`^${PHOTO}: `));
  await context.close();
  server.close();
});

test("a Worker that dies while an album runs: one sentence, and what has run stays", async () => {
  const server = await host();
  const context = await chromium.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  await context.addInitScript(() => {
    const Employed = window.Worker;
    window.Worker = class extends Employed {
      constructor(...words) {
        super(...words);
        window.employed = this;
      }
    };
  });
  const page = await context.newPage();
  await page.goto(`${server.address}#view=album&tab=photos&photo=cat`);
  await page.waitForFunction(() => window.lens !== undefined);
  await page.evaluate(() => window.lens.ready);
  await open_album(page);
  const answered = new RegExp(`^${PHOTO}: .*\\d%`);
  await control(page, answered);
  await page.evaluate(() => {
    window.employed.terminate();
    window.employed.dispatchEvent(new ErrorEvent("error", { message: "out of memory" }));
  });
  await alert(page, "start the program again, in a browser by loading the page anew.");
  await control(page, answered);
  await context.close();
  server.close();
});
