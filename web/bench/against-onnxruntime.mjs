// The page's forward pass, which keeps all activations, against onnxruntime-web (WebAssembly, SIMD, one thread), which keeps none:
// the same network in the same Chromium, in turn.  Prints seven rounds; the last line is the figure that counts.
//
//     (cd web/tests && npm ci) && (cd web/bench && npm ci)
//     cargo xtask web target/page && python web/bench/network.py target/network.onnx
//     node web/bench/against-onnxruntime.mjs target/network.onnx
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { browser, host, open, openFile, sample } from "../tests/harness.mjs";

const [ROUNDS, PASSES, WARM] = [7, 15, 3];
const network = process.argv[2] ?? "target/network.onnx";
const runtime = join(dirname(fileURLToPath(import.meta.url)), "node_modules/onnxruntime-web");
const version = JSON.parse(readFileSync(join(runtime, "package.json"), "utf8")).version;
const KINDS = { ".mjs": "text/javascript", ".wasm": "application/wasm" };

/** A host of an empty page, of the runtime's files and of the network. */
const server = createServer((request, answer) => {
  const name = new URL(request.url, "http://host").pathname.slice(1);
  const file = { "": null, "network.onnx": network }[name] ?? (name === "" ? null : join(runtime, "dist", name));
  try {
    answer.writeHead(200, { "content-type": KINDS[extname(name)] ?? "text/html" });
    answer.end(file === null ? "<!doctype html><title>onnxruntime-web</title>" : readFileSync(file));
  } catch {
    answer.end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const ours = await host();
const chromium = await browser();
const { page } = await open(chromium, ours.address);
const theirs = await chromium.newPage();
await theirs.goto(`http://127.0.0.1:${server.address().port}/`);
await theirs.evaluate(async () => {
  const runtime = await import("/ort.wasm.min.mjs");
  Object.assign(runtime.env.wasm, { numThreads: 1, proxy: false, wasmPaths: "/" });
  const bytes = await (await fetch("/network.onnx")).arrayBuffer();
  window.session = await runtime.InferenceSession.create(bytes, { executionProviders: ["wasm"] });
  const pixels = Float32Array.from({ length: 3 * 224 * 224 }, (_, at) => Math.sin(at));
  window.input = new runtime.Tensor("float32", pixels, [1, 3, 224, 224]);
});

const sorted = (times) => [...times].sort((a, b) => a - b);
const median = (times) => sorted(times)[times.length >> 1];
const photo = sample("cat.png");
const photos = [photo, sample("astronaut.png")];

async function run_ours(passes) {
  const times = [];
  for (let pass = 0; pass < passes; pass += 1) {
    await openFile(page, ["cat.png", "astronaut.png"][pass % 2], photos[pass % 2]);
    times.push(await page.evaluate(() => window.lens.answers().forward_ms));
  }
  return times;
}

const run_theirs = (passes) => theirs.evaluate(async (passes) => {
  const times = [];
  for (let pass = 0; pass < passes; pass += 1) {
    const begin = performance.now();
    await window.session.run({ input: window.input });
    times.push(performance.now() - begin);
  }
  return times;
}, passes);

const [medians, bests] = [[], []];
for (let round = 1; round <= ROUNDS; round += 1) {
  await run_theirs(WARM);
  const their_times = await run_theirs(PASSES);
  await page.bringToFront();
  await run_ours(WARM);
  const our_times = await run_ours(PASSES);
  await theirs.bringToFront();
  medians.push(median(our_times) / median(their_times));
  bests.push(Math.min(...our_times) / Math.min(...their_times));
  const said = (times) => `${median(times).toFixed(1)} ms (best ${Math.min(...times).toFixed(1)})`;
  console.log(`round ${round}: onnxruntime-web ${version} ${said(their_times)}, the page ${said(our_times)}, ratio ${medians.at(-1).toFixed(2)}`);
}
console.log(`the page / onnxruntime-web: ${median(medians).toFixed(2)} (medians), ${median(bests).toFixed(2)} (bests)`);
await chromium.close();
ours.close();
server.close();
