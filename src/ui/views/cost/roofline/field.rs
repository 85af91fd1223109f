//! Where both axes of the roofline lie.

use egui::{Pos2, Rect};

use super::super::axis::Axis;
use super::points::Point;
use crate::analysis::peak::Peak;
use crate::ui::kit::{Area, Axes};
use crate::ui::style::size;

/// Room for the numbers at the left and below, points.
const LEFT: f32 = 40.0;
const BELOW: f32 = 40.0;
/// Room for what the numbers at the left count, above them, points.
const ABOVE: f32 = 22.0;

/// Where both axes lie.
pub(super) struct Field {
    /// With the numbers around it.
    pub around: Rect,
    /// Where the points lie.
    pub rect: Rect,
    pub x: Axis,
    pub y: Axis,
}

/// A number and room on both sides of its dot.
fn around(value: f64) -> [f64; 2] {
    [value / 1.3, value * 1.3]
}

impl Field {
    pub fn new(rect: Rect, peak: &Peak, points: &[Point]) -> Self {
        let speeds = points.iter().map(|point| point.gflops);
        // The ridge, where both roofs meet, is always in sight.
        let ridge = peak.gflops / peak.gigabytes_per_second;
        let intensities = points.iter().map(|point| point.intensity);
        Self {
            around: rect,
            rect: rect.without_left(LEFT).without_top(ABOVE).without_right(size::SPACE_8).without_bottom(BELOW),
            x: Axis::new(intensities.chain([ridge]).flat_map(around), true, 0),
            y: Axis::new(speeds.chain([peak.gflops]).flat_map(around), true, 0),
        }
    }

    pub fn at(&self, intensity: f64, gflops: f64) -> Pos2 {
        let [x, y] = self.shares(intensity, gflops);
        self.axes().at(x as f32, y as f32)
    }

    /// Both axes as shares of what they span.
    pub fn axes(&self) -> Axes {
        Axes::of_shares(self.rect)
    }

    pub fn shares(&self, intensity: f64, gflops: f64) -> [f64; 2] {
        [self.x.share(intensity), self.y.share(gflops)]
    }

    /// The corners of the roof from left to right.
    pub fn roof(&self, peak: &Peak) -> Vec<[f64; 2]> {
        let ridge = peak.gflops / peak.gigabytes_per_second;
        let start = self.x.low().max(self.y.low() / peak.gigabytes_per_second);
        let end = self.x.high();
        let corners = [start, ridge, end];
        let corner = |x: &f64| self.shares(*x, peak.roof_gflops(*x));
        corners.iter().map(corner).collect()
    }
}
