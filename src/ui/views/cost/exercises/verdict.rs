//! What there is to say about a cell, and how far one is.

use egui::{Align, Layout, RichText, Ui, vec2};

use super::scene::{CellState, ExercisesScene};
use super::table::{column_name, row_name};
use crate::app::{answer_text, note_text};
use crate::export::exercises::{Column, Mark, RowName, Task};
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::Button;
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::module::paint;

/// Room for the verdict and the buttons, points.
pub(super) fn height(ui: &Ui, theme: &Theme, scene: &ExercisesScene, width: f32) -> f32 {
    let galley = ui.painter().layout(words(scene), TextRole::Caption.font(), theme.hi, width);
    let least = 2.0 * TextRole::Caption.font().size * 1.3;
    galley.size().y.max(least) + size::CONTROL_HEIGHT + 2.0 * size::SPACE_8
}

/// The verdict on the cell in hand, the score, the buttons.
pub(super) fn verdict(ui: &mut Ui, theme: &Theme, scene: &mut ExercisesScene) {
    let row = vec2(ui.available_width(), size::CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        let [right, all] = scene.score();
        let score = tr_with("exercise-score", &[("right", right.to_string()), ("all", all.to_string())]);
        ui.label(RichText::new(score).font(TextRole::BodyStrong.font()).color(theme.hi));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.add(Button::plain(theme, &tr("exercise-start-over"))).clicked() {
                scene.start_over();
            }
            let answers = tr("exercise-answers");
            if ui.add(Button::plain(theme, &answers).toggled(scene.shows_answers)).clicked() {
                scene.shows_answers = !scene.shows_answers;
            }
        });
    });
    let words = words(scene);
    let label = ui.label(RichText::new(&words).font(TextRole::Caption.font()).color(theme.hi));
    paint::speak(ui, label.rect, "verdict", &words);
}

/// What stands below the table.
fn words(scene: &ExercisesScene) -> String {
    let Some(cell) = scene.current else {
        return tr("exercise-how");
    };
    let [row, column] = cell;
    let Some(question) = scene.question(cell) else {
        return tr("exercise-how");
    };
    let batch = match scene.rows[row].name {
        RowName::Training(batch) => batch,
        RowName::Stage(_)
        | RowName::Reduce
        | RowName::Large(_)
        | RowName::Whole
        | RowName::Direct(_)
        | RowName::Naive => 0,
    };
    let place = [("row", row_name(scene.rows[row].name)), ("column", column_name(Column::ALL[column]))];
    let place = tr_with("exercise-cell", &place);
    let asked = tr_with(question.asked.key(), &[("batch", batch.to_string())]);
    match sentence(scene, cell) {
        Some(verdict) => format!("{place}: {verdict}"),
        None if matches!(scene.task(), Task::Module(_))
            && column + 1 == Column::ALL.len()
            && row + 3 >= scene.rows.len() =>
        {
            // What counts as an activation.
            let what = tr_with("exercise-task-memory", &[("batch", batch_of(scene).to_string())]);
            format!("{place}. {what}")
        }
        None => format!("{place}. {asked}"),
    }
}

/// Photos at once in the row of the training.
fn batch_of(scene: &ExercisesScene) -> usize {
    let batches = scene.rows.iter().filter_map(|row| match row.name {
        RowName::Training(batch) => Some(batch),
        RowName::Stage(_)
        | RowName::Reduce
        | RowName::Large(_)
        | RowName::Whole
        | RowName::Direct(_)
        | RowName::Naive => None,
    });
    batches.last().unwrap_or_default()
}

/// What there is to say about what stands in a cell; `None` while it is open and its answer is not shown.
pub(super) fn sentence(scene: &ExercisesScene, cell: [usize; 2]) -> Option<String> {
    let question = scene.question(cell)?;
    let solved = |key: &str| {
        let values = [("working", question.working.clone()), ("answer", answer_text(question))];
        tr_with(key, &values)
    };
    let is_of_note = question.asked == crate::export::exercises::Asked::ModuleMacs;
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
