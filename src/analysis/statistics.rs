//! Numbers about one channel of an activation.

use crate::model::Values;
use crate::model::kernels::Sums;

/// Over the cells of a channel (or of a whole activation).
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Statistics {
    /// Smallest value.
    pub min: f32,
    /// Largest value.
    pub max: f32,
    /// Mean.
    pub mean: f32,
    /// Population standard deviation.
    pub std: f32,
    /// Share of cells that are exactly 0, 0 to 1.
    pub zeros: f32,
}

impl Statistics {
    /// Of the given values; all 0 for none.
    pub fn of(values: &[f32]) -> Self {
        let (mut min, mut max) = (f32::INFINITY, f32::NEG_INFINITY);
        let (mut sum, mut squares, mut zeros) = (0.0_f64, 0.0_f64, 0_u32);
        for &value in values {
            min = min.min(value);
            max = max.max(value);
            sum += f64::from(value);
            squares += f64::from(value) * f64::from(value);
            zeros += u32::from(value == 0.0);
        }
        Self::from_sums(&Sums { min, max, sum, squares, zeros }, values.len())
    }

    /// Of maps, one entry a channel.
    pub(super) fn of_channels(values: &Values) -> Option<Vec<Self>> {
        let (sums, area) = values.sums()?;
        Some(sums.iter().map(|sums| Self::from_sums(sums, area)).collect())
    }

    /// Of `count` values; all 0 for none.
    fn from_sums(sums: &Sums, count: usize) -> Self {
        if count == 0 {
            return Self { min: 0.0, max: 0.0, mean: 0.0, std: 0.0, zeros: 0.0 };
        }
        let count = count as f64;
        let mean = sums.sum / count;
        Self {
            min: sums.min,
            max: sums.max,
            mean: mean as f32,
            std: (sums.squares / count - mean * mean).max(0.0).sqrt() as f32,
            zeros: (f64::from(sums.zeros) / count) as f32,
        }
    }

    /// Whether every number behind it is finite.
    pub fn is_finite(&self) -> bool {
        self.min.is_finite() && self.max.is_finite() && self.mean.is_finite()
    }

    /// A channel that stayed at 0 everywhere on this photo.
    pub fn is_silent(&self) -> bool {
        self.min == 0.0 && self.max == 0.0
    }
}
