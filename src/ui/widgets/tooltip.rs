//! What appears while the pointer rests on something.

use egui::{Frame, Margin, Response, Stroke, Tooltip, Ui};

use crate::ui::theme::{Theme, size};

/// Shows `content` (two lines at most) while the pointer rests on an enabled widget.
///
/// egui gives menus and tooltips one fill; ours lie one level higher, so they bring their own frame.
pub fn tooltip(response: &Response, theme: &Theme, content: impl FnOnce(&mut Ui)) {
    let frame = Frame::new()
        .fill(theme.bg3)
        .stroke(Stroke::new(size::hairline(), theme.line2))
        .corner_radius(size::RADIUS_CARD)
        .inner_margin(Margin::symmetric(size::SPACE_12 as i8, size::SPACE_8 as i8));
    let mut tooltip = Tooltip::for_enabled(response);
    tooltip.popup = tooltip.popup.frame(frame);
    tooltip.show(content);
}
