//! What is said at the bottom right.

use super::app::App;
use crate::album::Note;
use crate::analysis::evidence::UnknownClass;
use crate::engine::UserError;
use crate::live::LiveError;
use crate::locale::errors::{address_text, album_note_text, error_text, live_text, unknown_class_text};
use crate::locale::text::tr_with;
use crate::platform::live::AddressError;

/// How long a note stays, seconds.
const NOTE_SECONDS: f64 = 4.0;

/// Whether a message is good or bad news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageKind {
    /// Goes by itself.
    Note,
    /// Stays until it is dismissed or another photo is opened.
    Error,
}

/// Something said at the bottom right.
#[derive(Clone, Debug)]
pub struct Message {
    /// Unlike any other message's.
    pub id: u64,
    /// Good or bad news.
    pub kind: MessageKind,
    /// What it says, whatever the language.
    pub saying: MessageText,
    /// The sentence, in the language of the interface.
    pub text: String,
    /// What "copy details" copies, in English; empty if there is nothing more to say.
    pub details: String,
    /// Seconds since the start of the program when it appeared.
    pub since_seconds: f64,
}

/// What a message says, to be put into words in any language.
#[derive(Clone, Debug)]
pub enum MessageText {
    /// A sentence: its key, and what is filled in.
    Sentence(&'static str, Vec<(&'static str, String)>),
    /// Something failed.
    Failed(UserError),
    /// New weights failed; those of this name stay.
    WeightsKept {
        /// Why.
        error: UserError,
        /// Name of the weights in use.
        name: String,
    },
    /// The network does not know the class that was asked for.
    UnknownClass(UnknownClass),
    /// A moving source gives no frames.
    Live(LiveError),
    /// A text is no address of a stream.
    Address(AddressError),
    /// What a person should know about the album.
    Album(Note),
}

impl MessageText {
    /// A sentence without anything to fill in.
    pub fn plain(key: &'static str) -> Self {
        Self::Sentence(key, Vec::new())
    }

    /// The sentence in the language of the interface.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Sentence(key, values) => tr_with(key, values),
            Self::Failed(error) => error_text(error),
            Self::WeightsKept { error, name } => {
                let error = error_text(error);
                tr_with("weights-kept", &[("error", &*error), ("name", name)])
            }
            Self::UnknownClass(error) => unknown_class_text(error),
            Self::Live(error) => live_text(error),
            Self::Address(error) => address_text(error),
            Self::Album(note) => album_note_text(note),
        }
    }

    fn details(&self) -> String {
        match self {
            Self::Failed(error) | Self::WeightsKept { error, .. } => {
                format!("{}\n{}", error.message, error.details)
            }
            Self::Sentence(..) | Self::UnknownClass(_) | Self::Live(_) | Self::Address(_) | Self::Album(_) => {
                String::new()
            }
        }
    }
}

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
