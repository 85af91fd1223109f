//! A chart as one thing for keyboard and screen reader: left and right walk along it.

use egui::{EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo};

use super::focus_ring;
use crate::ui::theme::{Theme, size};

/// Makes a chart called `name` focusable; returns the direction an arrow key asks for, -1 or 1, while it has the focus.
pub fn chart_keys(ui: &Ui, rect: Rect, id: Id, name: &str, theme: &Theme) -> Option<isize> {
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::GraphicsObject, ui.is_enabled(), name));
    focus_ring(ui, &response, size::RADIUS_TILE, theme);
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        horizontal_arrows: true,
        ..Default::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowRight) {
        return Some(1);
    }
    pressed(Key::ArrowLeft).then_some(-1)
}
