//! Feature maps as plain numbers.

use super::ModelError;
use candle_core::Tensor;

/// `[channels, height, width]`, row-major; a vector is channels of one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Planes {
    /// Channels, or the length of a vector.
    pub channels: usize,
    /// Rows of each map, 1 for a vector.
    pub height: usize,
    /// Columns of each map, 1 for a vector.
    pub width: usize,
    /// `channels * height * width` numbers.
    pub values: Vec<f32>,
}

impl Planes {
    /// Zeros of the shape of a traced activation, `[1, C, H, W]` or `[C]`.
    pub(super) fn zeros_like(tensor: &Tensor) -> Result<Self, ModelError> {
        let [channels, height, width] = match *tensor.dims() {
            [length] => [length, 1, 1],
            _ => {
                let (_, channels, height, width) = tensor.dims4()?;
                [channels, height, width]
            }
        };
        Ok(Self {
            channels,
            height,
            width,
            values: vec![0.0; channels * height * width],
        })
    }

    /// Cells of one map.
    pub fn area(&self) -> usize {
        self.height * self.width
    }

    /// Rows and columns.
    pub fn size(&self) -> [usize; 2] {
        [self.height, self.width]
    }

    /// The map of one channel, row-major.
    ///
    /// # Panics
    /// For a channel that is not there.
    pub fn channel(&self, channel: usize) -> &[f32] {
        &self.values[channel * self.area()..][..self.area()]
    }

    /// Whether every number is finite.
    pub fn is_finite(&self) -> bool {
        all_finite(&self.values)
    }
}

/// Whether every number is finite, by a sum that the compiler turns into vector instructions.
pub(super) fn all_finite(values: &[f32]) -> bool {
    let (chunks, rest) = values.as_chunks::<32>();
    let mut sums = [0.0_f32; 32];
    for chunk in chunks {
        for (sum, value) in sums.iter_mut().zip(chunk) {
            // 0 for a number, NaN for anything else.
            *sum += value * 0.0;
        }
    }
    sums.iter().all(|sum| *sum == 0.0) && rest.iter().all(|value| value.is_finite())
}
