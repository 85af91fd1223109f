//! The keys of the clipboard; what a paste finds that egui does not read.

use egui::{Event, Key, Modifiers, ViewportCommand};

use super::app::App;
use super::chooser::Picked;
use crate::engine::{Origin, PhotoSource};
use crate::locale::photo_names::PASTED;
use crate::platform::clipboard;
use crate::state::{MessageKind, MessageText};

pub use crate::platform::clipboard::Held;

/// What egui finds comes this many frames after it was asked for: a window's commands are read after the frame that gives
/// them, and carried out after the next one.
const FRAMES_TO_FIND: u64 = 2;

impl App {
    /// Turns the keys of the clipboard into egui's events for them; a paste that egui finds nothing for asks the clipboard
    /// itself, unless a text is being written.
    pub(super) fn use_clipboard_keys(&mut self, ctx: &egui::Context) {
        if !clipboard::HAS_OUR_KEYS {
            return;
        }
        let frame = ctx.cumulative_frame_nr();
        if let Some(asked) = self.window.paste_asked_in {
            let found = |event: &Event| matches!(event, Event::Paste(_) | Event::PasteImage(_));
            // A frame may run twice.
            let is_late = frame >= asked + FRAMES_TO_FIND;
            if ctx.input(|input| input.events.iter().any(found)) {
                self.window.paste_asked_in = None;
            } else if is_late {
                self.window.paste_asked_in = None;
                if !ctx.text_edit_focused() {
                    self.ask_clipboard(ctx);
                }
            } else {
                ctx.request_repaint();
            }
        }
        if ctx.input_mut(|input| translate(&mut input.events)) {
            self.window.paste_asked_in = Some(frame);
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
