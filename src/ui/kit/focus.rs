//! The ring around what the keyboard is talking to.

use egui::style::ScrollAnimation;
use egui::{Response, Stroke, StrokeKind, Ui};

use crate::ui::style::{Theme, size};

/// Scrolls to a control when the focus comes to it.  Needed where a control out of sight is not painted; [`focus_ring`] does
/// it too.
pub fn scroll_to_focus(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me_animation(None, ScrollAnimation::none());
    }
}

/// Draws the focus ring around a control that has the focus, and scrolls there when the focus comes; `radius` is the
/// control's corner radius in points.
pub fn focus_ring(ui: &Ui, response: &Response, radius: f32, theme: &Theme) {
    if !response.has_focus() {
        return;
    }
    scroll_to_focus(response);
    // A control that fills a scroll area or the window has its ring at their edge, where it is not cut off.
    let room = size::FOCUS_OFFSET + size::stroke_focus();
    let clip = ui.clip_rect().expand(room).intersect(ui.ctx().content_rect());
    let ring = response.rect.expand(size::FOCUS_OFFSET).intersect(clip.shrink(size::stroke_focus()));
    let mut painter = ui.painter().clone();
    painter.set_clip_rect(clip);
    painter.rect_stroke(
        ring,
        radius + size::FOCUS_OFFSET,
        Stroke::new(size::stroke_focus(), theme.hi),
        StrokeKind::Outside,
    );
}
