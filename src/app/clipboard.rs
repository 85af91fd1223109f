//! What a paste finds on the clipboard where egui finds neither text nor a PNG: copied files, pictures as JPEG or BMP.
//!
//! ```text
//! Ctrl+V --> RequestPaste --> next frame: text or a picture came --> `desktop` opens it
//!                                         neither came           --> `Clipboard::ask` --> `Held` is opened
//! ```
//!
//! egui's backend swallows Ctrl+V where it finds nothing, so `launch` has it leave the keys of the clipboard to the program.

use crate::platform::clipboard;

pub use crate::platform::clipboard::Held;

/// Says what is on the clipboard: once, at any time, from any thread.
pub trait Clipboard {
    /// Asks what is held now.
    fn ask(&self, answer: Box<dyn FnOnce(Held) + Send>);
}

/// The system's own.
pub(super) struct SystemClipboard;

impl Clipboard for SystemClipboard {
    fn ask(&self, answer: Box<dyn FnOnce(Held) + Send>) {
        clipboard::ask(answer);
    }
}
