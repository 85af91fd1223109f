//! Numbers about one channel of an activation.

/// Over the cells of a channel (or of a whole activation).
#[derive(Clone, Copy, Debug, PartialEq)]
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
        let (mut sum, mut squares, mut zeros) = (0.0_f64, 0.0_f64, 0_usize);
        for &value in values {
            min = min.min(value);
            max = max.max(value);
            sum += f64::from(value);
            squares += f64::from(value) * f64::from(value);
            zeros += usize::from(value == 0.0);
        }
        if values.is_empty() {
            return Self { min: 0.0, max: 0.0, mean: 0.0, std: 0.0, zeros: 0.0 };
        }
        let count = values.len() as f64;
        let mean = sum / count;
        Self {
            min,
            max,
            mean: mean as f32,
            std: (squares / count - mean * mean).max(0.0).sqrt() as f32,
            zeros: (zeros as f64 / count) as f32,
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
