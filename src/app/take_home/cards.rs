//! What a page says about the photo: the heads' answers, the cards' texts with what was computed for them.

use super::lesson_renderer::LessonRenderer;
use crate::export::lesson::{Card, HeadAnswer, Picture, Task, Text, Value};
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::Head;
use crate::state::{heads_variant, placeholders, text_key};

/// Classes that are listed for each head.
const TOP: usize = 5;
/// What a placeholder says that the network or the photo leaves open.
const UNKNOWN: &str = "…";

/// Whether a text says something else for just this value, so that it has to be seen before it is marked.
fn chooses_words(name: &str, known: &str) -> bool {
    known == "none" || name == "candidates" || name == "verdict"
}

impl LessonRenderer {
    /// What the three heads answer about the photo as it is.
    pub(super) fn heads(&self) -> Vec<HeadAnswer> {
        let state = &self.app.state;
        let Some(report) = state.report() else {
            return Vec::new();
        };
        let is_untrained = state.loaded().is_some_and(|loaded| loaded.aux_untrained);
        let answer = |head: Head, key: &str| {
            let scores = report.head(head);
            let top = scores.map(|scores| scores.top(TOP, &report.labels));
            let classes = top.into_iter().flatten().map(|class| {
                let share = percent(f64::from(class.probability));
                (class_text(&class.label).to_owned(), share)
            });
            let note = match (head, scores) {
                (_, None) => Some(tr("home-no-head")),
                (Head::Aux1 | Head::Aux2, Some(_)) if is_untrained => Some(tr("home-untrained")),
                (Head::Main | Head::Aux1 | Head::Aux2, Some(_)) => None,
            };
            HeadAnswer { name: tr(key), note, classes: classes.collect() }
        };
        vec![
            answer(Head::Main, "home-head-main"),
            answer(Head::Aux1, "home-head-aux1"),
            answer(Head::Aux2, "home-head-aux2"),
        ]
    }

    /// The card's texts with what is known by now, and its figures.
    pub(super) fn card(&self, card: usize, figures: Vec<Picture>, choices: Vec<String>, task: Option<Task>) -> Card {
        let values: Vec<Value> = placeholders(&self.app.state, card)
            .into_iter()
            .map(|(name, text)| Value { name, known: (text != UNKNOWN).then_some(text) })
            .collect();
        let marks: Vec<(&str, String)> = values
            .iter()
            .enumerate()
            .map(|(index, value)| match &value.known {
                // Texts choose their words by these.
                Some(known) if chooses_words(value.name, known) => (value.name, known.clone()),
                Some(_) | None => (value.name, Text::mark(index)),
            })
            .collect();
        let number = card + 1;
        let say = |part: &str| {
            let text = tr_with(&text_key(&self.app.state, card, part), &marks);
            Text::parse(&text, &values)
        };
        let described = |picture: Picture| {
            let alt = tr_with("home-alt-figure", &[("card", number.to_string())]);
            Picture { alt, ..picture }
        };
        Card {
            title: say("title"),
            body: say("body"),
            variant: heads_variant(&self.app.state, card).map(tr),
            question: say("question"),
            answer: say("answer"),
            note: say("note"),
            choices,
            figures: figures.into_iter().map(described).collect(),
            task,
        }
    }
}
