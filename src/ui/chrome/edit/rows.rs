//! Rows of controls: a slider with its name and its number, a switch with its name.

use std::ops::RangeInclusive;

use egui::{Align2, Color32, Rect, Response, RichText, Sense, Ui, vec2};

use crate::locale::text::tr;
use crate::ui::kit::{self, Area, within, write};
use crate::ui::style::{TextRole, Theme, size};

/// Height of a row, points.
const HEIGHT: f32 = 28.0;
/// Width of the number at the right, points.
const NUMBER: f32 = 58.0;
/// The name takes this share of the row.
const NAME: f32 = 0.34;

/// What became of a slider in this frame.
pub(super) struct Slid {
    /// Where it stands now, if it moved.
    pub value: Option<f32>,
    /// Whether a movement of the hand, or a press of a key, began.
    pub begins: bool,
}

/// A slider called by the text of `key`; `number` writes its value.
pub(super) fn slider(
    ui: &mut Ui,
    theme: &Theme,
    key: &str,
    mut value: f32,
    range: RangeInclusive<f32>,
    number: impl Fn(f32) -> String,
) -> Slid {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let name = tr(key);
    let ink = if ui.is_enabled() { theme.mid } else { theme.low };
    write(ui.painter(), rect, Align2::LEFT_CENTER, &name, TextRole::Body, ink);
    write(ui.painter(), rect, Align2::RIGHT_CENTER, &number(value), TextRole::Body, theme.hi);
    let rail = rect.without_left(rect.width() * NAME).without_right(NUMBER);
    let response = within(ui, rail, |ui| {
        ui.spacing_mut().slider_width = rail.width();
        ui.spacing_mut().interact_size.y = HEIGHT;
        kit::slider(ui, theme, &name, &mut value, range)
    });
    let is_held = response.dragged() && !response.drag_started();
    Slid {
        begins: response.drag_started() || (response.changed() && !is_held),
        value: response.changed().then_some(value),
    }
}

/// A switch with its name at the right, at the left end of `rect`.
pub(super) fn switch(ui: &mut Ui, rect: Rect, theme: &Theme, key: &str, is_on: bool) -> Response {
    within(ui, rect, |ui| {
        let name = tr(key);
        let response = kit::switch(ui, theme, &name, is_on);
        let beside = rect.with_min_x(response.rect.right() + size::SPACE_8);
        write(ui.painter(), beside, Align2::LEFT_CENTER, &name, TextRole::Body, theme.mid);
        response
    })
}

/// Words of a role, on as many lines as they need.
pub(super) fn text(ui: &mut Ui, words: &str, role: TextRole, color: Color32) {
    ui.label(RichText::new(words).font(role.font()).color(color));
}
