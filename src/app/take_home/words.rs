//! What the pages say themselves, in the language of the thread.

use crate::export::lesson::Words;
use crate::locale::text::{tr, tr_with};

/// The words of a page about a photo of that name.
pub(super) fn words(photo: &str) -> Words {
    let about = |key| tr_with(key, &[("photo", photo)]);
    Words {
        handout: about("home-title-handout"),
        worksheet: about("home-title-worksheet"),
        answers: about("home-title-answers"),
        name: tr("home-name"),
        class: tr("home-class"),
        date: tr("home-date"),
        instruction: tr("home-instruction"),
        answered: tr("home-answered"),
        question: tr("home-question"),
        answer: tr("home-answer"),
        note: tr("lesson-note"),
        glossary: tr("home-glossary"),
        columns: [tr("language-english"), tr("language-korean"), tr("home-meaning")],
        facts: tr("home-facts"),
        unknown: tr("home-unknown"),
    }
}
