//! Max pool and average pool: the window with its numbers, and what becomes of them.

use std::ops::Range as Cells;

use egui::{Sense, Ui, vec2};

use super::super::names::full_name;
use super::grid::Grid;
use super::{Board, result};
use crate::analysis::{Arithmetic, Explanation};
use crate::imaging::Range;
use crate::locale::format::fixed;
use crate::locale::text::tr_with;
use crate::ui::kit::Area;
use crate::ui::kit::paint::{line, number_row, paragraph};
use crate::ui::look::colormap_of;
use crate::ui::style::{TextRole, size};

/// Widest cell of the window, points.
const CELL: f32 = 44.0;

/// Shows the window of a pool.
pub(super) fn window(ui: &mut Ui, explanation: &Explanation, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let (rows, columns, values, winner) = match &explanation.arithmetic {
        Arithmetic::Largest { rows, columns, values, winner } => (rows, columns, values, Some(*winner)),
        Arithmetic::Mean { rows, columns, values, .. } => (rows, columns, values, None),
        Arithmetic::WeightedSum { .. }
        | Arithmetic::Normalised { .. }
        | Arithmetic::Copied { .. }
        | Arithmetic::Pixel => return,
    };
    let seen = board.seen;
    let before = seen.layer.inputs.first().map(|&index| &seen.shown.report.network.layers[index]);
    if let Some(before) = before {
        let name = full_name(before);
        paragraph(ui, &tr_with("layer-window-of", &[("layer", &*name)]), TextRole::Body, theme.mid);
    }
    ui.add_space(2.0);
    let (rows_text, columns_text) = (span(rows), span(columns));
    let words = tr_with("layer-window-cells", &[("rows", &*rows_text), ("columns", &*columns_text)]);
    line(ui, &words, 22.0, TextRole::Caption, theme.low);
    ui.add_space(6.0);
    let count = columns.len().max(1);
    let cell = (ui.available_width() / count as f32).min(CELL);
    let wanted = vec2(ui.available_width(), cell * rows.len() as f32);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let grid = rect.left_part(cell * count as f32);
    let is_signed = before.is_some_and(crate::spec::Layer::is_signed);
    Grid {
        values,
        columns: count,
        range: if is_signed { Range::symmetric(values) } else { Range::zero_to_max(values) },
        colormap: colormap_of(seen.state, is_signed),
        highlight: winner,
    }
    .paint(ui.painter(), grid, theme);
    ui.add_space(size::SPACE_12);
    let count = values.len().to_string();
    match &explanation.arithmetic {
        Arithmetic::Mean { sum, .. } => {
            number_row(ui, theme, &tr_with("layer-window-sum", &[("count", &*count)]), &fixed(*sum, 3));
            ui.add_space(4.0);
            let words = tr_with("layer-window-mean", &[("count", &*count)]);
            result(ui, theme, &words, &fixed(explanation.computed, 3));
        }
        Arithmetic::Largest { .. }
        | Arithmetic::WeightedSum { .. }
        | Arithmetic::Normalised { .. }
        | Arithmetic::Copied { .. }
        | Arithmetic::Pixel => {
            let words = tr_with("layer-window-largest", &[("count", &*count)]);
            result(ui, theme, &words, &fixed(explanation.computed, 3));
        }
    }
}

/// "20 to 22".
fn span(cells: &Cells<usize>) -> String {
    match cells.len() {
        0 | 1 => cells.start.to_string(),
        _ => format!("{}–{}", cells.start, cells.end - 1),
    }
}
