// Brings the window of Inception Lens into the page: looks what the browser can do, fetches the program, then its weights.
"use strict";
(() => {
  // Files of the page and their bytes: `cargo xtask web` writes this line.
  const PARTS = {};

  const TEXTS = {
    en: {
      loading: "Loading the program: {done} of {all} MB",
      starting: "Starting …",
      promise: "Everything runs in this page: no photo and no file leaves your computer.",
      weights: "Loading what the network has learned: {done} of {all} MB",
      failed: "A part of the page could not be loaded ({cause}). Check the connection, then try again.",
      again: "Try again",
      reload: "Reload the page",
      copy: "Copy report",
      copied: "Copied",
      newer: "A new version is here.",
      take: "Reload with it",
      later: "Later",
      samples: "Loading samples: {done} of {all} MB",
      album: "Loading the album: {done} of {all} MB",
      scene: "The scene {name} could not be opened ({cause}). A scene is a file beside this page, named without a folder.",
      close: "Close",
      unkept: "This browser keeps nothing of this page (a private window, or its storage is full): all of it works, but settings and the page itself go with this window.",
      trouble: "Inception Lens cannot run here",
      stopped: "Inception Lens has stopped",
      file: "This page was opened as a file, and browsers start no program from there. Open it through a web server, for example with: cargo xtask serve FOLDER",
      wasm: "This browser runs no WebAssembly. Update it, or use a current Chrome, Edge, Firefox or Safari.",
      simd: "This browser lacks WebAssembly SIMD. Update it, or use a current Chrome, Edge, Firefox or Safari.",
      webgl: "This browser draws no WebGL 2, or it is switched off. Switch on graphics acceleration in its settings, or use another browser.",
      half: "The program could not be loaded ({cause}). Check the connection, then reload the page.",
      panic: "Something went wrong that should not have. Your files are unharmed and your settings are kept: reload the page. If it happens again, copy the report and send it to whoever looks after this page.",
      memory: "The browser gave the page no more memory. Close other tabs, reload the page and use smaller files.",
    },
    ko: {
      loading: "프로그램을 불러오는 중: {all} MB 중 {done} MB",
      starting: "시작하는 중 …",
      promise: "모든 것이 이 페이지 안에서 실행됩니다. 사진도 파일도 컴퓨터 밖으로 나가지 않습니다.",
      weights: "신경망이 배운 것을 불러오는 중: {all} MB 중 {done} MB",
      failed: "페이지의 일부를 불러오지 못했습니다({cause}). 연결을 확인하고 다시 시도하세요.",
      again: "다시 시도",
      reload: "페이지 새로 고침",
      copy: "보고서 복사",
      copied: "복사했습니다",
      newer: "새 버전이 있습니다.",
      take: "새 버전으로 새로 고침",
      later: "나중에",
      samples: "예시 사진을 불러오는 중: {all} MB 중 {done} MB",
      album: "앨범을 불러오는 중: {all} MB 중 {done} MB",
      scene: "장면 {name}을(를) 열지 못했습니다({cause}). 장면은 이 페이지 옆에 있는 파일이며 폴더 없이 이름만 씁니다.",
      close: "닫기",
      unkept: "이 브라우저는 이 페이지의 것을 저장하지 않습니다(비공개 창이거나 저장 공간이 가득 찼습니다). 모두 작동하지만 설정과 페이지는 이 창과 함께 사라집니다.",
      trouble: "여기서는 Inception Lens를 실행할 수 없습니다",
      stopped: "Inception Lens가 멈췄습니다",
      file: "이 페이지는 파일로 열렸는데, 브라우저는 파일에서 프로그램을 시작하지 않습니다. 웹 서버로 여세요. 예: cargo xtask serve FOLDER",
      wasm: "이 브라우저는 WebAssembly를 실행하지 못합니다. 업데이트하거나 최신 Chrome, Edge, Firefox, Safari를 쓰세요.",
      simd: "이 브라우저에는 WebAssembly SIMD가 없습니다. 업데이트하거나 최신 Chrome, Edge, Firefox, Safari를 쓰세요.",
      webgl: "이 브라우저는 WebGL 2로 그리지 못하거나 꺼져 있습니다. 설정에서 그래픽 가속을 켜거나 다른 브라우저를 쓰세요.",
      half: "프로그램을 불러오지 못했습니다({cause}). 연결을 확인하고 페이지를 새로 고치세요.",
      panic: "일어나지 말아야 할 일이 일어났습니다. 파일은 그대로이고 설정도 남아 있습니다. 페이지를 새로 고치세요. 다시 일어나면 보고서를 복사해 이 페이지를 돌보는 사람에게 보내세요.",
      memory: "브라우저가 페이지에 메모리를 더 주지 않았습니다. 다른 탭을 닫고 페이지를 새로 고친 뒤 더 작은 파일을 쓰세요.",
    },
  };

  const languages = navigator.languages || [navigator.language || "en"];
  const language = languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((code) => code in TEXTS) || "en";
  const text = (key, values = {}) => TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const element = (id) => document.getElementById(id);
  const here = document.currentScript.src;
  const address = (part) => new URL(part.file, here).href;

  let is_over = false;
  let show_first, have_weights;
  const first_picture = new Promise((resolve) => { show_first = resolve; });
  const fetched = new Promise((resolve) => { have_weights = resolve; });

  /** Says why there is no window, once: the first reason is the cause of all others. */
  function trouble(title, saying, report) {
    if (is_over) return;
    is_over = true;
    element("cover").hidden = true;
    element("part").hidden = true;
    element("trouble").hidden = false;
    element("trouble-title").textContent = text(title);
    element("trouble-saying").textContent = saying;
    const [reload, copy] = [element("reload"), element("copy")];
    reload.textContent = text("reload");
    // A file stays a file.
    reload.hidden = location.protocol === "file:";
    reload.onclick = () => location.reload();
    if (report) {
      element("report").hidden = false;
      element("report").textContent = report;
      copy.hidden = false;
      copy.textContent = text("copy");
      copy.onclick = () => copy_text(report).then(() => { copy.textContent = text("copied"); });
    }
  }

  /** Where the clipboard is not to be had the report is selected, so that it can be copied by hand. */
  async function copy_text(report) {
    try {
      await navigator.clipboard.writeText(report);
    } catch {
      getSelection().selectAllChildren(element("report"));
      document.execCommand("copy");
    }
  }

  /** What a developer needs to know: what happened, where, in which browser; nothing of the person's files. */
  function report_of(what) {
    return [`Inception Lens ${PARTS.version ?? ""} in a browser`, navigator.userAgent, what].join("\n");
  }

  function panicked(what) {
    const is_memory = /memory|allocation|RangeError|rust_oom|alloc_error/i.test(what);
    trouble("stopped", text(is_memory ? "memory" : "panic"), report_of(what));
  }

  /** Whether the browser multiplies and adds in one instruction: a function that gives back what one such makes. */
  const is_relaxed = () => typeof WebAssembly === "object" && WebAssembly.validate(new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 1, 96, 3, 123, 123, 123, 1, 123, 3, 2, 1, 0, 10, 13, 1, 11, 0, 32, 0, 32, 1, 32, 2, 253, 133,
    2, 11,
  ]));
  /** The program for this browser, and its JavaScript. */
  const twin = is_relaxed() ? PARTS.relaxed : PARTS.plain;

  /** Why the program cannot run here; nothing where it can. */
  function missing() {
    if (location.protocol === "file:") return "file";
    if (typeof WebAssembly !== "object") return "wasm";
    // A function that gives back sixteen lanes: splat, then count of bits.
    const simd = [
      0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
    ];
    if (!WebAssembly.validate(new Uint8Array(simd))) return "simd";
    if (!document.createElement("canvas").getContext("webgl2")) return "webgl";
    return null;
  }

  // What the service worker keeps needs no line that others wait for: it is fetched while the program is compiled.
  const early = new Map();
  if (navigator.serviceWorker?.controller) {
    for (const part of [PARTS.samples, PARTS.weights]) early.set(part, fetch(address(part)).catch(() => null));
  }

  /** The answer of the server, whose bytes are counted as they come. */
  async function counted(part, on_bytes) {
    const begun = await early.get(part);
    early.delete(part);
    const answer = begun ?? await fetch(address(part));
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    let done = 0;
    const count = new TransformStream({
      transform(chunk, next) {
        done += chunk.byteLength;
        on_bytes(done);
        next.enqueue(chunk);
      },
      flush(end) {
        if (done !== part.bytes) end.error(new Error(`${done} / ${part.bytes}`));
      },
    });
    const type = part.file.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(answer.body.pipeThrough(count), { headers: { "content-type": type } });
  }

  function show(bar, saying, key, part, done) {
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    element(bar).value = done / part.bytes;
    element(saying).textContent = text(key, { done: megabytes(done), all: megabytes(part.bytes) });
  }

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /** Fetches a part of the page, until it is here. */
  async function fetch_part(name) {
    const [box, again] = [element("part"), element("part-again")];
    const part = PARTS[name];
    for (;;) {
      box.hidden = false;
      again.hidden = true;
      element("part-bar").hidden = false;
      try {
        const answer = await counted(part, (done) => show("part-bar", "part-saying", name, part, done));
        const bytes = new Uint8Array(await answer.arrayBuffer());
        box.hidden = true;
        return bytes;
      } catch (error) {
        element("part-saying").textContent = text("failed", { cause: error.message });
        element("part-bar").hidden = true;
        again.hidden = false;
        again.textContent = text("again");
        await new Promise((resolve) => { again.onclick = resolve; });
      }
    }
  }

  /** `window.lens`: what a page around this one, or a test, may ask. */
  function offer(program) {
    const settled = async () => {
      for (;;) {
        await frame();
        if (is_over) throw new Error(element("trouble-saying").textContent);
        const sentence = program.outcome();
        if (sentence === "") return;
        if (sentence !== undefined) throw new Error(sentence);
      }
    };
    const ready = first_picture.then(() => fetched).then(settled);
    // Whoever does not ask is told in the page.
    ready.catch(() => {});
    const asked = (work) => async (...values) => {
      await fetched;
      const done = await work(...values);
      await settled();
      return done;
    };
    window.lens = Object.freeze({
      ready,
      open: asked((bytes, name) => program.open(bytes, name)),
      go: asked((link) => program.go(link)),
      link: () => program.link(),
      export: async (view, format) => {
        if (format !== "png") throw new Error(`${format}: only "png" is made`);
        await ready;
        return program.export_view(view);
      },
      answers: () => JSON.parse(program.answers() ?? "null"),
      controls: async () => {
        program.ask_for_controls();
        for (;;) {
          await frame();
          const found = program.controls();
          if (found !== undefined) return JSON.parse(found);
        }
      },
    });
  }

  /** What the address asks for: a scene after `#`, and whether the panel stands alone, in a frame of another page. */
  function asked_for() {
    const parts = location.hash.slice(1).split("&").filter((part) => part !== "");
    const is_embed = (part) => part === "embed=1";
    return {
      link: parts.filter((part) => !is_embed(part)).join("&"),
      embeds: parts.some(is_embed) || new URLSearchParams(location.search).get("embed") === "1",
    };
  }

  /** `?scene=NAME.json`: a file of scenes in the page's own folder. */
  async function open_scene(program) {
    const name = new URLSearchParams(location.search).get("scene");
    if (name === null) return;
    try {
      if (!/^[^/\\:]+\.json$/.test(name)) throw new Error(name);
      const answer = await fetch(new URL(encodeURIComponent(name), here));
      if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
      program.open(new Uint8Array(await answer.arrayBuffer()), name);
    } catch (error) {
      say(text("scene", { name, cause: error.message }));
    }
  }

  /** One sentence beside the window, until the person closes it. */
  function say(sentence) {
    element("part").hidden = false;
    element("part-bar").hidden = true;
    element("part-saying").textContent = sentence;
    element("part-again").hidden = false;
    element("part-again").textContent = text("close");
    element("part-again").onclick = () => { element("part").hidden = true; };
  }

  /** Whether the browser keeps settings: a private window may not, and a full disk cannot. */
  function keeps_settings() {
    try {
      localStorage.setItem("lens-try", "1");
      localStorage.removeItem("lens-try");
      return true;
    } catch {
      return false;
    }
  }

  /** Keeps the page for a visit without a network; offers a new version when there is one. */
  async function keep() {
    if (!keeps_settings()) return say(text("unkept"));
    if (!("serviceWorker" in navigator)) return;
    try {
      const kept = await navigator.serviceWorker.register(new URL("sw.js", here));
      const offer_newer = () => {
        // The first one that is kept is the page itself.
        if (!kept.waiting || !navigator.serviceWorker.controller) return;
        element("newer").hidden = false;
        element("newer-saying").textContent = text("newer");
        element("newer-take").textContent = text("take");
        element("newer-later").textContent = text("later");
        element("newer-later").onclick = () => { element("newer").hidden = true; };
        element("newer-take").onclick = () => {
          navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
          kept.waiting.postMessage("take the new version");
        };
      };
      offer_newer();
      const follow = () => {
        const [installing, is_first] = [kept.installing, !kept.active];
        installing?.addEventListener("statechange", () => {
          if (is_first && installing.state === "redundant") say(text("unkept"));
          offer_newer();
        });
      };
      follow();
      kept.addEventListener("updatefound", follow);
    } catch {
      // A private window may keep nothing: then every visit needs the network.
      say(text("unkept"));
    }
  }

  /** Shows the program what the camera sees, once the person allows it; what it gives back switches the camera off. */
  function look(program, number) {
    const video = document.createElement("video");
    const canvas = document.createElement("canvas");
    const drawing = canvas.getContext("2d", { willReadFrequently: true });
    let stream, is_wanted = true;
    const off = () => {
      is_wanted = false;
      stream?.getTracks().forEach((track) => track.stop());
      video.srcObject = null;
    };
    const fail = (cause) => {
      off();
      program.camera_failed(number, cause);
    };
    const begin = async () => {
      if (!navigator.mediaDevices?.getUserMedia) return fail("unsafe");
      // On a tablet what lies in front of it, not whoever holds it.
      const wishes = { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 960 } };
      stream = await navigator.mediaDevices.getUserMedia({ video: wishes, audio: false });
      if (!is_wanted) return off();
      const [track] = stream.getVideoTracks();
      track.onended = () => fail("ended");
      const is_of_user = track.getSettings().facingMode !== "environment";
      video.muted = true;
      video.playsInline = true;
      video.srcObject = stream;
      await video.play();
      const show = () => {
        if (!is_wanted) return;
        const { videoWidth: width, videoHeight: height } = video;
        if (width > 0 && height > 0) {
          canvas.width = width;
          canvas.height = height;
          drawing.drawImage(video, 0, 0);
          const { data } = drawing.getImageData(0, 0, width, height);
          if (!program.camera_saw(number, width, height, data, is_of_user)) return off();
        }
        if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(show);
        else requestAnimationFrame(show);
      };
      show();
    };
    begin().catch((error) => { if (is_wanted) fail(error.name ?? ""); });
    return off;
  }

  /** The part that computes: the same program in a Worker, so that the window stays free. */
  function employ(program, module) {
    // Times are fixed there where they are fixed here.
    const clock = new URLSearchParams(location.search).get("INCEPTION_LENS_CLOCK");
    const set = clock === null ? "" : `?${new URLSearchParams({ INCEPTION_LENS_CLOCK: clock })}`;
    const worker = new Worker(address(PARTS.worker) + set);
    worker.onmessage = ({ data }) => {
      if (data instanceof ArrayBuffer) program.take_answer(new Uint8Array(data));
      else program.engine_lost(String(data));
    };
    worker.onerror = (event) => program.engine_lost(event.message ?? "");
    worker.postMessage({ module, glue: address(twin.glue) });
    return worker;
  }

  async function begin() {
    document.documentElement.lang = language;
    element("promise").textContent = text("promise");
    const lacks = missing();
    if (lacks) return trouble("trouble", text(lacks));
    window.addEventListener("lens-panic", (event) => panicked(event.detail));
    window.addEventListener("error", (event) => {
      if (event.error instanceof WebAssembly.RuntimeError || event.error instanceof RangeError) {
        panicked(`${event.error}\n${event.error.stack}`);
      }
    });
    element("bar").hidden = false;
    let program, module;
    try {
      program = await import(address(twin.glue));
      const answer = await counted(twin.program, (done) => show("bar", "saying", "loading", twin.program, done));
      module = await WebAssembly.compileStreaming(answer);
      await program.default({ module_or_path: module });
    } catch (error) {
      return trouble("trouble", text("half", { cause: error.message ?? String(error) }), report_of(String(error.stack ?? error)));
    }
    element("saying").textContent = text("starting");
    let worker;
    offer(program);
    try {
      const { link, embeds } = asked_for();
      worker = employ(program, module);
      await program.start(element("window"), link, embeds, worker);
    } catch (error) {
      return panicked(String(error.stack ?? error));
    }
    window.addEventListener("hashchange", () => {
      const { link } = asked_for();
      if (link !== "") window.lens.go(link).catch(() => {});
    });
    window.addEventListener("lens-fill-screen", (event) => {
      // The browser may say no: the window is then as large as the page.
      const done = event.detail ? document.documentElement.requestFullscreen?.() : document.fullscreenElement && document.exitFullscreen();
      done?.catch(() => {});
    });
    document.addEventListener("fullscreenchange", () => {
      if (!document.fullscreenElement) program.screen_given_back();
    });
    let camera = () => {};
    window.addEventListener("lens-camera", ({ detail: number }) => {
      camera();
      camera = number > 0 ? look(program, number) : () => {};
    });
    // The album comes when it is opened, after what every visit needs.
    window.addEventListener("lens-wants-album", async () => {
      await fetched;
      const album = await fetch_part("album");
      worker.postMessage({ album });
      program.album_fetched(album);
    });
    // Keys that mean something in the window and something else in the browser: there the window's own go first.
    window.addEventListener("keydown", (event) => {
      const is_ours = ["f", "l", "z", "y", "+", "=", "-", "0"].includes(event.key.toLowerCase());
      if ((event.ctrlKey || event.metaKey) && !event.altKey && is_ours) event.preventDefault();
      if (["F1", "F5", "F11"].includes(event.key) && !is_over) event.preventDefault();
    }, true);
    // Files on the clipboard; text is the window's own.
    window.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) {
        program.pasted(files);
        event.preventDefault();
        event.stopPropagation();
      }
    }, true);
    // The first picture of the window stands on the canvas after two frames.
    await frame();
    await frame();
    element("cover").hidden = true;
    performance.mark("lens-first-picture");
    element("window").focus();
    show_first();
    program.samples_fetched(await fetch_part("samples"));
    const weights = await fetch_part("weights");
    worker.postMessage({ weights });
    program.weights_fetched(weights);
    await open_scene(program);
    have_weights();
    await keep();
  }

  begin();
})();
