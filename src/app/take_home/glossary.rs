//! The terms of the lesson, in both languages.

use crate::export::lesson::Term;
use crate::locale::text::Language;

const TERMS: &str = include_str!("../../../assets/lesson/glossary.txt");

/// Every term, its meaning in `language`.
pub(super) fn glossary(language: Language) -> Vec<Term> {
    let lines = TERMS.lines().filter(|line| !line.starts_with('#'));
    let term = |line: &str| {
        let mut columns = line.split('\t').map(str::to_owned);
        let (english, korean) = (columns.next()?, columns.next()?);
        let meaning = match language {
            Language::English => columns.next(),
            Language::Korean => columns.nth(1),
        };
        Some(Term { english, korean, meaning: meaning? })
    };
    lines.filter_map(term).collect()
}
