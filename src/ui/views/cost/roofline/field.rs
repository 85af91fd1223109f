//! Where both axes of the roofline lie.

use egui::{Pos2, Rect, pos2, vec2};

use super::super::axis::Axis;
use super::points::Point;
use crate::analysis::peak::Peak;
use crate::ui::style::size;

/// Room for the numbers at the left and below, points.
pub(super) const LEFT: f32 = 40.0;
const BELOW: f32 = 40.0;
pub(super) const ABOVE: f32 = 22.0;
/// Where both axes lie.
pub(super) struct Field {
    pub rect: Rect,
    pub x: Axis,
    pub y: Axis,
}

impl Field {
    pub fn new(rect: Rect, peak: &Peak, points: &[Point]) -> Self {
        let speeds = points.iter().map(|point| point.gflops);
        // The ridge, where both roofs meet, is always in sight.
        let ridge = peak.gflops / peak.gigabytes_per_second;
        let intensities = points.iter().map(|point| point.intensity);
        Self {
            rect: Rect::from_min_max(rect.min + vec2(LEFT, ABOVE), rect.max - vec2(size::SPACE_8, BELOW)),
            x: Axis::new(intensities.chain([ridge]).map(|value| value * 1.3), true, 0),
            y: Axis::new(speeds.chain([peak.gflops * 1.3]), true, 0),
        }
    }

    pub fn at(&self, intensity: f64, gflops: f64) -> Pos2 {
        let (x, y) = (self.x.share(intensity) as f32, self.y.share(gflops) as f32);
        pos2(self.rect.left() + x * self.rect.width(), self.rect.bottom() - y * self.rect.height())
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
