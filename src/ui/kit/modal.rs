//! A card over everything else, which alone can be used until it goes.

use egui::{Align, Align2, Area, Frame, Id, Layout, Margin, Order, Ui, Vec2};

use super::{Button, Icon};
use crate::ui::style::{Theme, size};

/// How much of what lies below is covered by the ground's colour.
const VEIL: f32 = 0.7;

/// Shows it in the middle of the window; Tab stays in it.  Returns whether somebody pressed beside it.
pub(in crate::ui) fn modal(ui: &Ui, name: &'static str, theme: &Theme, contents: impl FnOnce(&mut Ui)) -> bool {
    let window = ui.ctx().content_rect();
    let veil = egui::LayerId::new(Order::Middle, Id::unique((name, "veil")));
    ui.ctx().layer_painter(veil).rect_filled(window, 0.0, theme.bg0.gamma_multiply(VEIL));
    let shown = Area::new(Id::unique(name)).order(Order::Foreground).anchor(Align2::CENTER_CENTER, Vec2::ZERO).show(
        ui.ctx(),
        |ui| {
            Frame::new()
                .fill(theme.bg2)
                .stroke(egui::Stroke::new(size::hairline(), theme.line2))
                .corner_radius(size::RADIUS_LESSON)
                .inner_margin(Margin::same(size::SPACE_24 as i8))
                .show(ui, contents);
        },
    );
    ui.memory_mut(|memory| memory.set_modal_layer(shown.response.layer_id));
    let place = shown.response.rect;
    ui.input(|input| {
        let pointer = &input.pointer;
        pointer.primary_pressed() && pointer.interact_pos().is_some_and(|at| !place.contains(at))
    })
}

/// The cross that closes it: the focus is there at first.  Returns whether it was clicked.
pub(in crate::ui) fn cross(ui: &mut Ui, name: &str, theme: &Theme) -> bool {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let button = ui.add(Button::icon(theme, Icon::Close, name));
        if ui.memory(|memory| memory.focused().is_none()) {
            button.request_focus();
        }
        button.clicked()
    })
    .inner
}
