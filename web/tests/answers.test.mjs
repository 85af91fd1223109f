// What the page says of each sample is what the desktop program says.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser, desktop, folder, host, open, openFile, picture, root, sample } from "./harness.mjs";

const is_program = (path) => /(^|\/)lens-\w+\.wasm$/.test(path);
const programs = () => readdirSync(folder).filter(is_program);

let server, chromium, visited;

before(async () => {
  server = await host();
  chromium = await browser();
  visited = await open(chromium, server.address);
});

after(async () => {
  await chromium?.close();
  server?.close();
});

/** Each head's answers of both, within 1e-4. */
function agree(found, expected) {
  for (const head of ["main", "aux1", "aux2"]) {
    assert.equal(found.heads[head].length, expected.heads[head].length);
    found.heads[head].forEach((answer, rank) => {
      const wanted = expected.heads[head][rank];
      assert.equal(answer.label, wanted.label);
      assert.ok(Math.abs(answer.logit - wanted.logit) <= 1e-4, `${head} ${answer.label}: ${answer.logit}, ${wanted.logit}`);
    });
  }
}

const names = readdirSync(join(root, "assets/samples")).filter((name) => /\.(png|jpg)$/.test(name));

for (const name of names) {
  test(`${name}: the answers are the desktop's`, async () => {
    const [expected] = JSON.parse(desktop(["classify", "--json", join("assets/samples", name)]));
    await openFile(visited.page, name, sample(name));
    const found = await visited.page.evaluate(() => window.lens.answers());
    assert.equal(found.image, name);
    agree(found, expected);
  });
}

test("nothing is complained of, and nothing is asked of anybody but the page's own folder", async () => {
  await picture(visited.page, "answers");
  assert.deepEqual(visited.complaints, []);
  assert.ok(server.asked.every((path) => path.startsWith("/some/where/")), server.asked.join(" "));
});

test("a browser without fused multiplications takes the other program, which answers the same", async (t) => {
  if (programs().length < 2) return t.skip("the page was built with --plain");
  const context = await chromium.newContext({ locale: "en-US" });
  await context.addInitScript(() => {
    const validate = WebAssembly.validate.bind(WebAssembly);
    // As a browser that does not know the instruction.
    const is_fused = (bytes) => new Uint8Array(bytes).join().includes("253,133,2");
    WebAssembly.validate = (bytes) => !is_fused(bytes) && validate(bytes);
  });
  const other = await host();
  const page = await context.newPage();
  await page.goto(`${other.address}#photo=cat`);
  await page.waitForFunction(() => window.lens !== undefined);
  await page.evaluate(() => window.lens.ready);
  const [expected] = JSON.parse(desktop(["classify", "--json", "assets/samples/cat.png"]));
  agree(await page.evaluate(() => window.lens.answers()), expected);
  const [fused, plain] = [server, other].map(({ asked }) => asked.find(is_program));
  assert.notEqual(fused, plain);
  await context.close();
  other.close();
});
