//! A few numbers as coloured cells.

use egui::{Align2, Color32, Painter, Pos2, Rect, Stroke, StrokeKind, vec2};

use crate::imaging::{Colormap, Range};
use crate::locale::format::{fixed, signed};
use crate::ui::kit::heatmap_tile::cell_at;
use crate::ui::kit::paint::ink_on;
use crate::ui::kit::{Area, cell_in, width_of, write};
use crate::ui::style::{TextRole, Theme, size};

/// Narrowest cell whose number may be printed, points.
const PRINTED: f32 = 24.0;
/// Gap between cells that are large enough for one.
const GAP: f32 = 2.0;

/// Numbers in rows and columns, with the colours they have.
pub(super) struct Grid<'a> {
    pub values: &'a [f32],
    pub columns: usize,
    pub range: Range,
    pub colormap: Colormap,
    /// A cell with an outline.
    pub highlight: Option<usize>,
}

impl Grid<'_> {
    fn rows(&self) -> usize {
        self.values.len().div_ceil(self.columns.max(1))
    }

    /// Draws the cells; `rect` is as wide and high as all of them.
    pub fn paint(&self, painter: &Painter, rect: Rect, theme: &Theme) {
        let pitch = vec2(rect.width() / self.columns as f32, rect.height() / self.rows() as f32);
        let gap = if pitch.x >= 12.0 { GAP } else { 0.0 };
        let print = self.printed(painter, pitch.x - gap);
        for (index, &value) in self.values.iter().enumerate() {
            let cell = cell_in(rect, index, self.columns, pitch).without_right(gap).without_bottom(gap);
            let [red, green, blue] = self.colormap.color(self.range.normalize(value));
            let fill = Color32::from_rgb(red, green, blue);
            painter.rect_filled(cell, if gap > 0.0 { 2.0 } else { 0.0 }, fill);
            if let Some(print) = print {
                let ink = ink_on(fill);
                write(painter, cell, Align2::CENTER_CENTER, &print(value), TextRole::Navigation, ink);
            }
            if self.highlight == Some(index) {
                let stroke = Stroke::new(size::stroke_selection(), theme.hi);
                painter.rect_stroke(cell, 2.0, stroke, StrokeKind::Outside);
            }
        }
    }

    /// The cell under a position.
    pub fn at(&self, rect: Rect, position: Pos2) -> Option<usize> {
        let [column, row] = cell_at(rect, position, [self.columns, self.rows()])?;
        Some(row * self.columns + column).filter(|&index| index < self.values.len())
    }

    /// How the numbers are printed into cells so wide: with as many decimals as all of them have room for, if they have any.
    fn printed(&self, painter: &Painter, width: f32) -> Option<fn(f32) -> String> {
        let ways: [fn(f32) -> String; 2] = match self.colormap.is_diverging() {
            true => [weight, brief_weight],
            false => [short, brief],
        };
        let fits = |print: &fn(f32) -> String| {
            let font = TextRole::Navigation.font();
            self.values.iter().all(|value| width_of(painter, &print(*value), font.clone()) <= width - GAP)
        };
        // Cells that could never hold one are not measured.
        let is_large = width >= PRINTED;
        ways.into_iter().find(|print| is_large && fits(print))
    }
}

/// Three digits at most: "4.13", "12.6".
fn short(value: f32) -> String {
    let decimals = match value.abs() {
        ..9.995 => 2,
        ..99.95 => 1,
        _ => 0,
    };
    fixed(f64::from(value), decimals)
}

/// Two digits: "4.1", "13".
fn brief(value: f32) -> String {
    fixed(f64::from(value), if value.abs() < 9.95 { 1 } else { 0 })
}

/// The same with its sign and without the zero before its point: "+.1", "−1.2".
fn brief_weight(value: f32) -> String {
    signed(f64::from(value), if value.abs() < 9.95 { 1 } else { 0 }).replacen("0.", ".", 1)
}

/// A signed number without the zero before its point: "+.05", "−1.2".
pub(super) fn weight(value: f32) -> String {
    let decimals = if value.abs() < 0.995 { 2 } else { 1 };
    signed(f64::from(value), decimals).replacen("0.", ".", 1)
}
