//! The lesson's card: question, answer, the teacher's footnote; or the text of a lesson of one's own.  It is docked, so it
//! hides nothing it talks about.

mod card;
mod guess;
mod played;
mod texts;

use egui::{Frame, Margin, Panel, Ui};

use crate::app::{ClassifiersTab, Command, State, View};
use crate::ui::look::Look;
use crate::ui::shortcuts;
use crate::ui::style::{is_projected, legibility, size};

pub use texts::{Texts, TourScene};

/// Width of a card beside the view, points.
const BESIDE: f32 = 340.0;
/// Height of a card below the view, points, and the most of the window it takes.
const BELOW: f32 = 228.0;
const MOST_BELOW: f32 = 0.42;
/// Height of a card before a class once the answer is shown, in the height of the smallest text.
const ANSWER: f32 = 14.0;
/// Height of a card that shows only its title, points.
const COLLAPSED: f32 = 62.0;
/// The narrowest canvas a view other than the network is drawn on, points; a layer puts its columns behind tabs.
const NARROWEST_VIEW: f32 = 992.0;
const NARROWEST_LAYER: f32 = 800.0;

/// Docks the card, if a lesson is given and the card is not hidden.
pub fn dock(ui: &mut Ui, state: &State, scene: &mut TourScene, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let frame = Frame::new().fill(look.theme.bg2).inner_margin(Margin::symmetric(18, 14));
    played::dock(ui, state, frame, look.theme, commands);
    let Some(tour) = state.tour.filter(|tour| !tour.is_hidden) else {
        return;
    };
    let said = (tour, scene.texts(state, tour));
    if stands_beside(ui, state, tour.is_collapsed) {
        Panel::right("lesson")
            .exact_size(BESIDE)
            .resizable(false)
            .frame(frame)
            .show(ui, |ui| card::tall(ui, state, said, look.theme, commands));
    } else {
        let height = match tour.is_collapsed {
            true => COLLAPSED,
            // Question and answer alone are shorter than the whole card.
            false if is_projected() && tour.is_revealed() && !tour.shows_note => ANSWER * legibility().smallest_text,
            false => BELOW.min(ui.available_height() * MOST_BELOW),
        };
        Panel::bottom("lesson-below")
            .exact_size(height)
            .resizable(false)
            .frame(frame)
            .show(ui, |ui| card::wide(ui, state, said, look.theme, commands));
    }
}

/// The network is wide and low, so its card stands below; beside the others where there is room.
fn stands_beside(ui: &Ui, state: &State, is_collapsed: bool) -> bool {
    if is_collapsed {
        return false;
    }
    let room = ui.available_width() - BESIDE - 2.0 * size::SPACE_16;
    match state.view {
        // One panel fills less: what is as high as it is wide has its card beside it.
        View::Network | View::Layer if state.projector.is_on => true,
        View::Classifiers(ClassifiersTab::EVIDENCE) if state.projector.is_on => true,
        View::Network => state.editing.is_open && room >= NARROWEST_VIEW,
        View::Layer => room >= NARROWEST_LAYER,
        View::Module(_) | View::Classifiers(_) | View::Cost(_) | View::Album(_) => room >= NARROWEST_VIEW,
    }
}

/// The keys of the lesson go before those of the views: arrows and clickers step, R returns, H hides, Esc folds the card
/// and then leaves, ? shows the footnote.
pub fn keys(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    // A lesson of one's own has the keys of the lesson.
    let played = state.played.as_ref().map(|played| (played.is_hidden, played.is_collapsed));
    let lesson = played.or_else(|| state.tour.map(|tour| (tour.is_hidden, tour.is_collapsed)));
    let Some((is_hidden, is_collapsed)) = lesson else { return };
    clicker(ui, commands);
    if ui.text_edit_focused() || ui.memory(|memory| memory.focused().is_some()) {
        return;
    }
    if shortcuts::LESSON_NEXT.pressed(ui) {
        commands.push(Command::TourNext);
    }
    if shortcuts::LESSON_BACK.pressed(ui) {
        commands.push(Command::TourBack);
    }
    if shortcuts::LESSON_RETURN.pressed(ui) {
        commands.push(Command::TourReturn);
    }
    if shortcuts::LESSON_HIDE.pressed(ui) {
        commands.push(Command::TourHide(!is_hidden));
    }
    if let Some(tour) = state.tour
        && shortcuts::LESSON_NOTE.pressed(ui)
    {
        commands.push(Command::TourNote(!tour.shows_note));
    }
    if shortcuts::ESCAPE.pressed(ui) {
        commands.push(match is_collapsed {
            true => Command::LeaveTour,
            false => Command::TourCollapse(true),
        });
    }
}

/// Page Up and Page Down, whatever has the focus: a clicker in a teacher's hand.
fn clicker(ui: &Ui, commands: &mut Vec<Command>) {
    if shortcuts::CLICKER_NEXT.pressed(ui) {
        commands.push(Command::TourNext);
    }
    if shortcuts::CLICKER_BACK.pressed(ui) {
        commands.push(Command::TourBack);
    }
}
