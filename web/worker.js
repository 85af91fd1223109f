// The part of Inception Lens that computes: the same program once more, with nothing to draw.
"use strict";

let program;
const more = new MessageChannel();
let is_stepping = false;

// Between two chunks of work messages come in: what is not wanted any more is not gone on with.
more.port1.onmessage = () => {
  is_stepping = program.step();
  if (is_stepping) more.port2.postMessage(null);
};

const take = (message) => {
  program.take_order(new Uint8Array(message));
  if (!is_stepping) {
    is_stepping = true;
    more.port2.postMessage(null);
  }
};

const begun = new Promise((resolve) => {
  self.onmessage = ({ data }) => resolve(data);
}).then(async ({ module, glue }) => {
  const early = [];
  self.onmessage = ({ data }) => early.push(data);
  program = await import(glue);
  await program.default({ module_or_path: module });
  program.serve();
  const handle = (data) => {
    if (data instanceof ArrayBuffer) take(data);
    else if (data.album) program.album_fetched(data.album);
    else program.weights_fetched(data.weights);
  };
  early.forEach(handle);
  self.onmessage = ({ data }) => handle(data);
});
begun.catch((error) => self.postMessage(String(error)));
