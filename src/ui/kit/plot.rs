//! Plots that only draw: whoever shows one says what can be pointed at.

use std::ops::RangeInclusive;

use egui::{Align2, AsIdSalt, Painter, Rect, Sense, Vec2b, pos2, vec2};
use egui_plot::{GridMark, Plot};

use crate::ui::style::{TextRole, Theme};

/// A plot without axes and grid that fills `chart`, shows what it is given and never moves.
pub fn plain_plot<'a>(id: impl AsIdSalt, chart: Rect) -> Plot<'a> {
    Plot::new(id)
        .width(chart.width())
        .height(chart.height())
        .sense(Sense::hover())
        .show_axes(false)
        .show_background(false)
        .show_crosshair(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .grid_fade(0.0)
        .set_margin_fraction(vec2(0.0, 0.0))
}

/// The same with horizontal lines at `lines`, which are `step` apart, over `x` and `y`.
pub fn plot<'a>(
    id: impl AsIdSalt,
    chart: Rect,
    [x, y]: [RangeInclusive<f64>; 2],
    (lines, step): (Vec<f64>, f64),
    theme: &Theme,
) -> Plot<'a> {
    let mark = move |value: &f64| GridMark { value: *value, step_size: step };
    plain_plot(id, chart)
        .show_grid(Vec2b::new(false, true))
        .grid_color(theme.line)
        .y_grid_spacer(move |_| lines.iter().map(mark).collect())
        .default_x_bounds(*x.start(), *x.end())
        .default_y_bounds(*y.start(), *y.end())
}

/// Between a chart's edge and the numbers there, points.
const GAP: f32 = 6.0;

/// The number of one of a plot's lines, left of the plot; `y` is where the plot's transform puts the line, points.
pub fn number_beside(painter: &Painter, chart: Rect, y: f32, number: &str, theme: &Theme) {
    painter.text(pos2(chart.left() - GAP, y), Align2::RIGHT_CENTER, number, TextRole::Tick.font(), theme.low);
}
