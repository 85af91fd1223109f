//! A point for each layer that multiplies.

use super::super::layers::rows;
use super::super::measure::Measure;
use crate::analysis::peak::Peak;
use crate::ui::style::Hue;
use crate::ui::views::cost::context::CostContext;
use crate::ui::views::layer::names::hue;

/// A layer: how much it does for each byte, and how fast.
pub(super) struct Point {
    /// Position in the network.
    pub index: usize,
    pub name: String,
    pub hue: Hue,
    /// Floating-point operations for each byte of its least traffic.
    pub intensity: f64,
    /// Billions of floating-point operations a second, achieved.
    pub gflops: f64,
}

impl Point {
    /// Which share of what it could reach at most it reaches; more than 1 where its data came from the caches.
    pub fn share_of_roof(&self, peak: &Peak) -> f64 {
        self.gflops / peak.roof_gflops(self.intensity)
    }
}

/// In the order of the network.
pub(super) fn points(shown: &CostContext<'_>) -> Vec<Point> {
    let point = |index: usize| {
        let layer = &shown.facts.network.layers[index];
        Some(Point {
            index,
            name: rows::name(layer, index),
            hue: hue(layer),
            intensity: layer.intensity(),
            gflops: rows::value(shown, index, Measure::Speed)?,
        })
    };
    rows::shown_layers(shown).into_iter().filter_map(point).collect()
}
