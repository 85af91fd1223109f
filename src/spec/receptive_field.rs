//! What part of the input one cell can see.

use std::ops::Range;

use super::window::Window;

/// The input pixels that can change a cell: a square of `size`, moving `stride` pixels a cell.
///
/// The square of cell `i` is centred on pixel `offset + stride * i` and may reach beyond the photo.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ReceptiveField {
    /// Side of the square, pixels.
    pub size: usize,
    /// Distance between the squares of two neighbouring cells, pixels.
    pub stride: usize,
    /// Centre of cell 0's square, as a pixel index; half a pixel for even sizes.
    pub offset: f32,
}

impl ReceptiveField {
    /// A pixel of the input sees itself.
    pub const PIXEL: Self = Self { size: 1, stride: 1, offset: 0.0 };

    /// The field after one more sliding window.
    pub fn then(self, window: Window) -> Self {
        let first_centre = (window.kernel as f32 - 1.0) / 2.0 - window.padding as f32;
        Self {
            size: self.size + (window.kernel - 1) * self.stride,
            stride: self.stride * window.stride,
            offset: self.offset + first_centre * self.stride as f32,
        }
    }

    /// The field of a concat: the larger of both (all branches are centred alike).
    pub fn union(self, other: Self) -> Self {
        if other.size > self.size { other } else { self }
    }

    /// Pixels `start..end` that cell `index` can see along one axis, before clipping to the photo; may be negative.
    pub fn pixels(&self, index: usize) -> Range<i64> {
        let centre = self.offset + (self.stride * index) as f32;
        let start = (centre - (self.size as f32 - 1.0) / 2.0).round() as i64;
        start..start + self.size as i64
    }
}
