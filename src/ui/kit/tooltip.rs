//! What appears while the pointer rests on something, or the keyboard is there.

use egui::{Frame, Margin, Popup, Response, RichText, Stroke, Tooltip, Ui};

use crate::ui::style::{Theme, size};

/// Shows `content` (two lines at most) while the pointer rests on an enabled widget, or the widget has the focus.
pub fn tooltip(response: &Response, theme: &Theme, content: impl FnOnce(&mut Ui)) {
    tooltip_of(response, response.has_focus(), theme, content);
}

/// The same for a part of a whole that takes the focus for it: `is_current` says whether the keyboard is at this part.
pub fn tooltip_of(response: &Response, is_current: bool, theme: &Theme, content: impl FnOnce(&mut Ui)) {
    let mut content = Some(content);
    show(response, is_current, theme, &mut |ui| {
        if let Some(content) = content.take() {
            content(ui);
        }
    });
}

/// egui gives menus and tooltips one fill; ours lie one level higher, so they bring their own frame.
///
/// Contents come as one type, so that egui's popup is compiled once for all of them and not once for each.
fn show(response: &Response, is_current: bool, theme: &Theme, content: &mut dyn FnMut(&mut Ui)) {
    // A menu that is open has the word.
    let is_current = is_current && !Popup::is_any_open(&response.ctx);
    let mut tooltip =
        if is_current && response.enabled() { Tooltip::for_widget(response) } else { Tooltip::for_enabled(response) };
    tooltip.popup = tooltip.popup.frame(frame(theme));
    tooltip.show(content);
}

/// Says why something cannot be used: while the pointer rests on it, and to a screen reader.
pub fn why_disabled(response: &Response, theme: &Theme, reason: &str) {
    if response.enabled() {
        return;
    }
    let describe = |node: &mut egui::accesskit::Node| node.set_description(reason);
    response.ctx.accesskit_node_builder(response.id, describe);
    let mut tooltip = Tooltip::for_disabled(response);
    tooltip.popup = tooltip.popup.frame(frame(theme));
    tooltip.show(|ui| ui.label(RichText::new(reason).color(theme.hi)));
}

fn frame(theme: &Theme) -> Frame {
    Frame::new()
        .fill(theme.bg3)
        .stroke(Stroke::new(size::hairline(), theme.line2))
        .corner_radius(size::RADIUS_CARD)
        .inner_margin(Margin::symmetric(size::SPACE_12 as i8, size::SPACE_8 as i8))
}
