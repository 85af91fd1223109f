//! Values counted in bins.

use crate::session::MapKey;

/// Bars.
pub(super) const BINS: usize = 30;

/// Counts of values.
pub(super) struct Histogram {
    pub(super) map: MapKey,
    pub(super) channel: Option<usize>,
    pub(super) counts: [u32; BINS],
    pub(super) cells: u64,
    pub(super) low: f32,
    pub(super) high: f32,
}
