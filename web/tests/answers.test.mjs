// What the page says of each sample is what the desktop program says.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser, desktop, host, open, openFile, picture, root, sample } from "./harness.mjs";

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

const names = readdirSync(join(root, "assets/samples")).filter((name) => /\.(png|jpg)$/.test(name));

for (const name of names) {
  test(`${name}: the answers are the desktop's`, async () => {
    const [expected] = JSON.parse(desktop(["classify", "--json", join("assets/samples", name)]));
    await openFile(visited.page, name, sample(name));
    const found = await visited.page.evaluate(() => window.lens.answers());
    assert.equal(found.image, name);
    for (const head of ["main", "aux1", "aux2"]) {
      assert.equal(found.heads[head].length, expected.heads[head].length);
      found.heads[head].forEach((answer, rank) => {
        const wanted = expected.heads[head][rank];
        assert.equal(answer.label, wanted.label);
        assert.ok(Math.abs(answer.logit - wanted.logit) <= 1e-4, `${head} ${answer.label}: ${answer.logit}, ${wanted.logit}`);
      });
    }
  });
}

test("nothing is complained of, and nothing is asked of anybody but the page's own folder", async () => {
  await picture(visited.page, "answers");
  assert.deepEqual(visited.complaints, []);
  assert.ok(server.asked.every((path) => path.startsWith("/some/where/")), server.asked.join(" "));
});
