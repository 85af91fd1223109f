//! Feature maps as plain numbers.

use super::values::Values;

/// `[channels, height, width]`, row-major; a vector is channels of one cell.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Planes {
    /// Channels, or the length of a vector.
    pub channels: usize,
    /// Rows of each map, 1 for a vector.
    pub height: usize,
    /// Columns of each map, 1 for a vector.
    pub width: usize,
    /// `channels * height * width` numbers.
    #[serde(with = "crate::wire::floats")]
    pub values: Vec<f32>,
}

impl Planes {
    /// Zeros of the shape of an activation.
    pub(super) fn zeros_like(values: &Values) -> Self {
        let (channels, height, width) = match *values.dims() {
            [_, channels, height, width] => (channels, height, width),
            _ => (values.channels(), 1, 1),
        };
        Self { channels, height, width, values: vec![0.0; channels * height * width] }
    }

    /// Cells of one map.
    pub fn area(&self) -> usize {
        self.height * self.width
    }

    /// Whether every number is finite.
    pub fn is_finite(&self) -> bool {
        const LANES: usize = 32;
        // A number times 0 is 0, anything else NaN; running sums become vector instructions.
        let mut sums = [0.0_f32; LANES];
        let (chunks, rest) = self.values.as_chunks::<LANES>();
        for chunk in chunks {
            for (sum, value) in sums.iter_mut().zip(chunk) {
                *sum += value * 0.0;
            }
        }
        // One sum of them, and no comparison of vectors: LLVM has none of these for every vector of WebAssembly.
        sums.iter().sum::<f32>() == 0.0 && rest.iter().all(|value| value.is_finite())
    }

    /// The map of one channel, row-major.
    ///
    /// # Panics
    /// For a channel that is not there.
    pub fn channel(&self, channel: usize) -> &[f32] {
        &self.values[channel * self.area()..][..self.area()]
    }
}
