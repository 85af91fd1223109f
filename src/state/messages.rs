//! What is said at the bottom right.

use crate::album::Note;
use crate::analysis::evidence::UnknownClass;
use crate::engine::UserError;
use crate::live::LiveError;
use crate::locale::errors::{address_text, album_note_text, error_text, live_text, unknown_class_text};
use crate::locale::text::tr_with;
use crate::platform::live::AddressError;

/// How long a note stays, seconds.
pub(crate) const NOTE_SECONDS: f64 = 4.0;

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
    pub(crate) fn text(&self) -> String {
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

    pub(crate) fn details(&self) -> String {
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
