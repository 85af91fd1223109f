// A real Chromium on the page that `cargo xtask web target/page` made, served as any static host would.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
export const folder = process.env.INCEPTION_LENS_PAGE ?? join(target, "page");
const program = process.env.INCEPTION_LENS_PROGRAM ?? join(target, "release/inception-lens");
const pictures = join(target, "ci");

/** The page must not depend on where it lies. */
export const PATH = "/some/where/";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** What the desktop program prints. */
export function desktop(words, environment = {}) {
  return execFileSync(program, words, { cwd: root, maxBuffer: 1 << 28, env: { ...process.env, ...environment } });
}

export const sample = (name) => readFileSync(join(root, "assets/samples", name));

/** A host of the page; `change` may answer a request in its own way. */
export async function host(change = () => null) {
  const kinds = {
    ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".png": "image/png",
    ".webmanifest": "application/manifest+json", ".json": "application/json",
  };
  const asked = [];
  const server = createServer((request, answer) => {
    const path = new URL(request.url, "http://host").pathname;
    asked.push(path);
    const inside = path.startsWith(PATH) ? normalize(path.slice(PATH.length) || "index.html") : "..";
    const file = join(folder, inside);
    const changed = change(inside, answer);
    if (changed) return;
    if (inside.startsWith("..") || !existsSync(file)) {
      answer.writeHead(404).end();
      return;
    }
    answer.writeHead(200, { "content-type": kinds[extname(file)] ?? "application/octet-stream", "cache-control": "no-cache" });
    answer.end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A test that fails leaves it open: nothing is to wait for it.
  server.unref();
  return { address: `http://127.0.0.1:${server.address().port}${PATH}`, asked, close: () => server.close() };
}

export async function browser(...more) {
  const executablePath = process.env.CHROMIUM ?? CHROMIUM.find(existsSync);
  const args = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--no-sandbox", ...more];
  return chromium.launch({ executablePath, args });
}

/** A page with what it complained of. */
export async function visit(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US", ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(address);
  return { page, context, complaints };
}

/** The same once the window is there and what the network has learned too. */
export async function open(browser, address, options = {}) {
  const visited = await visit(browser, address, options);
  await visited.page.waitForFunction(() => window.lens !== undefined, null, { timeout: 120_000 });
  await visited.page.evaluate(() => window.lens.ready);
  return visited;
}

/** Opens a file through `window.lens`, and waits until it is on screen. */
export function openFile(page, name, bytes) {
  const base64 = bytes.toString("base64");
  return page.evaluate(async ([name, base64]) => {
    const text = atob(base64);
    await window.lens.open(Uint8Array.from(text, (letter) => letter.charCodeAt(0)), name);
  }, [name, base64]);
}

/** Files as the browser hands them over when they are dropped or pasted. */
export function transfer(page, files) {
  const list = files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") }));
  return page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, list);
}

/** Drops files on the window. */
export async function drop(page, ...files) {
  const dataTransfer = await transfer(page, files);
  await page.dispatchEvent("#window", "dragover", { dataTransfer });
  await page.dispatchEvent("#window", "drop", { dataTransfer });
}

/** Notes, in the page, every track that the browser hands out. */
export function watch_tracks() {
  window.tracks = [];
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wishes) => {
    const stream = await ask(wishes);
    window.tracks.push(...stream.getTracks());
    return stream;
  };
}

/** A picture to be looked at after a failure, or by whoever is curious. */
export async function picture(page, name) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `page-${name}.png`) });
}

/** What the program says, by the keys of its own texts: `{ $x }` in one stands for anything. */
export function texts(language) {
  const file = readFileSync(join(root, `assets/locales/${language}.ftl`), "utf8");
  const found = new Map([...file.matchAll(/^([\w-]+) = (.+)$/gm)].map(([, key, text]) => [key, text]));
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return (key) => {
    const text = found.get(key);
    if (text === undefined) throw new Error(`no text ${key}`);
    const parts = text.split(/\{ \$[\w-]+ \}/);
    return parts.length === 1 ? text : new RegExp(`^${parts.map(escaped).join(".+")}$`);
  };
}

/** What is on screen, each with its role, name, value and place. */
export const controls = (page) => page.evaluate(() => window.lens.controls());

const fits = (name, what) => (name instanceof RegExp ? name.test(what) : name === what);

/** Waits for something of that name on screen; `where` may say more of it. */
export async function control(page, name, where = () => true) {
  const { width, height } = page.viewportSize();
  const is_seen = ([left, top, wide, high]) => {
    const [x, y] = [left + wide / 2, top + high / 2];
    return x >= 0 && y >= 0 && x < width && y < height;
  };
  const until = Date.now() + 40_000;
  let names;
  while (Date.now() < until) {
    const all = (await controls(page)).filter((control) => is_seen(control.place));
    const found = all.filter((control) => fits(name, control.name) && where(control));
    if (found.length > 0) return found.find((control) => control.is_clickable) ?? found[0];
    names = all.map((control) => `${control.role} ${control.name}`);
    await page.waitForTimeout(100);
  }
  throw new Error(`nothing is called ${name}: ${names.join("; ")}`);
}

/** Waits until the window says that something failed, in this sentence. */
export const alert = (page, sentence) => control(page, /./, ({ role, name }) => role === "Alert" && name.endsWith(sentence));

/** Waits until something of that name can be used, then clicks in its middle. */
export async function press(page, name, where = () => true) {
  const { place: [left, top, width, height] } = await control(page, name, (found) => {
    return found.is_clickable && !found.is_resting && where(found);
  });
  await page.mouse.click(left + width / 2, top + height / 2);
}

/** Waits until the photo on screen answers as asked. */
export async function answers(page, fits) {
  const until = Date.now() + 60_000;
  for (;;) {
    const found = await page.evaluate(() => window.lens.answers());
    if (found && fits(found)) return found;
    if (Date.now() > until) throw new Error(`other answers: ${JSON.stringify(found?.heads.main[0])}`);
    await page.waitForTimeout(100);
  }
}
