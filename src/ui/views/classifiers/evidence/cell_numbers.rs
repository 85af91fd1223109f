//! A number on each cell.

use egui::{Align2, Color32, FontId, Rect, Ui, Vec2, vec2};

use crate::locale::format::{decimals_for, fixed, signed};
use crate::ui::kit::{cell_in, width_of, write_sized};
use crate::ui::style::Weight;

/// Smallest text on a cell, points.
const SMALLEST: f32 = 9.0;
/// Between the numbers of neighbouring cells, points.
const BETWEEN: f32 = 8.0;
/// Largest.
const LARGEST: f32 = 13.0;

/// White with a dark shadow, as large as the widest number allows; where it would be too small to read, on the strongest cell
/// alone: the others say theirs when pointer or keyboard are there.
pub(in crate::ui) fn numbers(ui: &Ui, rect: Rect, side: usize, values: &[f64], is_signed: bool) {
    let pitch = rect.width() / side as f32;
    let most = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    let decimals = decimals_for(most).clamp(1, 2);
    let words = |value: f64| match is_signed {
        true => signed(value, decimals),
        false => fixed(value, decimals),
    };
    let painter = ui.painter();
    let font = |points: f32| -> FontId { Weight::SemiBold.size(points) };
    let widest = words(if is_signed { -most } else { most });
    let width = width_of(painter, &widest, font(LARGEST));
    // Before a class both are as large as the smallest text may be.
    let [smallest, largest] = [SMALLEST, LARGEST].map(|points| font(points).size);
    let points = (largest * (pitch - BETWEEN) / width).min(largest);
    // In steps, so that a window whose edge is dragged does not lay out every size.
    let points = (points * 2.0).floor() / 2.0;
    let is_narrow = points < smallest;
    let points = points.max(smallest);
    for (cell, &value) in values.iter().enumerate() {
        if is_narrow && value.abs() < most {
            continue;
        }
        let place = cell_in(rect, cell, side, Vec2::splat(pitch));
        let words = words(value);
        let write = |place, ink| write_sized(painter, place, Align2::CENTER_CENTER, &words, font(points), ink);
        for offset in [vec2(1.0, 1.0), vec2(-0.5, 1.0), vec2(0.0, -0.8)] {
            write(place.translate(offset), Color32::from_black_alpha(190));
        }
        write(place, Color32::WHITE);
    }
}
