//! A chart as one thing for keyboard and screen reader: left and right walk along it, Enter goes deeper.

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo};

use super::{arrows_pressed, enter_pressed, focus_ring, lock_arrows};
use crate::ui::style::{Theme, size};

/// What the keyboard asks of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ChartKeys {
    /// Whether the chart has the focus: then what is selected in it shows its numbers.
    pub has_focus: bool,
    /// Steps to the right; negative to the left.
    pub step: isize,
    /// Whether what is selected is to be opened.
    pub opens: bool,
}

impl ChartKeys {
    /// The place that a step leads to, among `count` places; the first where none is selected.
    pub fn next(self, selected: Option<usize>, count: usize) -> Option<usize> {
        let next = selected.map_or(0, |place| place.saturating_add_signed(self.step));
        (self.step != 0 && count > 0).then(|| next.min(count - 1))
    }
}

/// Makes a chart called `name` focusable; returns what was typed.
pub fn chart_keys(ui: &Ui, rect: Rect, id: Id, name: &str, theme: &Theme) -> ChartKeys {
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::GraphicsObject, ui.is_enabled(), name));
    focus_ring(ui, &response, size::RADIUS_TILE, theme);
    if !response.has_focus() {
        return ChartKeys::default();
    }
    lock_arrows(ui, id);
    ChartKeys { has_focus: true, step: arrows_pressed(ui)[0], opens: enter_pressed(ui) }
}
