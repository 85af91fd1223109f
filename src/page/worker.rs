//! The other instance of the program, in a Worker: it computes what the window asks for.
//!
//! `web/worker.js` hands messages in and asks for one chunk of work after the other.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::app::with_desks;
use crate::engine::{Executor, Served};
use crate::platform::line;
use crate::wire::identity::begin_instance;

thread_local! {
    static SERVED: RefCell<Option<Served>> = const { RefCell::new(None) };
}

/// Begins to serve.
#[wasm_bindgen]
pub fn serve() {
    std::panic::set_hook(Box::new(|panic| line::say_to_window(&panic.to_string())));
    begin_instance(1);
    let tell = |message: Vec<u8>| line::to_window(&message);
    SERVED.set(Some(with_desks(Served::new(Executor::Inline, Box::new(tell)))));
}

/// Takes a message of the window.
#[wasm_bindgen]
pub fn take_order(message: &[u8]) {
    SERVED.with_borrow(|served| {
        if let Some(served) = served {
            served.take(message);
        }
    });
}

/// Does a chunk of what waits; whether more does.
#[wasm_bindgen]
pub fn step() -> bool {
    SERVED.with_borrow(|served| served.as_ref().is_some_and(Served::step))
}
