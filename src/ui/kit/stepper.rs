//! Two small buttons: the one before, the next.

use egui::{Align, Layout, Rect, Ui, UiBuilder};

use super::{Button, Icon};
use crate::ui::style::{Theme, size};

/// Shows both at the right end of `rect`, named `previous` and `next`; returns the step that was asked for: -1, 0 or 1.
pub fn stepper(ui: &mut Ui, rect: Rect, theme: &Theme, [previous, next]: [&str; 2]) -> isize {
    let layout = Layout::right_to_left(Align::Center);
    let builder = UiBuilder::new().max_rect(rect).layout(layout);
    let stepped = ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_4;
        let mut is_clicked = |icon, name| ui.add(Button::icon(theme, icon, name)).clicked();
        let next = is_clicked(Icon::ChevronRight, next);
        let previous = is_clicked(Icon::ChevronLeft, previous);
        isize::from(next) - isize::from(previous)
    });
    stepped.inner
}
