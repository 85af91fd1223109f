//! Rows of controls: a slider with its name and its number, a switch with its name.

use std::ops::RangeInclusive;

use egui::{Align2, Color32, Rect, Response, RichText, Sense, Ui, UiBuilder, pos2, vec2};

use crate::locale::text::tr;
use crate::ui::kit;
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
    let painter = ui.painter();
    let font = TextRole::Body.font();
    let ink = if ui.is_enabled() { theme.mid } else { theme.low };
    painter.text(rect.left_center(), Align2::LEFT_CENTER, &name, font.clone(), ink);
    let words = number(value);
    painter.text(rect.right_center(), Align2::RIGHT_CENTER, words, font, theme.hi);
    let left = rect.left() + rect.width() * NAME;
    let rail = Rect::from_min_max(pos2(left, rect.top()), pos2(rect.right() - NUMBER, rect.bottom()));
    let response = ui
        .scope_builder(UiBuilder::new().max_rect(rail), |ui| {
            ui.spacing_mut().slider_width = rail.width();
            ui.spacing_mut().interact_size.y = HEIGHT;
            kit::slider(ui, theme, &name, &mut value, range)
        })
        .inner;
    let is_held = response.dragged() && !response.drag_started();
    Slid {
        begins: response.drag_started() || (response.changed() && !is_held),
        value: response.changed().then_some(value),
    }
}

/// A switch with its name at the right, at the left end of `rect`.
pub(super) fn switch(ui: &mut Ui, rect: Rect, theme: &Theme, key: &str, is_on: bool) -> Response {
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        let name = tr(key);
        let response = kit::switch(ui, theme, &name, is_on);
        let place = pos2(response.rect.right() + size::SPACE_8, rect.center().y);
        let font = TextRole::Body.font();
        ui.painter().text(place, Align2::LEFT_CENTER, name, font, theme.mid);
        response
    })
    .inner
}

/// Words of a role, on as many lines as they need.
pub(super) fn text(ui: &mut Ui, words: &str, role: TextRole, color: Color32) {
    ui.label(RichText::new(words).font(role.font()).color(color));
}
