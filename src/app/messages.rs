//! Something is said at the bottom right, and goes again.

use super::app::App;
use crate::state::messages::NOTE_SECONDS;
use crate::state::{Message, MessageKind, MessageText};

impl App {
    /// Says something at the bottom right; what is already there moves to the end.
    pub(super) fn say(&mut self, kind: MessageKind, saying: MessageText, now_seconds: f64) {
        self.next_message += 1;
        let text = saying.text();
        self.state.messages.retain(|message| message.text != text);
        self.state.messages.push(Message {
            id: self.next_message,
            kind,
            text,
            details: saying.details(),
            saying,
            since_seconds: now_seconds,
        });
    }

    /// Says what is at the bottom right in the language of the interface.
    pub(super) fn say_again(&mut self) {
        for message in &mut self.state.messages {
            message.text = message.saying.text();
        }
    }

    /// A photo is opened: what went wrong before is over.
    pub(super) fn forget_errors(&mut self) {
        self.state.messages.retain(|message| message.kind == MessageKind::Note);
    }

    /// Notes go after a few seconds; errors stay.
    pub(super) fn forget_messages(&mut self, ctx: &egui::Context, now_seconds: f64) {
        self.state
            .messages
            .retain(|message| message.kind == MessageKind::Error || now_seconds < message.since_seconds + NOTE_SECONDS);
        let next = self.state.messages.iter().filter(|message| message.kind == MessageKind::Note);
        let next = next.map(|message| message.since_seconds + NOTE_SECONDS - now_seconds);
        if let Some(seconds) = next.min_by(f64::total_cmp) {
            ctx.request_repaint_after_secs(seconds.max(0.0) as f32);
        }
    }
}
