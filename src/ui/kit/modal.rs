//! A card over everything else, which alone can be used until it goes.

use egui::{Align2, Area, Frame, Id, Margin, Order, Ui, Vec2};

use crate::ui::style::{Theme, size};

/// How much of what lies below is covered by the ground's colour.
const VEIL: f32 = 0.7;

/// Shows it in the middle of the window; Tab stays in it.
pub(in crate::ui) fn modal(ui: &Ui, name: &'static str, theme: &Theme, contents: impl FnOnce(&mut Ui)) {
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
}
