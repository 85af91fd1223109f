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

/// A slider that rests at `count` stops, 0 to `count` - 1; an arrow key goes to the next.
pub fn stops(ui: &mut Ui, theme: &Theme, name: &str, stop: &mut usize, count: usize) -> Response {
    let range = 0..=count.saturating_sub(1);
    let response = ui.add(Slider::new(stop, range).step_by(1.0).show_value(false)).accessible_name(name);
    focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
    response
}
