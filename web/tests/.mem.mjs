import { readFileSync, readdirSync } from "node:fs"; import { join } from "node:path";
import { browser, folder, host, visit } from "./harness.mjs";
const src = readFileSync("trouble.test.mjs", "utf8"); const i = src.indexOf("function starved"), j = src.indexOf('test("out of memory"');
const starved = new Function(`${src.slice(i, j)}; return starved;`)();
const name = readdirSync(folder).find((n) => /^lens-.*\.wasm$/.test(n)); const whole = readFileSync(join(folder, name)); const small = starved(whole, Number(process.argv[2] ?? 16));
const server = await host((file, answer) => { if (file === name) { answer.writeHead(200, { "content-type": "application/wasm" }); answer.end(small); return true; }
  if (!/^lens-.*\.js$/.test(file)) return false; answer.writeHead(200, { "content-type": "text/javascript" }); answer.end(readFileSync(join(folder, file), "utf8").replaceAll(`"bytes":${whole.length}`, `"bytes":${small.length}`)); return true; });
const chromium = await browser(); const { page, complaints } = await visit(chromium, server.address);
await page.waitForTimeout(6000); console.log(await page.locator("#report").textContent(), complaints, await page.locator("#trouble-saying").textContent());
await chromium.close(); server.close();
