//! Which numbers a colour bar spans.

use super::colormap::Colormap;

/// The share of a layer's values a shared range covers; the few above it are clipped.
pub const SHARED_PERCENTILE: f64 = 0.998;

/// Ends further out than this are pulled in, so that their distance stays a number.
const LARGEST_END: f32 = 1e38;

/// The numbers shown by the two ends of a colormap: always finite, `min < max`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    min: f32,
    max: f32,
}

impl Range {
    /// From `min` to `max`.  Ends that are not finite count as 0; where `max` is not above `min`
    /// (a map that is the same everywhere) it is put 1 above.
    pub fn new(min: f32, max: f32) -> Self {
        let tame = |end: f32| {
            if end.is_finite() { end.clamp(-LARGEST_END, LARGEST_END) } else { 0.0 }
        };
        let (min, max) = (tame(min), tame(max));
        if max > min {
            return Self { min, max };
        }
        // Beside a huge number, 1 more is the same number.
        Self { min, max: min + (min.abs() * 1e-3).max(1.0) }
    }

    /// 0 to the largest value, for values that cannot be negative.
    pub fn zero_to_max(values: &[f32]) -> Self {
        Self::new(0.0, finite(values).fold(0.0, f32::max))
    }

    /// Smallest to largest value.
    pub fn min_to_max(values: &[f32]) -> Self {
        let min = finite(values).fold(f32::INFINITY, f32::min);
        Self::new(min, finite(values).fold(f32::NEG_INFINITY, f32::max))
    }

    /// As far below 0 as above it: ± the largest absolute value.  0 lies in the middle.
    pub fn symmetric(values: &[f32]) -> Self {
        let largest = finite(values).fold(0.0, |largest: f32, value| largest.max(value.abs()));
        let largest = if largest > 0.0 { largest } else { 1.0 };
        Self::new(-largest, largest)
    }

    /// 0 to the [`SHARED_PERCENTILE`] of all values, so that one hot cell does not darken a layer;
    /// in a layer so silent that this is 0, to the largest value.
    pub fn shared(values: &[f32]) -> Self {
        match percentile(values, SHARED_PERCENTILE) {
            Some(top) if top > 0.0 => Self::new(0.0, top),
            Some(_) | None => Self::zero_to_max(values),
        }
    }

    /// What a heatmap spans: from 0, or as far below it as above.  Of many cells the few that outshine all others share the end.
    pub fn of_heatmap(values: &[f32], is_signed: bool) -> Self {
        const MANY: usize = 1000;
        let sizes = || values.iter().map(|value| value.abs()).collect::<Vec<f32>>();
        match (is_signed, values.len() > MANY) {
            (true, true) => {
                let end = Self::shared(&sizes()).max();
                Self::new(-end, end)
            }
            (true, false) => Self::symmetric(values),
            (false, true) => Self::shared(values),
            (false, false) => Self::zero_to_max(values),
        }
    }

    /// What a single map spans by itself: [`Self::zero_to_max`], or [`Self::symmetric`] under a
    /// diverging colormap.
    pub fn per_map(values: &[f32], colormap: Colormap) -> Self {
        if colormap.is_diverging() { Self::symmetric(values) } else { Self::zero_to_max(values) }
    }

    /// The number at the low end.
    pub fn min(self) -> f32 {
        self.min
    }

    /// The number at the high end.
    pub fn max(self) -> f32 {
        self.max
    }

    /// Where `value` lies, 0..=1, clipped at both ends; NaN stays NaN.
    pub fn normalize(self, value: f32) -> f32 {
        ((value - self.min) / (self.max - self.min)).clamp(0.0, 1.0)
    }
}

/// The nearest-rank percentile of the finite values, `share` in 0..=1; `None` if there are none.
fn percentile(values: &[f32], share: f64) -> Option<f32> {
    let mut sortable: Vec<f32> = finite(values).collect();
    let rank = (share * sortable.len() as f64).ceil() as usize;
    let index = rank.clamp(1, sortable.len().max(1)) - 1;
    if sortable.is_empty() {
        return None;
    }
    let (_, value, _) = sortable.select_nth_unstable_by(index, f32::total_cmp);
    Some(*value)
}

fn finite(values: &[f32]) -> impl Iterator<Item = f32> {
    values.iter().copied().filter(|value| value.is_finite())
}
