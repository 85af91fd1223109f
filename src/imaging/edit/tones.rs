//! Brightness, contrast, blur, noise, greyscale: the same everywhere in the picture.

use image::{RgbImage, imageops};
use rand::SeedableRng as _;
use rand::rngs::SmallRng;
use rand_distr::{Distribution as _, Normal};

/// The middle of the range of a colour.
const MIDDLE: f32 = 127.5;

/// Adds `brightness` (a share of the range) and scales the distance from mid-grey.
pub(super) fn tone(pixels: &mut RgbImage, brightness: f32, contrast: f32) {
    if brightness == 0.0 && contrast == 0.0 {
        return;
    }
    // Halving and doubling are equally far from leaving it alone.
    let factor = if contrast < 0.0 { 1.0 + contrast } else { 4.0_f32.powf(contrast) };
    let table: [u8; 256] = std::array::from_fn(|value| {
        let value = (value as f32 - MIDDLE) * factor + MIDDLE + brightness * 255.0;
        value.round().clamp(0.0, 255.0) as u8
    });
    for value in pixels.iter_mut() {
        *value = table[usize::from(*value)];
    }
}

/// A gaussian blur with that sigma.
pub(super) fn blur(pixels: &mut RgbImage, sigma_px: f32) {
    if sigma_px > 0.0 {
        *pixels = imageops::blur(pixels, sigma_px);
    }
}

/// Adds gaussian noise with a standard deviation of `amount` of the range, apart for each colour.
pub(super) fn noise(pixels: &mut RgbImage, amount: f32, seed: u64) {
    if amount <= 0.0 {
        return;
    }
    let Ok(normal) = Normal::new(0.0_f32, amount * 255.0) else {
        return;
    };
    let mut random = SmallRng::seed_from_u64(seed);
    for value in pixels.iter_mut() {
        let noisy = f32::from(*value) + normal.sample(&mut random);
        *value = noisy.round().clamp(0.0, 255.0) as u8;
    }
}

/// Every pixel becomes its luminance (Rec. 709), in all three channels.
pub(super) fn greyscale(pixels: &mut RgbImage) {
    let grey = imageops::grayscale(pixels);
    for (pixel, grey) in pixels.pixels_mut().zip(grey.pixels()) {
        pixel.0 = [grey.0[0]; 3];
    }
}
