//! The ring around what the keyboard is talking to.

use egui::{Response, Stroke, StrokeKind, Ui};

use crate::ui::theme::{Theme, size};

/// Draws the focus ring around a control that has the focus; `radius` is the control's corner radius in points.
pub fn focus_ring(ui: &Ui, response: &Response, radius: f32, theme: &Theme) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.expand(size::FOCUS_OFFSET),
            radius + size::FOCUS_OFFSET,
            Stroke::new(size::stroke_focus(), theme.hi),
            StrokeKind::Outside,
        );
    }
}
