//! Photos and their answers in words.

use super::context::AlbumContext;
use super::facts::folder_text;
use crate::album::{Answer, Photo, State, Truth};
use crate::locale::format::fixed;
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::Head;

/// What stands on a photo's badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The answer is right.
    Right,
    /// It is wrong.
    Wrong,
    /// The weights do not know what is on it.
    Unknown,
    /// Nobody says what is on it.
    Unlabelled,
    /// It has not run.
    Waiting,
    /// It cannot be read.
    Unreadable,
}

/// What is to be said about a photo's answer.
pub(super) fn verdict(photo: &Photo) -> Verdict {
    match (&photo.state, photo.is_right(), &photo.truth) {
        (State::Waiting, ..) => Verdict::Waiting,
        (State::Unreadable(_), ..) => Verdict::Unreadable,
        (State::Ran(_), Some(true), _) => Verdict::Right,
        (State::Ran(_), Some(false), _) => Verdict::Wrong,
        (State::Ran(_), None, Truth::None) => Verdict::Unlabelled,
        (State::Ran(_), None, Truth::Unknown | Truth::Known(_)) => Verdict::Unknown,
    }
}

/// A share between 0 and 1 as "75%".
pub(super) fn whole_percent(share: f64) -> String {
    format!("{}%", fixed(share * 100.0, 0))
}

impl AlbumContext<'_> {
    /// The name of a class in the language of the interface.
    pub(super) fn class(&self, class: usize) -> &str {
        self.album.classes.get(class).map_or("", |label| class_text(label))
    }

    /// The name of a photo's folder.
    pub(super) fn folder(&self, photo: &Photo) -> String {
        self.album.label(photo).map(folder_text).unwrap_or_default()
    }

    /// What the folder says is on a photo, as the network calls it.
    pub(super) fn truth(&self, photo: &Photo) -> String {
        self.album.true_label(photo).map(folder_text).unwrap_or_default()
    }

    /// A photo as a screen reader says it: "airplane/03.jpg: parachute, 75%, wrong".
    pub(super) fn sentence(&self, position: usize) -> String {
        let Some(photo) = self.photo(position) else { return String::new() };
        let verdict = tr(match verdict(photo) {
            Verdict::Right => "album-say-right",
            Verdict::Wrong => "album-say-wrong",
            Verdict::Unknown => "album-say-unknown",
            Verdict::Unlabelled => "album-say-unlabelled",
            Verdict::Waiting => "album-say-waiting",
            Verdict::Unreadable => "album-say-unreadable",
        });
        match photo.answer(Head::Main).map(Answer::best) {
            Some(best) => tr_with(
                "album-say-photo",
                &[
                    ("path", photo.path.clone()),
                    ("answer", self.class(best.class).to_owned()),
                    ("share", whole_percent(best.probability.into())),
                    ("verdict", verdict),
                ],
            ),
            None => tr_with("album-say-photo-without", &[("path", photo.path.clone()), ("verdict", verdict)]),
        }
    }
}
