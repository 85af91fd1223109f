//! What says whether maps share a scale of their colours, and changes it.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Align, Color32, Galley, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::focus_ring;
use crate::locale::text::tr;
use crate::ui::style::{TextRole, Theme, size};

/// Room around the words, points.
const PADDING: f32 = 5.0;

/// Height of the switch where it is so many points wide.
pub fn scale_switch_height(ui: &Ui, width: f32, words: String) -> f32 {
    laid_out(ui, width, words).size().y + 2.0 * PADDING
}

fn laid_out(ui: &Ui, width: f32, words: String) -> Arc<Galley> {
    let room = width - 2.0 * PADDING;
    let mut job = LayoutJob::simple(words, TextRole::Tick.font(), Color32::PLACEHOLDER, room);
    job.halign = Align::Center;
    ui.painter().layout_job(job)
}

/// Shows in words which scale maps have; a click asks for the other one.  The words take more height than `rect` has where
/// they need it, upwards.
pub fn scale_switch(ui: &mut Ui, rect: Rect, theme: &Theme, words: String, is_shared: bool) -> bool {
    let galley = laid_out(ui, rect.width(), words);
    let height = (galley.size().y + 2.0 * PADDING).max(rect.height());
    let plate = rect.with_min_y(rect.bottom() - height);
    let response = ui.interact(plate, ui.scope_id().with("scale-of-maps"), Sense::click());
    let name = tr("maps-scale-name");
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), is_shared, &name));
    let (fill, border) = match (is_shared, response.hovered()) {
        (true, _) => (theme.bg3, theme.mid),
        (false, true) => (theme.bg3, theme.line2),
        (false, false) => (theme.bg2, theme.line),
    };
    let painter = ui.painter();
    painter.rect(plate, size::RADIUS_BUTTON, fill, Stroke::new(size::hairline(), border), StrokeKind::Inside);
    let ink = if is_shared || response.hovered() { theme.hi } else { theme.mid };
    // A galley in the middle is laid out around its own middle.
    let top = plate.center() - vec2(0.0, galley.size().y / 2.0);
    painter.galley(top, galley, ink);
    focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
    response.clicked()
}
