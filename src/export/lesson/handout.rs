//! The handout: the photo, what the network answered, every card with its answer, the glossary.

use maud::{Markup, html};

use super::sheet::{document, facts, filled, image};
use super::{Card, HeadAnswer, Lesson, Picture};

/// Width of what is printed on an A4 page, mm.
pub const PAGE_MM: f32 = 186.0;

/// Lines to write on that fill a page; those that do not fit are not printed.
const LINES: usize = 24;

/// The handout as one HTML file.
pub fn handout(lesson: &Lesson) -> String {
    let content = html! {
        (cover(lesson))
        @for (index, card) in lesson.cards.iter().enumerate() {
            (section(lesson, index, card))
        }
        (notes(lesson))
        (glossary(lesson))
        (facts(&lesson.words.facts, &lesson.facts))
    };
    document(lesson.language, &lesson.words.handout, "handout", &content)
}

fn cover(lesson: &Lesson) -> Markup {
    html! {
        header.cover {
            h1 { (lesson.words.handout) }
            div.beside {
                figure.photo {
                    (image(&lesson.photo, "photo"))
                    figcaption {
                        (lesson.photo.alt)
                        @if let Some(synthetic) = &lesson.synthetic { " · " (synthetic) }
                    }
                }
                section.heads {
                    h2 { (lesson.words.answered) }
                    div.answers { @for head in &lesson.heads { (answer_of(head)) } }
                }
            }
        }
    }
}

fn answer_of(head: &HeadAnswer) -> Markup {
    html! {
        table {
            caption {
                (head.name)
                @if let Some(note) = &head.note { " · " (note) }
            }
            tbody {
                @for (class, share) in &head.classes {
                    tr { td { (class) } td.number { (share) } }
                }
            }
        }
    }
}

/// A figure on the scale on which its smallest text is printed at seven points.
fn figure_of(picture: &Picture) -> Markup {
    let width = format!("width: {:.1}mm", picture.width_mm.unwrap_or(PAGE_MM));
    html! { div.scene style=(width) { (image(picture, "scene")) } }
}

fn section(lesson: &Lesson, index: usize, card: &Card) -> Markup {
    let words = &lesson.words;
    let say = |text| filled(text, &words.unknown);
    let note = format!("note-{}", index + 1);
    html! {
        article.card {
            h2 { span.place { (index + 1) } " " (say(&card.title)) }
            p { (say(&card.body)) }
            @if let Some(variant) = &card.variant { p.variant { (variant) } }
            p.question { strong { (words.question) } " " (say(&card.question)) }
            p {
                strong { (words.answer) } " " (say(&card.answer))
                sup { a href=(format!("#{note}")) { (index + 1) } }
            }
            @for figure in &card.figures { (figure_of(figure)) }
            // What is left of the page is for one's own notes; after the last card the teacher's follow.
            @if index + 1 < lesson.cards.len() {
                div.own aria-hidden="true" { @for _ in 0..LINES { div.line {} } }
            }
        }
    }
}

/// What is for the teacher, after all cards.
fn notes(lesson: &Lesson) -> Markup {
    let words = &lesson.words;
    html! {
        section.notes {
            h2 { (words.note) }
            @for (index, card) in lesson.cards.iter().enumerate() {
                aside.note id=(format!("note-{}", index + 1)) {
                    sup { (index + 1) } " " (filled(&card.note, &words.unknown))
                }
            }
        }
    }
}

fn glossary(lesson: &Lesson) -> Markup {
    html! {
        section.glossary {
            h2 { (lesson.words.glossary) }
            table {
                thead { tr { @for column in &lesson.words.columns { th scope="col" { (column) } } } }
                tbody {
                    @for term in &lesson.glossary {
                        tr {
                            td lang="en" { (term.english) }
                            td lang="ko" { (term.korean) }
                            td { (term.meaning) }
                        }
                    }
                }
            }
        }
    }
}
