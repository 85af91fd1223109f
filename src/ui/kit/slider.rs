//! A slider without a number of its own.

use std::ops::RangeInclusive;

use egui::{Response, Slider, Ui};

use super::focus_ring;
use crate::ui::style::{Theme, size};

/// Shows a slider called `name` (for screen readers), as wide as the spacing says; arrow keys move it while it has the focus.
pub fn slider(ui: &mut Ui, theme: &Theme, name: &str, value: &mut f32, range: RangeInclusive<f32>) -> Response {
    let response = ui.add(Slider::new(value, range).show_value(false)).accessible_name(name);
    focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
    response
}
