//! The photo without its evidence, while the class is to point at what spoke for the answer.

use egui::{Rect, Ui, pos2};

use crate::locale::indices;
use crate::locale::text::{tr, tr_with};
use crate::state::{Card, Command, Guess};
use crate::ui::kit::paint::text_within;
use crate::ui::kit::point_at;
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::photo::photo_alone;

/// Shows the photo and a grid of its cells; the rest of the tab says that it is to be guessed.
pub(super) fn covered(ui: &Ui, [pictures, content]: [Rect; 2], side: usize, board: &mut Board<'_, '_>) {
    let rect = pictures.with_max_x(pictures.left() + pictures.height());
    photo_alone(ui, rect, board.subject.run, board.look);
    let theme = board.look.theme;
    let guessed = board.subject.state.guessed_cell(Card::WhyWrong);
    let name = |[row, column]: [usize; 2]| tr_with("guess-cell", &[("cell", indices::cell((row, column)))]);
    if let Some(cell) = point_at(ui, rect, side, guessed, &name, theme) {
        board.commands.push(Command::Guess(Guess::Cell(cell)));
    }
    let left = rect.right() + size::SPACE_24;
    let place = pos2(left, content.center().y);
    let (painter, room) = (ui.painter(), content.right() - left);
    text_within(painter, place, room, &tr("lesson-covered"), TextRole::BigNumber, theme.low);
}
