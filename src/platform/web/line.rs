//! Messages between the window and the Worker that computes for it: bytes, handed over without a copy.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, Worker};

use super::script;

thread_local! {
    /// The Worker of this window.
    static WORKER: RefCell<Option<Worker>> = const { RefCell::new(None) };
}

/// This is the Worker that messages go to.
pub fn use_worker(worker: Worker) {
    WORKER.set(Some(worker));
}

/// Sends a message to the Worker.
///
/// # Errors
/// There is none; the browser's words.
pub fn to_worker(message: &[u8]) -> Result<(), String> {
    let message = Uint8Array::from(message).buffer();
    let sent = WORKER.with_borrow(|worker| {
        let worker = worker.as_ref().ok_or_else(|| JsValue::from_str("there is no worker"))?;
        worker.post_message_with_transfer(&message, &Array::of1(&message))
    });
    sent.map_err(|error| script::words(&error))
}

/// Sends a message from a Worker to its window.
pub fn to_window(message: &[u8]) {
    let message = Uint8Array::from(message).buffer();
    post(&message, &Array::of1(&message));
}

/// Says something from a Worker to its window in words.
pub fn say_to_window(words: &str) {
    post(&words.into(), &Array::new());
}

fn post(message: &JsValue, transferred: &Array) {
    if let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        // A window that is gone needs nothing any more.
        let _ = worker.post_message_with_transfer(message, transferred);
    }
}
