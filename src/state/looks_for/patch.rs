//! What is shown of what a cell sees.

use image::RgbImage;
use image::imageops::crop_imm;

use crate::spec::{INPUT_SIDE, ReceptiveField};

/// Side of what is shown of a cell that sees more, pixels.
pub const LARGEST_PATCH: usize = 120;

/// What is shown of what a cell sees, row and column, of the network's input.
pub fn patch(input: &RgbImage, field: ReceptiveField, [row, column]: [usize; 2]) -> RgbImage {
    let ([top, bottom], [left, right]) = (span(field, row), span(field, column));
    crop_imm(input, left as u32, top as u32, (right - left) as u32, (bottom - top) as u32).to_image()
}

/// First and last pixel of what is shown of a cell along one axis: what it sees as far as there is a photo; of a larger field
/// [`LARGEST_PATCH`] pixels around its centre, moved inside the photo.
pub(crate) fn span(field: ReceptiveField, cell: usize) -> [usize; 2] {
    let last = INPUT_SIDE as i64;
    if field.size <= LARGEST_PATCH {
        let seen = field.pixels(cell);
        let start = seen.start.clamp(0, last - 1);
        return [start as usize, seen.end.clamp(start + 1, last) as usize];
    }
    let centre = field.offset + (field.stride * cell) as f32;
    let side = LARGEST_PATCH as i64;
    let start = (centre.round() as i64 - side / 2).clamp(0, last - side);
    [start as usize, (start + side) as usize]
}
