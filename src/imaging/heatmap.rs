//! Values to coloured pixels.

use super::colormap::Colormap;
use super::range::Range;

/// How opaque the strongest value of an overlay is, 0..=1: the photo stays visible below.
pub const OVERLAY_OPACITY: f32 = 0.86;

/// One opaque RGBA pixel for each value.
pub fn colorize(values: &[f32], range: Range, colormap: Colormap) -> Vec<[u8; 4]> {
    let paint = colormap.painter();
    let pixel = |&value: &f32| {
        let [red, green, blue] = paint(range.normalize(value));
        [red, green, blue, 255]
    };
    values.iter().map(pixel).collect()
}

/// One RGBA pixel for each value, to lie over a photo: the more there is to see, the more opaque,
/// up to [`OVERLAY_OPACITY`].  Silence, the middle of a diverging map and NaN are transparent.
/// Colours are straight, not multiplied by alpha.
pub fn overlay(values: &[f32], range: Range, colormap: Colormap) -> Vec<[u8; 4]> {
    let paint = colormap.painter();
    let pixel = |&value: &f32| {
        let t = range.normalize(value);
        let [red, green, blue] = paint(t);
        [red, green, blue, (colormap.strength(t) * OVERLAY_OPACITY * 255.0).round() as u8]
    };
    values.iter().map(pixel).collect()
}
