//! A number on each cell.

use egui::{Align2, Color32, FontId, Rect, Ui, vec2};

use crate::locale::format::{decimals_for, fixed, signed};
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
    let galley = painter.layout_no_wrap(widest, font(LARGEST), Color32::WHITE);
    // Before a class both are as large as the smallest text may be.
    let [smallest, largest] = [SMALLEST, LARGEST].map(|points| font(points).size);
    let points = (largest * (pitch - BETWEEN) / galley.size().x).min(largest);
    // In steps, so that a window whose edge is dragged does not lay out every size.
    let points = (points * 2.0).floor() / 2.0;
    let is_narrow = points < smallest;
    let points = points.max(smallest);
    for (cell, &value) in values.iter().enumerate() {
        if is_narrow && value.abs() < most {
            continue;
        }
        let middle = vec2((cell % side) as f32 + 0.5, (cell / side) as f32 + 0.5) * pitch;
        let at = rect.min + middle;
        let dark = Color32::from_black_alpha(190);
        let words = words(value);
        for offset in [vec2(1.0, 1.0), vec2(-0.5, 1.0), vec2(0.0, -0.8)] {
            painter.text(at + offset, Align2::CENTER_CENTER, &words, font(points), dark);
        }
        painter.text(at, Align2::CENTER_CENTER, words, font(points), Color32::WHITE);
    }
}
