//! A depth of the network on a line: which pictures are ready, and which one is looked at.

use egui::{Pos2, Rect, Stroke, StrokeKind, Ui, vec2};

use crate::ui::style::{Theme, size};

/// Filled where the picture of that depth is ready; a handle where it is looked at.
pub(super) fn dot(ui: &Ui, center: Pos2, is_shown: bool, is_ready: bool, theme: &Theme) {
    let painter = ui.painter();
    if is_shown {
        let handle = Rect::from_center_size(center, vec2(18.0, 24.0));
        painter.rect(handle, 5.0, theme.bg3, Stroke::new(size::stroke_focus(), theme.hi), StrokeKind::Inside);
    } else if is_ready {
        painter.circle_filled(center, 5.0, theme.hi);
    } else {
        painter.circle(center, 4.0, theme.bg1, Stroke::new(1.5, theme.low));
    }
}
