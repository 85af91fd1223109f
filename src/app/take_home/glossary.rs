//! The terms of the lesson, in both languages.

use crate::export::lesson::Term;
use crate::locale::glossary::entries;
use crate::locale::text::Language;

/// Every term of the lesson, its meaning in `language`.
pub(super) fn glossary(language: Language) -> Vec<Term> {
    let printed = entries().iter().filter(|entry| entry.is_printed);
    let term = printed.map(|entry| Term {
        english: entry.english.to_owned(),
        korean: entry.korean.to_owned(),
        meaning: entry.meaning_in(language).to_owned(),
    });
    term.collect()
}
