//! What a paste finds on the clipboard where egui finds neither text nor a PNG: copied files, pictures as JPEG or BMP.
//!
//! ```text
//! Ctrl+V --> RequestPaste --> next frame: text or a picture came --> `desktop` opens it
//!                                         neither came           --> `Clipboard::ask` --> `Held` is opened
//! ```
//!
//! egui's backend swallows Ctrl+V where it finds nothing, so `launch` has it leave the keys of the clipboard to the program.

use std::path::PathBuf;

use egui::{Event, Key, Modifiers, ViewportCommand};

use super::app::App;
use super::desktop::Picked;
use super::messages::{MessageKind, MessageText};
use crate::engine::{Origin, PhotoSource};
use crate::locale::photo_names::PASTED;

/// What a clipboard holds beside text and a PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// Copied files, at least one.
    Files(Vec<PathBuf>),
    /// A picture as the bytes of a file of its format.
    Picture(Vec<u8>),
    /// Nothing that can be read.
    Nothing,
}

/// Says what is on the clipboard: once, at any time, from any thread.
pub trait Clipboard {
    /// Asks what is held now.
    fn ask(&self, answer: Box<dyn FnOnce(Held) + Send>);
}

/// The system's own.
pub(super) struct SystemClipboard;

impl Clipboard for SystemClipboard {
    /// The program that holds a copy may take its time, so it is waited for elsewhere.
    fn ask(&self, answer: Box<dyn FnOnce(Held) + Send>) {
        std::thread::spawn(move || answer(held()));
    }
}

fn held() -> Held {
    let files = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get().file_list());
    match files {
        Ok(files) if !files.is_empty() => Held::Files(files),
        _ => picture().map_or(Held::Nothing, Held::Picture),
    }
}

/// Windows and macOS turn a copied picture into what arboard reads, which egui has asked.
#[cfg(not(all(unix, not(target_os = "macos"))))]
fn picture() -> Option<Vec<u8>> {
    None
}

/// X11 hands a picture over in the formats of the program it was copied in, of which arboard reads PNG alone.
#[cfg(all(unix, not(target_os = "macos")))]
fn picture() -> Option<Vec<u8>> {
    /// Names of formats, those first that many programs offer.
    const TARGETS: [&str; 10] = [
        "image/jpeg",
        "image/bmp",
        "image/x-bmp",
        "image/x-MS-bmp",
        "image/webp",
        "image/tiff",
        "image/gif",
        "image/avif",
        "image/heic",
        "image/jxl",
    ];
    /// For a whole picture, which comes in pieces.
    const PATIENCE: std::time::Duration = std::time::Duration::from_secs(10);
    let clipboard = x11_clipboard::Clipboard::new().ok()?;
    let atoms = &clipboard.getter.atoms;
    for target in TARGETS {
        let target = clipboard.getter.get_atom(target).ok()?;
        match clipboard.load(atoms.clipboard, target, atoms.property, PATIENCE) {
            Ok(bytes) if bytes.len() as u64 > crate::imaging::MAX_FILE_BYTES => return None,
            Ok(bytes) if !bytes.is_empty() => return Some(bytes),
            // Refused, or answered with something else than was asked for.
            Ok(_) | Err(x11_clipboard::error::Error::UnexpectedType(_)) => {}
            Err(_) => return None,
        }
    }
    None
}

impl App {
    /// Turns the keys of the clipboard into egui's events for them; a paste that egui finds nothing for asks the clipboard
    /// itself, unless a text is being written.
    pub(super) fn use_clipboard_keys(&mut self, ctx: &egui::Context) {
        let frame = ctx.cumulative_frame_nr();
        // A frame may run twice; what egui finds comes with the next one.
        if self.paste_asked_in.is_some_and(|asked| asked < frame) {
            self.paste_asked_in = None;
            let found = |event: &Event| matches!(event, Event::Paste(_) | Event::PasteImage(_));
            let is_found = ctx.input(|input| input.events.iter().any(found));
            if !is_found && !ctx.text_edit_focused() {
                self.ask_clipboard(ctx);
            }
        }
        if ctx.input_mut(|input| translate(&mut input.events)) {
            self.paste_asked_in = Some(frame);
            ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
            ctx.request_repaint();
        }
    }

    fn ask_clipboard(&self, ctx: &egui::Context) {
        let (sender, waker) = (self.picked.0.clone(), ctx.clone());
        self.clipboard.ask(Box::new(move |held| {
            // The window may have been closed meanwhile.
            let _ = sender.send(Picked::Pasted(held));
            waker.request_repaint();
        }));
    }

    /// Opens the first copied file, or the picture; else says that there is neither.
    pub(super) fn open_held(&mut self, held: Held, now_seconds: f64) {
        match held {
            Held::Files(files) => {
                if let Some(first) = files.into_iter().next() {
                    self.open_path(first);
                }
            }
            Held::Picture(bytes) => {
                let origin = Origin::Encoded(bytes.into());
                self.open(PhotoSource::Ready { name: PASTED.to_owned(), origin });
            }
            Held::Nothing => self.say(MessageKind::Error, MessageText::plain("clipboard-unreadable"), now_seconds),
        }
    }
}

/// Puts egui's events in the place of the keys for cut and copy, and takes out those for paste; whether there was one.
fn translate(events: &mut Vec<Event>) -> bool {
    let mut pastes = false;
    events.retain_mut(|event| {
        let Event::Key { key, pressed: true, modifiers, .. } = *event else {
            return true;
        };
        let (is_command, is_windows) = (modifiers.command_only(), cfg!(windows));
        let meant = |letter, named| key == named || (is_command && key == letter);
        if meant(Key::V, Key::Paste) || (is_windows && key == Key::Insert && modifiers == Modifiers::SHIFT) {
            pastes = true;
            return false;
        }
        if meant(Key::C, Key::Copy) || (is_windows && key == Key::Insert && modifiers.command_only()) {
            *event = Event::Copy;
        } else if meant(Key::X, Key::Cut) || (is_windows && key == Key::Delete && modifiers == Modifiers::SHIFT) {
            *event = Event::Cut;
        }
        true
    });
    pastes
}
