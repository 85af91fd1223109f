// What keeps the window from opening is said in one sentence, in both languages.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { browser, folder, host, open, openFile, picture, sample, visit } from "./harness.mjs";

let chromium;
before(async () => { chromium = await browser(); });
after(async () => { await chromium?.close(); });

/** The sentence in place of the window. */
async function said(page) {
  const saying = page.locator("#trouble-saying");
  await saying.waitFor({ timeout: 60_000 });
  return saying.textContent();
}

test("opened as a file", async () => {
  const address = pathToFileURL(join(folder, "index.html")).href;
  const { page, context } = await visit(chromium, address);
  assert.match(await said(page), /opened as a file.*web server/);
  assert.equal(await page.locator("#reload").isVisible(), false, "a file that is loaded again stays a file");
  await picture(page, "trouble-file");
  await context.close();
  const korean = await visit(chromium, address, { locale: "ko-KR" });
  assert.match(await said(korean.page), /파일로 열렸는데.*웹 서버로/);
  await korean.context.close();
});

const LACKS = [
  ["no WebGL 2", () => { HTMLCanvasElement.prototype.getContext = () => null; }, /no WebGL 2.*another browser/, /WebGL 2로 그리지 못하/],
  ["no WebAssembly", () => { delete window.WebAssembly; }, /no WebAssembly.*Update/, /WebAssembly를 실행하지 못합니다/],
  ["no SIMD", () => { WebAssembly.validate = () => false; }, /lacks WebAssembly SIMD.*Update/, /WebAssembly SIMD가 없습니다/],
];

for (const [what, script, english, korean] of LACKS) {
  test(`${what}, in both languages`, async () => {
    const server = await host();
    for (const [locale, sentence] of [["en-US", english], ["ko-KR", korean]]) {
      const context = await chromium.newContext({ locale });
      await context.addInitScript(script);
      const page = await context.newPage();
      await page.goto(server.address);
      assert.match(await said(page), sentence);
      await context.close();
    }
    server.close();
  });
}

test("half a program", async () => {
  const server = await host((file, answer) => {
    if (!/^lens-.*\.wasm$/.test(file)) return false;
    const bytes = readFileSync(join(folder, file));
    answer.writeHead(200, { "content-type": "application/wasm" });
    answer.end(bytes.subarray(0, bytes.length / 2));
    return true;
  });
  for (const [locale, sentence] of [["en-US", /could not be loaded.*reload the page/], ["ko-KR", /불러오지 못했습니다.*새로 고치세요/]]) {
    const { page, context } = await visit(chromium, server.address, { locale });
    assert.match(await said(page), sentence);
    assert.equal(await page.locator("#reload").isVisible(), true);
    await context.close();
  }
  server.close();
});

test("a panic says what to do, and its report can be copied", async () => {
  const server = await host();
  const { page, context } = await open(chromium, server.address);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const detail = "panicked at src/somewhere.rs:1:1: something";
  await page.evaluate((detail) => window.dispatchEvent(new CustomEvent("lens-panic", { detail })), detail);
  assert.match(await said(page), /reload the page/);
  await picture(page, "trouble-panic");
  await page.getByRole("button", { name: "Copy report" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /Inception Lens \d+\.\d+\.\d+ in a browser\n.*Chrome.*\npanicked at/);
  await context.close();
  server.close();
});

test("a Worker that dies: one sentence, and the result before stays", async () => {
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
  await page.goto(server.address);
  await page.waitForFunction(() => window.lens !== undefined);
  await page.evaluate(() => window.lens.ready);
  await openFile(page, "cat.png", sample("cat.png"));
  await page.evaluate(() => {
    window.employed.terminate();
    window.employed.dispatchEvent(new ErrorEvent("error", { message: "out of memory" }));
  });
  await assert.rejects(openFile(page, "rocket.jpg", sample("rocket.jpg")), /has stopped \(out of memory\).*loading the page anew/);
  assert.equal(await page.evaluate(() => window.lens.answers().image), "cat.png");
  await picture(page, "trouble-worker");
  await context.close();
  server.close();
});

/** What the page says beside the window, until it is closed. */
async function noted(page) {
  const saying = page.locator("#part-saying", { hasText: /[.]$/ });
  await saying.waitFor({ timeout: 60_000 });
  return saying.textContent();
}

const KEEPS_NOTHING = [
  ["storage is forbidden", () => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
  }],
  ["storage is full", () => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  }],
  ["the page itself cannot be kept", () => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException("no", "SecurityError"));
  }],
];
for (const [what, script] of KEEPS_NOTHING) {
  test(`${what}: it is said once, and all of it works`, async () => {
    const server = await host();
    for (const [locale, sentence, close] of [
      ["en-US", /keeps nothing of this page/, "Close"],
      ["ko-KR", /저장하지 않습니다/, "닫기"],
    ]) {
      const context = await chromium.newContext({ viewport: { width: 1440, height: 900 }, locale });
      await context.addInitScript(script);
      const page = await context.newPage();
      await page.goto(`${server.address}#photo=cat`);
      assert.match(await noted(page), sentence);
      await page.evaluate(() => window.lens.ready);
      assert.equal(await page.evaluate(() => window.lens.answers().heads.main[0].label), "cat");
      await picture(page, `unkept-${locale}`);
      await page.getByRole("button", { name: close }).click();
      assert.equal(await page.locator("#part").isVisible(), false);
      await context.close();
    }
    server.close();
  });
}

test("the browser has no room for the page", async () => {
  const server = await host();
  const context = await chromium.newContext({ locale: "en-US" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(server.address).origin, quotaSize: 1_000_000 });
  await page.goto(server.address);
  assert.match(await noted(page), /keeps nothing of this page/);
  await page.evaluate(() => window.lens.ready);
  await context.close();
  server.close();
});

test("half of what the network has learned, then all of it", async () => {
  let is_half = true;
  const server = await host((file, answer) => {
    if (!is_half || !file.startsWith("weights-")) return false;
    const bytes = readFileSync(join(folder, file));
    answer.writeHead(200, { "content-type": "application/octet-stream" });
    answer.end(bytes.subarray(0, bytes.length / 2));
    return true;
  });
  const { page, context } = await visit(chromium, server.address, { locale: "ko-KR" });
  const again = page.getByRole("button", { name: "다시 시도" });
  await again.waitFor({ timeout: 120_000 });
  assert.match(await page.locator("#part-saying").textContent(), /불러오지 못했습니다/);
  is_half = false;
  await again.click();
  await page.evaluate(() => window.lens.ready);
  await context.close();
  server.close();
});

/** The program with so little memory that something soon has no room: its section 5 says how much it may have, pages of 64 KiB. */
function starved(bytes, pages) {
  const number = (at) => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = bytes[at];
      at += 1;
      value += (byte & 127) * 2 ** shift;
      shift += 7;
      if (byte < 128) return [value, at];
    }
  };
  const written = (value) => {
    const found = [];
    for (; value > 127; value = Math.floor(value / 128)) found.push((value & 127) | 128);
    return [...found, value];
  };
  for (let at = 8; at < bytes.length;) {
    const id = bytes[at];
    const [size, from] = number(at + 1);
    if (id === 5) {
      // One memory: whether it has a limit, and what it begins with.
      const [begins] = number(from + 2);
      const limits = [1, 1, ...written(begins), ...written(begins + pages)];
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([5, limits.length, ...limits]), bytes.subarray(from + size)]);
    }
    at = from + size;
  }
  throw new Error("the program has no memory");
}

test("out of memory", async () => {
  // Whichever of both the browser takes.
  const names = readdirSync(folder).filter((name) => /^lens-.*\.wasm$/.test(name));
  const wholes = names.map((name) => readFileSync(join(folder, name)));
  const starvelings = wholes.map((whole) => starved(whole, 16));
  const server = await host((file, answer) => {
    const place = names.indexOf(file);
    if (place >= 0) {
      answer.writeHead(200, { "content-type": "application/wasm" });
      answer.end(starvelings[place]);
      return true;
    }
    if (!/^lens-.*\.js$/.test(file)) return false;
    answer.writeHead(200, { "content-type": "text/javascript" });
    const told = (script, whole, place) => script.replaceAll(`"bytes":${whole.length}`, `"bytes":${starvelings[place].length}`);
    answer.end(wholes.reduce(told, readFileSync(join(folder, file), "utf8")));
    return true;
  });
  for (const [locale, sentence] of [["en-US", /no more memory.*smaller files/], ["ko-KR", /메모리를 더 주지 않았습니다/]]) {
    const { page, context } = await visit(chromium, server.address, { locale });
    assert.match(await said(page), sentence);
    await picture(page, `trouble-memory-${locale}`);
    await context.close();
  }
  server.close();
});

test("what the network has learned does not come, then it does", async () => {
  let is_down = true;
  const server = await host((file, answer) => {
    if (!is_down || !file.startsWith("weights-")) return false;
    answer.writeHead(503).end();
    return true;
  });
  const { page, context } = await visit(chromium, server.address);
  const again = page.getByRole("button", { name: "Try again" });
  await again.waitFor({ timeout: 120_000 });
  assert.match(await page.locator("#part-saying").textContent(), /could not be loaded/);
  await picture(page, "trouble-weights");
  is_down = false;
  await again.click();
  await page.evaluate(() => window.lens.ready);
  assert.equal(await page.locator("#part").isVisible(), false);
  await context.close();
  server.close();
});
