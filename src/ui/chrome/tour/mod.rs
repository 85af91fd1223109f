//! The lesson's card: question, answer, the teacher's footnote; or the text of a lesson of one's own.  It is docked, so it
//! hides nothing it talks about.

mod card;
mod guess;
mod place;
mod played;
mod texts;

use egui::{Frame, Margin, Panel, Ui};

use crate::state::{Command, State};
use crate::ui::look::Look;
use crate::ui::shortcuts;
use crate::ui::style::is_projected;

use place::{BELOW, BESIDE, COLLAPSED, MOST_BELOW, MOST_WITH_NOTE, stands_beside};

pub use place::windows;
pub use texts::{Texts, TourScene};

/// Docks the card, if a lesson is given and the card is not hidden.
pub fn dock(ui: &mut Ui, state: &State, scene: &mut TourScene, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let frame = Frame::new().fill(look.theme.bg2).inner_margin(Margin::symmetric(18, 14));
    played::dock(ui, state, frame, look.theme, commands);
    let Some(tour) = state.tour.filter(|tour| !tour.is_hidden) else {
        return;
    };
    let (below, beside) = (scene.below, scene.beside);
    let said = (tour, scene.texts(state, tour));
    if stands_beside(ui, state, tour.is_collapsed) {
        let panel = Panel::right("lesson").exact_size(BESIDE).resizable(false).frame(frame);
        let said = (said.0, said.1, beside);
        let needed = panel.show(ui, |ui| card::tall(ui, state, said, look.theme, commands)).inner;
        if beside != Some(needed) {
            ui.ctx().request_repaint();
        }
        scene.beside = Some(needed);
    } else {
        // Before a class the footnote scrolls rather than take the view's room: it stands in the presenter's window too.
        let share = if is_projected() && tour.shows_note { MOST_WITH_NOTE } else { MOST_BELOW };
        let most = ui.available_height() * share;
        let height = match tour.is_collapsed {
            true => COLLAPSED,
            // The view has what the words do not need.
            false => below.unwrap_or(BELOW).min(most).round(),
        };
        let panel = Panel::bottom("lesson-below").exact_size(height).resizable(false).frame(frame);
        let needed = panel.show(ui, |ui| card::wide(ui, state, said, look.theme, commands)).inner;
        let needed = (!tour.is_collapsed).then_some(needed + frame.total_margin().sum().y);
        if needed.is_some() && needed != below {
            ui.ctx().request_repaint();
        }
        scene.below = needed.or(below);
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
