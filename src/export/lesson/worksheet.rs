//! The worksheet and its answer key: one document, its blanks empty or filled.

use maud::{Markup, html};

use super::sheet::{document, facts, image};
use super::{Card, Lesson, Span, Task, Text};

/// Lines to write an answer on.
const LINES: usize = 2;

/// Which of the two it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// For pupils: blanks and lines.
    Blank,
    /// For the teacher: the blanks filled and the answers printed.
    Key,
}

/// The page as one HTML file; both kinds have the same blanks under the same numbers.
pub fn worksheet(lesson: &Lesson, kind: Kind) -> String {
    let words = &lesson.words;
    let (title, class) = match kind {
        Kind::Blank => (&words.worksheet, "worksheet"),
        Kind::Key => (&words.answers, "key"),
    };
    let mut numbers = 0;
    let content = html! {
        header.cover {
            h1 { (title) }
            div.lines {
                @for word in [&words.class, &words.name, &words.date] {
                    span.field { (word) span.rule {} }
                }
            }
            p.instruction { (words.instruction) " " (lesson.photo.alt)
                @if let Some(synthetic) = &lesson.synthetic { " · " (synthetic) }
            }
        }
        div.cards {
            @for (index, card) in lesson.cards.iter().enumerate() {
                (section(lesson, kind, index, card, &mut numbers))
            }
        }
        (facts(&lesson.words.facts, &lesson.facts))
    };
    document(lesson.language, title, class, &content)
}

fn section(lesson: &Lesson, kind: Kind, index: usize, card: &Card, numbers: &mut usize) -> Markup {
    let words = &lesson.words;
    let mut blanks = Blanks { kind, unknown: &words.unknown, last: numbers, known: Vec::new() };
    html! {
        article.card {
            h2 { span.place { (index + 1) } " " (blanks.fill(&card.title)) }
            p { (blanks.fill(&card.body)) }
            @if let Some(variant) = &card.variant { p.variant { (variant) } }
            p.question { strong { (words.question) } " " (blanks.fill(&card.question)) }
            @if let Some(task) = &card.task { (task_of(task)) }
            @if !card.choices.is_empty() {
                p.choices { @for choice in &card.choices { span.choice { span.box {} " " (choice) } " " } }
            }
            @match kind {
                Kind::Blank => { @for _ in 0..lines_of(card) { div.line {} } }
                Kind::Key => {
                    p.answer {
                        strong { (words.answer) } " "
                        (super::sheet::filled(&card.answer, &words.unknown))
                    }
                }
            }
        }
    }
}

/// Lines to write on: fewer where something is ticked or pointed at.
fn lines_of(card: &Card) -> usize {
    if card.choices.is_empty() && card.task.is_none() { LINES } else { 1 }
}

/// A grid to point into, or pictures to look at.
fn task_of(task: &Task) -> Markup {
    match task {
        Task::Look(pictures) => html! { div.look { @for picture in pictures { (image(picture, "small")) } } },
        Task::Grid(side, picture) => html! {
            div.grid {
                @if let Some(picture) = picture { (image(picture, "small")) }
                svg viewBox=(format!("0 0 {side} {side}")) aria-hidden="true" {
                    @for line in 0..=*side {
                        path d=(format!("M{line} 0V{side}M0 {line}H{side}")) {}
                    }
                }
            }
        },
    }
}

/// The blanks of one card: a value that comes again has the same number again.
struct Blanks<'a> {
    kind: Kind,
    unknown: &'a str,
    /// The last number given on the page.
    last: &'a mut usize,
    /// Names of values and their numbers.
    known: Vec<(&'static str, usize)>,
}

impl Blanks<'_> {
    fn number(&mut self, name: &'static str) -> usize {
        let known = self.known.iter().find(|(known, _)| *known == name);
        if let Some((_, number)) = known {
            return *number;
        }
        *self.last += 1;
        self.known.push((name, *self.last));
        *self.last
    }

    /// A text with a numbered blank for every value; one that nobody can know is no question to pupils.
    fn fill(&mut self, text: &Text) -> Markup {
        html! {
            @for span in &text.0 {
                @match span {
                    Span::Words(words) => { (words) }
                    Span::Value(value) => {
                        @match &value.known {
                            None => { span.unknown { (self.unknown) } }
                            Some(known) => (self.blank(value.name, known))
                        }
                    }
                }
            }
        }
    }

    fn blank(&mut self, name: &'static str, known: &str) -> Markup {
        let number = self.number(name);
        // In Korean a large number ends in the space before its counter, which is not part of the blank.
        let after = &known[known.trim_end().len()..];
        html! {
            span.blank {
                sup { "(" (number) ")" }
                @match self.kind {
                    Kind::Blank => { span.rule {} }
                    Kind::Key => { u { (known.trim_end()) } }
                }
            }
            (after)
        }
    }
}
