//! A switch: on or off, at once.

use egui::{Color32, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::focus_ring;
use crate::ui::style::{Theme, size};

/// Width and height of the track, points.
const TRACK: egui::Vec2 = vec2(46.0, 24.0);

/// Shows a switch called `name` (for screen readers); `clicked()` of the response means that the other state is wanted.
pub fn switch(ui: &mut Ui, theme: &Theme, name: &str, is_on: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(TRACK.x, size::HIT_TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), is_on, name));
    let track = egui::Rect::from_center_size(rect.center(), TRACK);
    let radius = TRACK.y / 2.0;
    let (fill, border, knob): (Color32, Color32, Color32) = match (is_on, response.hovered()) {
        (true, _) => (theme.hi, theme.hi, theme.inv),
        (false, true) => (theme.bg3, theme.mid, theme.hi),
        (false, false) => (theme.track, theme.line2, theme.mid),
    };
    let stroke = Stroke::new(size::hairline(), border);
    let painter = ui.painter();
    painter.rect(track, radius, fill, stroke, StrokeKind::Inside);
    let x = if is_on { track.right() - radius } else { track.left() + radius };
    painter.circle_filled(pos2(x, track.center().y), radius - 4.0, knob);
    focus_ring(ui, &response, radius, theme);
    response
}
