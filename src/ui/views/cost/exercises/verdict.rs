//! What there is to say about a cell, and how far one is.

use egui::{Align, Layout, RichText, Ui, vec2};

use super::scene::{CellState, ExercisesScene};
use super::table::{column_name, row_name};
use crate::export::exercises::{Asked, Column, Mark, RowName};
use crate::locale::exercises::{answer_text, note_text};
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::Button;
use crate::ui::style::{TextRole, Theme, is_projected, size};

/// Lines of the verdict on a desk of the usual height, and on a low one.
const LINES: [f32; 2] = [5.0, 4.0];
/// The same before a class.
const PROJECTED_LINES: f32 = 3.0;
/// Below this height of the card's content it is low, points.
const LOW: f32 = 520.0;

/// Room for the score and the verdict in a card of so much content, points; whatever the verdict says.
pub(super) fn height(content: f32) -> f32 {
    let line = TextRole::Caption.font().size * 1.25;
    match content < LOW {
        // Before a class all rows are to be seen: the buttons stand beside the choice.
        _ if is_projected() => (PROJECTED_LINES + 1.0) * line + size::SPACE_8,
        true => LINES[1] * line + size::CONTROL_HEIGHT + size::SPACE_8,
        false => LINES[0] * line + size::CONTROL_HEIGHT + size::SPACE_8,
    }
}

/// Shows or hides the answers, starts over; from the right.
pub(super) fn buttons(ui: &mut Ui, theme: &Theme, scene: &mut ExercisesScene) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if ui.add(Button::plain(theme, &tr("exercise-start-over"))).clicked() {
            scene.start_over();
        }
        let answers = tr("exercise-answers");
        if ui.add(Button::plain(theme, &answers).toggled(scene.shows_answers)).clicked() {
            scene.shows_answers = !scene.shows_answers;
        }
    });
}

/// The score, the verdict on the cell in hand, on a desk the buttons.
pub(super) fn verdict(ui: &mut Ui, theme: &Theme, scene: &mut ExercisesScene) {
    let [right, all] = scene.score();
    let score = tr_with("exercise-score", &[("right", right.to_string()), ("all", all.to_string())]);
    let score = RichText::new(score).color(theme.hi);
    if is_projected() {
        ui.label(score.font(TextRole::StatusStrong.font()));
    } else {
        let row = vec2(ui.available_width(), size::CONTROL_HEIGHT);
        ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
            ui.label(score.font(TextRole::BodyStrong.font()));
            buttons(ui, theme, scene);
        });
    }
    ui.spacing_mut().item_spacing.y = size::SPACE_4;
    for words in words(scene) {
        ui.label(RichText::new(words).font(TextRole::Caption.font()).color(theme.hi));
    }
}

/// What stands below the table: the verdict on the cell that was left, and what the cell in hand asks.
fn words(scene: &ExercisesScene) -> Vec<String> {
    let Some(current) = scene.current else {
        return vec![tr("exercise-how")];
    };
    let place = |[row, column]: [usize; 2]| {
        let place = [("row", row_name(scene.rows[row].name)), ("column", column_name(Column::ALL[column]))];
        tr_with("exercise-cell", &place)
    };
    let left = scene.left.filter(|left| *left != current);
    let left = left.and_then(|left| Some(format!("{}: {}", place(left), sentence(scene, left)?)));
    let now = match sentence(scene, current) {
        Some(verdict) => format!("{}: {verdict}", place(current)),
        None => format!("{}. {}", place(current), asked(scene, current)),
    };
    left.into_iter().chain([now]).collect()
}

/// What a cell asks for.
fn asked(scene: &ExercisesScene, cell: [usize; 2]) -> String {
    let Some(question) = scene.question(cell) else {
        return tr("exercise-how");
    };
    let batch = [("batch", batch_of(scene).to_string())];
    match question.asked {
        // What counts as an activation.
        Asked::ActivationBytes | Asked::NaiveActivationBytes | Asked::TrainingBytes => {
            tr_with("exercise-task-memory", &batch)
        }
        other => tr(other.key()),
    }
}

/// Photos at once in the row of the training.
fn batch_of(scene: &ExercisesScene) -> usize {
    let mut batches = scene.rows.iter().filter_map(|row| match row.name {
        RowName::Training(batch) => Some(batch),
        RowName::Stage(_)
        | RowName::Reduce
        | RowName::Large(_)
        | RowName::Whole
        | RowName::Direct(_)
        | RowName::Naive
        | RowName::Factorised => None,
    });
    batches.next_back().unwrap_or_default()
}

/// What there is to say about what stands in a cell; `None` while it is open and its answer is not shown.
pub(super) fn sentence(scene: &ExercisesScene, cell: [usize; 2]) -> Option<String> {
    let question = scene.question(cell)?;
    let solved = |key: &str| {
        let values = [("working", question.working.clone()), ("answer", answer_text(question))];
        tr_with(key, &values)
    };
    let is_of_note = question.asked == Asked::ModuleMacs;
    let with_note = |text: String| match note_text(scene.task()).filter(|_| is_of_note) {
        Some(note) => format!("{text} {note}"),
        None => text,
    };
    match scene.state(cell) {
        CellState::Marked(Mark::Right) => Some(with_note(solved("exercise-right"))),
        CellState::Open if scene.shows_answers => Some(with_note(solved("exercise-answer"))),
        CellState::Open => None,
        CellState::Marked(Mark::Slipped(slip)) => Some(tr_with("exercise-slipped", &[("mistake", tr(slip.key()))])),
        CellState::Marked(Mark::Wrong) => Some(tr("exercise-wrong")),
        CellState::Unreadable => Some(tr("exercise-unreadable")),
    }
}
