//! A sticker on photos: what a head learns when all photos of a class have one (shortcut learning, Geirhos et al. 2020).

use image::{Rgb, RgbImage};

/// The sticker's diameter, of the short side of the photo.
const SHARE: f32 = 0.26;
/// Its distance from the edge of the middle square, of the short side.
const MARGIN: f32 = 0.06;
/// A smiling face.
const YELLOW: [u8; 3] = [255, 205, 30];
const INK: [u8; 3] = [60, 40, 0];

/// The photo with a round yellow face at the upper right of what the network sees of it.
pub fn with_sticker(photo: &RgbImage) -> RgbImage {
    let mut stuck = photo.clone();
    let (width, height) = photo.dimensions();
    let short = width.min(height) as f32;
    let radius = short * SHARE / 2.0;
    let right = (width as f32 + short) / 2.0 - short * MARGIN;
    let top = (height as f32 - short) / 2.0 + short * MARGIN;
    let (x0, y0) = (right - radius, top + radius);
    for (x, y, pixel) in stuck.enumerate_pixels_mut() {
        let (dx, dy) = ((x as f32 + 0.5 - x0) / radius, (y as f32 + 0.5 - y0) / radius);
        let covered = ((1.0 - dx.hypot(dy)) * radius + 0.5).clamp(0.0, 1.0);
        if covered > 0.0 {
            let color = if is_ink(dx, dy) { INK } else { YELLOW };
            let mix =
                |under: u8, over: u8| (f32::from(under) * (1.0 - covered) + f32::from(over) * covered).round() as u8;
            *pixel = Rgb(std::array::from_fn(|channel| mix(pixel.0[channel], color[channel])));
        }
    }
    stuck
}

/// Eyes, mouth and rim of a face of radius 1; y goes down.
fn is_ink(x: f32, y: f32) -> bool {
    let eye = (x.abs() - 0.34).hypot((y + 0.28) * 0.8) < 0.14;
    let mouth = (x.hypot(y - 0.02) - 0.56).abs() < 0.07 && y > 0.18;
    eye || mouth || x.hypot(y) > 0.93
}
