//! A chart of our own: values in, points on screen out; lines at values with their numbers beside them, curves and dots.

use egui::{Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, lerp, pos2, remap};

use super::plot::number_beside;
use crate::ui::style::{TextRole, Theme, size};

/// Which values lie where in a chart; up is more, right is more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axes {
    /// Where the chart lies, without the numbers around it.
    pub chart: Rect,
    /// Values at the left and at the right edge.
    pub x: [f32; 2],
    /// Values at the lower and at the upper edge.
    pub y: [f32; 2],
}

impl Axes {
    /// A chart with the values at its edges: left and right, lower and upper.
    #[must_use]
    pub fn new(chart: Rect, x: [f32; 2], y: [f32; 2]) -> Self {
        Self { chart, x, y }
    }

    /// A chart of shares, from 0 to 1 both ways.
    #[must_use]
    pub fn of_shares(chart: Rect) -> Self {
        Self::new(chart, [0.0, 1.0], [0.0, 1.0])
    }

    /// Where a value of the horizontal axis lies, points.
    #[must_use]
    pub fn x_of(&self, value: f32) -> f32 {
        along(value, self.x, [self.chart.left(), self.chart.right()])
    }

    /// Where a value of the vertical axis lies, points.
    #[must_use]
    pub fn y_of(&self, value: f32) -> f32 {
        along(value, self.y, [self.chart.bottom(), self.chart.top()])
    }

    /// Where a pair of values lies.
    #[must_use]
    pub fn at(&self, x: f32, y: f32) -> Pos2 {
        pos2(self.x_of(x), self.y_of(y))
    }

    /// The value of the horizontal axis at a place on screen, within the chart.
    #[must_use]
    pub fn x_at(&self, place: Pos2) -> f32 {
        let share = ((place.x - self.chart.left()) / self.chart.width()).clamp(0.0, 1.0);
        lerp(self.x[0]..=self.x[1], share)
    }

    /// A line across the chart at a value.
    pub fn level(&self, painter: &Painter, value: f32, ink: Color32) {
        painter.hline(self.chart.x_range(), self.y_of(value), Stroke::new(size::hairline(), ink));
    }

    /// A line across the chart at a value, and the number left of it.
    pub fn named_level(&self, painter: &Painter, value: f32, number: &str, theme: &Theme) {
        self.level(painter, value, theme.line);
        number_beside(painter, self.chart, self.y_of(value), number, theme);
    }

    /// A line down the chart at a value.
    pub fn upright(&self, painter: &Painter, value: f32, ink: Color32) {
        painter.vline(self.x_of(value), self.chart.y_range(), Stroke::new(size::hairline(), ink));
    }

    /// A number so far below the chart at a value of the horizontal axis; returns where it lies.
    pub fn below(&self, painter: &Painter, value: f32, gap: f32, number: &str, anchor: Align2, ink: Color32) -> Rect {
        let place = pos2(self.x_of(value), self.chart.bottom() + gap);
        painter.text(place, anchor, number, TextRole::Tick.font(), ink)
    }

    /// Where the points of a curve lie.
    pub fn points(&self, values: impl IntoIterator<Item = [f32; 2]>) -> Vec<Pos2> {
        values.into_iter().map(|[x, y]| self.at(x, y)).collect()
    }

    /// A curve through values.
    pub fn curve(&self, painter: &Painter, values: impl IntoIterator<Item = [f32; 2]>, stroke: Stroke) {
        painter.add(Shape::line(self.points(values), stroke));
    }

    /// The same in dashes: what is guessed, expected or of something else.
    pub fn dashed(&self, painter: &Painter, values: impl IntoIterator<Item = [f32; 2]>, stroke: Stroke) {
        painter.extend(Shape::dashed_line(&self.points(values), stroke, 4.0, 3.0));
    }

    /// A dot at a pair of values.
    pub fn dot(&self, painter: &Painter, [x, y]: [f32; 2], radius: f32, fill: Color32) {
        painter.circle_filled(self.at(x, y), radius, fill);
    }
}

/// Where a value lies between two edges, points; on an axis whose ends are one value all lies at its beginning.
fn along(value: f32, [from, to]: [f32; 2], [start, end]: [f32; 2]) -> f32 {
    if from == to { start } else { remap(value, from..=to, start..=end) }
}
