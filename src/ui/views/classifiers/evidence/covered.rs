//! The photo without its evidence, while the class is to point at what spoke for the answer.

use egui::{Align2, Rect, Ui};

use crate::locale::indices;
use crate::locale::text::{tr, tr_with};
use crate::state::{Card, Command, Guess};
use crate::ui::kit::{Area, point_at, right_of, write_fitted};
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::photo::photo_alone;

/// Shows the photo and a grid of its cells; the rest of the tab says that it is to be guessed.
pub(super) fn covered(ui: &Ui, [pictures, content]: [Rect; 2], side: usize, board: &mut Board<'_, '_>) {
    let rect = pictures.left_part(pictures.height());
    photo_alone(ui, rect, board.subject.run, board.look);
    let theme = board.look.theme;
    let guessed = board.subject.state.guessed_cell(Card::WhyWrong);
    let name = |[row, column]: [usize; 2]| tr_with("guess-cell", &[("cell", indices::cell((row, column)))]);
    if let Some(cell) = point_at(ui, rect, side, guessed, &name, theme) {
        board.commands.push(Command::Guess(Guess::Cell(cell)));
    }
    let rest = right_of(content, rect, size::SPACE_24);
    write_fitted(ui.painter(), rest, Align2::LEFT_CENTER, &tr("lesson-covered"), TextRole::BigNumber, theme.low);
}
