//! What a page in a browser calls: the window on a canvas, and what the page hands to it.
//!
//! `web/lens.js` is the other side.

mod controls;
mod fingers;
mod panics;
mod surface;
mod worker;

use std::cell::RefCell;
use std::sync::Arc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{File, HtmlCanvasElement, Worker};

use crate::app::App;
use crate::engine::{Answers, Engine, EngineLost, Executor};
use crate::state::{Options, Pace, Script};
use crate::{platform, weights};

thread_local! {
    /// The window of the page.
    static RUNNER: RefCell<Option<eframe::WebRunner>> = const { RefCell::new(None) };
    /// Where what the engine in the Worker tells is handed in.
    static ANSWERS: RefCell<Option<Answers>> = const { RefCell::new(None) };
}

/// Comes before all else: from now on the page is told of a panic.
pub fn begin() {
    panics::report();
}

/// Opens the window on a canvas, with the scene of a link if there is one; `embeds`: the panel alone.  `worker` computes; without
/// it the window does so itself.
///
/// # Errors
/// The browser cannot draw; what it says.
#[wasm_bindgen]
pub async fn start(canvas: HtmlCanvasElement, link: &str, embeds: bool, worker: Option<Worker>) -> Result<(), JsValue> {
    let has_worker = worker.is_some();
    worker.map(platform::line::use_worker);
    let script = (!link.is_empty()).then(|| Script::of_link(link));
    let options = Options { script, embeds, pace: Pace::asked(), ..Options::default() };
    let runner = eframe::WebRunner::new();
    let create: eframe::AppCreator<'static> = Box::new(move |cc| {
        controls::begin(&cc.egui_ctx);
        fingers::begin(&cc.egui_ctx);
        let context = cc.egui_ctx.clone();
        platform::wake_with(move || context.request_repaint());
        let engine = |wake| if has_worker { far(wake) } else { Engine::new(Executor::Inline, wake) };
        Ok(Box::new(App::from_eframe_with_engine(cc, &options, engine)))
    });
    runner.start(canvas, eframe::WebOptions::default(), create).await?;
    RUNNER.set(Some(runner));
    Ok(())
}

/// The engine in the Worker.
fn far(wake: Arc<dyn Fn() + Send + Sync>) -> Engine {
    let send = |message: Vec<u8>| platform::line::to_worker(&message).map_err(|cause| EngineLost { cause });
    let (engine, answers) = Engine::far(Box::new(send), wake);
    ANSWERS.set(Some(answers));
    engine
}

/// Takes a message of the engine in the Worker.
#[wasm_bindgen]
pub fn take_answer(message: &[u8]) {
    if let Some(answers) = ANSWERS.with_borrow(Clone::clone) {
        answers.take(message);
    }
}

/// The Worker is gone; why.
#[wasm_bindgen]
pub fn engine_lost(cause: &str) {
    if let Some(answers) = ANSWERS.with_borrow(Clone::clone) {
        answers.lost(cause);
    }
}

/// Hands over the file of the weights that come with the program.
#[wasm_bindgen]
pub fn weights_fetched(file: Vec<u8>) {
    weights::fetched(file);
    platform::wake();
}

/// Hands over the photos that come with the program, all in one file.
#[wasm_bindgen]
pub fn samples_fetched(file: &[u8]) {
    platform::samples_fetched(file);
    platform::wake();
}

/// Takes a picture of the camera that was asked for under that number: `[height, width, 4]` bytes; whether it goes on.
#[wasm_bindgen]
pub fn camera_saw(number: u32, width: u32, height: u32, rgba: &[u8], is_of_user: bool) -> bool {
    platform::camera_saw(number, width, height, rgba, is_of_user)
}

/// The camera that was asked for under that number does not see; `cause` is the name of the browser's error.
#[wasm_bindgen]
pub fn camera_failed(number: u32, cause: &str) {
    platform::camera_failed(number, cause);
}

/// The browser shows the page in its window again: whoever presses Esc means the presentation.
#[wasm_bindgen]
pub fn screen_given_back() {
    with_app(App::screen_given_back);
}

/// Hands over the photos of the program's album, all in one file.
#[wasm_bindgen]
pub fn album_fetched(file: &[u8]) {
    platform::album_fetched(file);
    platform::wake();
}

/// Opens files that were pasted.
#[wasm_bindgen]
pub fn pasted(files: Vec<File>) {
    platform::drops::open(files, |path| {
        with_app(|app| app.open_path(path));
    });
}

/// Does something with the window's program; nothing where there is none.
fn with_app<T>(work: impl FnOnce(&mut App) -> T) -> Option<T> {
    RUNNER.with_borrow(|runner| {
        let mut app = runner.as_ref()?.app_mut::<App>()?;
        let done = work(&mut app);
        platform::wake();
        Some(done)
    })
}
