//! Where the class says its guess, and the guess beside the truth once that is told.

use egui::{RichText, Ui, vec2};

use super::texts::Texts;
use crate::locale::text::{tr, tr_with};
use crate::state::{Card, Command, Compared, Guess, GuessQuestion, State, TIMES, Tour, times_at, times_in_words};
use crate::ui::kit::{Button, stops};
use crate::ui::style::{Hue, TextRole, Theme, Weight, size};

/// Width of the slider of a guess in times, points.
const SLIDER: f32 = 200.0;

/// Shows what the card's question is answered with.
pub(super) fn guess(ui: &mut Ui, state: &State, tour: Tour, texts: &Texts, theme: &Theme, commands: &mut Vec<Command>) {
    let Some(question) = texts.guessing.as_ref().filter(|_| !tour.is_revealed()) else { return };
    let guessed = state.guess(Card::at(tour.card));
    ui.add_space(size::SPACE_8);
    match question {
        GuessQuestion::Choices(choices) => choose(ui, choices, guessed, theme, commands),
        GuessQuestion::Times => times(ui, guessed, theme, commands),
        GuessQuestion::Cell => {
            let key = if guessed.is_some() { "guess-pointed" } else { "guess-point" };
            ui.label(RichText::new(tr(key)).font(TextRole::Body.font()).color(theme.mid));
        }
    }
}

/// A button a choice; the chosen one stays down.
fn choose(ui: &mut Ui, choices: &[String], guessed: Option<Guess>, theme: &Theme, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_8);
        for (place, choice) in choices.iter().enumerate() {
            let name = tr_with("guess-choice", &[("choice", &**choice)]);
            let is_chosen = guessed == Some(Guess::Choice(place));
            if ui.add(Button::plain(theme, choice).named(&name).toggled(is_chosen)).clicked() {
                commands.push(Command::Guess(Guess::Choice(place)));
            }
        }
    });
}

/// A slider from a sixteenth to sixteen times; before it is moved nothing is guessed.
fn times(ui: &mut Ui, guessed: Option<Guess>, theme: &Theme, commands: &mut Vec<Command>) {
    let before = match guessed {
        Some(Guess::Times(stop)) => Some(stop),
        Some(Guess::Choice(_) | Guess::Cell(_)) | None => None,
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().slider_width = SLIDER.min(ui.available_width() - 70.0);
        let mut stop = before.unwrap_or(TIMES / 2);
        let response = stops(ui, theme, &tr("guess-times"), &mut stop, TIMES);
        // A click where the handle is says "as many".
        if Some(stop) != before && (response.changed() || response.clicked() || response.dragged()) {
            commands.push(Command::Guess(Guess::Times(stop)));
        }
        let words = before.map_or_else(|| "…".to_owned(), |stop| times_in_words(times_at(stop)));
        ui.label(RichText::new(words).font(Weight::SemiBold.size(17.0)).color(theme.hi));
    });
}

/// The guess beside the truth.
pub(super) fn beside_truth(ui: &mut Ui, compared: &Compared, theme: &Theme) {
    let key = match compared.is_right {
        Some(true) => "guess-right",
        Some(false) | None => "guess-compared",
    };
    let words = tr_with(key, &[("guess", &*compared.guess), ("truth", &*compared.truth)]);
    let ink = if compared.is_right == Some(true) { theme.ok } else { theme.hue(Hue::Aux).text };
    ui.label(RichText::new(words).font(Weight::SemiBold.size(super::card::BODY)).color(ink));
    ui.add_space(size::SPACE_4);
}
