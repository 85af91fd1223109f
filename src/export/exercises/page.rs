//! The sheet of exercises and its key: one document, its answers left open or printed.

use maud::{Markup, html};

use crate::export::lesson::Kind;
use crate::export::lesson::sheet::{document, facts};

/// Exercises on paper, all words in one language.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Code of the language: "en".
    pub language: &'static str,
    /// What the pages say themselves.
    pub words: SheetWords,
    /// The exercises, in order.
    pub items: Vec<Item>,
    /// Where the pages come from: names and values.
    pub facts: Vec<(String, String)>,
}

/// What the pages say themselves.
#[derive(Clone, Debug)]
pub struct SheetWords {
    /// Title of the sheet.
    pub title: String,
    /// Title of the key.
    pub key: String,
    /// Line for a class, a name, a date.
    pub lines: [String; 3],
    /// What holds for all exercises.
    pub instruction: String,
    /// What the key's small print is.
    pub mistakes: String,
    /// Above the facts.
    pub facts: String,
}

/// One exercise.
#[derive(Clone, Debug)]
pub struct Item {
    /// The task.
    pub task: String,
    /// Printed in the key below it.
    pub note: Option<String>,
    /// Its questions.
    pub lines: Vec<Line>,
}

/// One question.
#[derive(Clone, Debug)]
pub struct Line {
    /// What is asked.
    pub asked: String,
    /// The sum behind the answer.
    pub working: String,
    /// The answer.
    pub answer: String,
    /// Wrong answers, and the mistakes that give them.
    pub mistakes: Vec<(String, String)>,
}

/// The sheet, or its key, as one HTML file.
pub fn page(sheet: &Sheet, kind: Kind) -> String {
    let words = &sheet.words;
    let (title, class) = match kind {
        Kind::Blank => (&words.title, "exercises"),
        Kind::Key => (&words.key, "exercises exercises-key"),
    };
    let content = html! {
        header.cover {
            h1 { (title) }
            @match kind {
                Kind::Blank => {
                    div.lines { @for word in &words.lines { span.field { (word) span.rule {} } } }
                    p.instruction { (words.instruction) }
                }
                Kind::Key => { p.instruction { (words.instruction) " " (words.mistakes) } }
            }
        }
        ol.exercises { @for item in &sheet.items { (exercise(item, kind)) } }
        (facts(&words.facts, &sheet.facts))
    };
    document(sheet.language, title, class, &content)
}

fn exercise(item: &Item, kind: Kind) -> Markup {
    html! {
        li.exercise {
            p.task { (item.task) }
            ol.asked { @for line in &item.lines { li { (asked(line, kind)) } } }
            @if let (Kind::Key, Some(note)) = (kind, &item.note) { p.note { (note) } }
        }
    }
}

fn asked(line: &Line, kind: Kind) -> Markup {
    html! {
        @match kind {
            Kind::Blank => { span.ask { span { (line.asked) } span.rule {} } }
            Kind::Key => {
                (line.asked) ": " span.working { (line.working) " =" } " " strong { (line.answer) }
                @if !line.mistakes.is_empty() {
                    ul.mistakes {
                        @for (gives, mistake) in &line.mistakes { li { span.gives { (gives) } ": " (mistake) } }
                    }
                }
            }
        }
    }
}
