//! The sizes of a dream.

use super::resize::resize;
use crate::model::network::SIDES;
use crate::visualize::canvas::Planes3;
use crate::visualize::error::{Unfit, VisualizeError};

/// Factor between the sizes of two octaves.
pub const OCTAVE: f32 = 1.4;

/// Longer side of a dream, pixels.
pub const LONGEST: u32 = 640;

/// Width and height of a dream on a photo of that width and height: its own, unless the network could not run it.
pub(super) fn whole_size([width, height]: [u32; 2]) -> Result<[u32; 2], VisualizeError> {
    let least = *SIDES.start();
    let (short, long) = (width.min(height).max(1) as f32, width.max(height) as f32);
    let factor = (LONGEST as f32 / long).min(1.0).max(least as f32 / short);
    let side = |side: u32| (side as f32 * factor).round() as u32;
    let size = [side(width), side(height)];
    if width == 0 || height == 0 || size.iter().any(|side| !SIDES.contains(&(*side as usize))) {
        return Err(Unfit::Photo { width, height, least }.into());
    }
    Ok(size)
}

/// At most so many sizes up to the whole one, the smallest first; the network can run each.
pub(super) fn sizes(whole: [u32; 2], octaves: usize) -> Vec<[u32; 2]> {
    let size = |octave: usize| whole.map(|side| (side as f32 / OCTAVE.powi(octave as i32)).round() as u32);
    let fits = |size: &[u32; 2]| size.iter().all(|side| SIDES.contains(&(*side as usize)));
    let mut sizes: Vec<[u32; 2]> = (0..octaves.max(1)).map(size).take_while(fits).collect();
    sizes.reverse();
    sizes
}

/// Three planes of width and height `from` at the size `to`.
pub(super) fn resize_all(planes: &Planes3, from: [u32; 2], to: [u32; 2]) -> Planes3 {
    let sides = |size: [u32; 2]| size.map(|side| side as usize);
    planes.each_ref().map(|plane| resize(plane, sides(from), sides(to)))
}
