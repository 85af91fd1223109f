//! A patch of the input times a kernel, number by number.

use egui::{Align2, Rect, Sense, Ui, vec2};

use super::super::names::square;
use super::grid::Grid;
use super::{Board, strip};
use crate::analysis::Contribution;
use crate::imaging::Range;
use crate::locale::agree::Product;
use crate::locale::format::signed;
use crate::locale::text::tr_with;
use crate::ui::kit::{Area, write};
use crate::ui::look::colormap_of;
use crate::ui::style::{TextRole, Theme, is_projected};

/// Side of patch and kernel, points; in a low card.
const GRID: [f32; 2] = [108.0, 86.0];
/// The same before a class.
const LARGE_GRID: f32 = 150.0;

/// Patch times kernel; the product under the pointer, else the sum of all.
pub(super) fn products(ui: &mut Ui, chosen: &Contribution, kernel: usize, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let side = match is_projected() {
        true => LARGE_GRID,
        false => GRID[usize::from(board.is_short)],
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), side + 22.0), Sense::hover());
    let row = rect.top_part(side);
    let (left, right) = (row.left_part(side), row.right_part(side));
    let (patch_range, is_signed) = input_range(board, &chosen.patch);
    let hovered = response.hover_pos();
    let mut grid = Grid {
        values: &chosen.patch,
        columns: kernel,
        range: patch_range,
        colormap: colormap_of(board.seen.state, is_signed),
        highlight: None,
    };
    let index = hovered.and_then(|pos| grid.at(left, pos).or_else(|| grid.at(right, pos)));
    grid.highlight = index;
    let painter = ui.painter();
    grid.paint(painter, left, theme);
    Grid {
        values: &chosen.kernel,
        columns: kernel,
        range: Range::symmetric(&chosen.kernel),
        colormap: colormap_of(board.seen.state, true),
        highlight: index,
    }
    .paint(painter, right, theme);
    write(painter, row, Align2::CENTER_CENTER, "×", TextRole::RowNumber, theme.mid);
    let caption = |grid: Rect, key: &str| {
        let words = tr_with(key, &[("size", &*square(kernel))]);
        // The last column has a gap behind it.
        let place = grid.without_right(2.0).beneath(4.0, 18.0);
        write(painter, place, Align2::CENTER_CENTER, &words, TextRole::Tick, theme.low);
    };
    caption(left, "layer-patch");
    caption(right, "layer-kernel");
    ui.add_space(6.0);
    match index {
        Some(index) => {
            equation(ui, chosen.patch[index], chosen.kernel[index], theme);
        }
        None => {
            let count = chosen.patch.len().to_string();
            let words = tr_with("layer-products", &[("count", &*count)]);
            strip(ui, theme, &words, &signed(chosen.sum, 3));
        }
    }
}

/// The scale of the layer that is read, and whether it can be negative.
fn input_range(board: &Board<'_, '_>, patch: &[f32]) -> (Range, bool) {
    let report = &board.seen.shown.report;
    let before = board.seen.layer.inputs.first().map(|&index| &report.network.layers[index]);
    match before {
        Some(layer) if layer.is_signed() => (Range::symmetric(patch), true),
        _ => (Range::zero_to_max(patch), false),
    }
}

/// "3.14 × +0.054", "+0.170".
fn equation(ui: &mut Ui, value: f32, weight: f32, theme: &Theme) {
    let product = Product::new([value, weight].map(f64::from), 3);
    let factors = format!("{} × {}", product.first(), product.second());
    strip(ui, theme, &factors, &product.result());
}

/// The one product of a 1x1.
pub(super) fn product(ui: &mut Ui, chosen: &Contribution, theme: &Theme) {
    if let (Some(&value), Some(&weight)) = (chosen.patch.first(), chosen.kernel.first()) {
        equation(ui, value, weight, theme);
    }
}
