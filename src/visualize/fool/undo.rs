//! What a photo goes through on its way from a camera to a screen: much of it takes so small a change back.

use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, RgbImage};
use rand_distr::{Distribution, Normal};

use crate::visualize::chance::Seeded;

/// Quality of the JPEG, of 100.
pub const QUALITY: u8 = 75;

/// Spread of the noise, grey levels.
pub const NOISE: f32 = 6.0;

/// Pixels that the crop takes off each side.
const CROPPED: u32 = 8;

/// Something that happens to a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Undo {
    /// Saved as a JPEG of [`QUALITY`] and opened again.
    Jpeg,
    /// Noise of a camera, Gaussian, of spread [`NOISE`].
    Noise,
    /// Moved half a pixel to the right and down: every pixel is the mean of four.
    Shift,
    /// Eight pixels cut off each side, and made as large as before.
    Crop,
}

impl Undo {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Jpeg, Self::Noise, Self::Shift, Self::Crop];

    /// The word for it, as in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Noise => "noise",
            Self::Shift => "shift",
            Self::Crop => "crop",
        }
    }

    /// What becomes of what the network sees.
    ///
    /// # Errors
    /// The JPEG cannot be made; only a picture without pixels.
    pub fn apply(self, seen: &RgbImage) -> Result<RgbImage, image::ImageError> {
        match self {
            Self::Jpeg => {
                let mut bytes = Vec::new();
                seen.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))?;
                Ok(image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg)?.into_rgb8())
            }
            Self::Noise => Ok(noisy(seen)),
            Self::Shift => Ok(shifted(seen)),
            Self::Crop => Ok(cropped(seen)),
        }
    }
}

fn noisy(seen: &RgbImage) -> RgbImage {
    let normal = Normal::new(0.0, NOISE).expect("a spread is finite and positive");
    let mut generator = Seeded(1).generator(0, 0);
    let mut noisy = seen.clone();
    for value in noisy.iter_mut() {
        *value = (f32::from(*value) + normal.sample(&mut generator)).round().clamp(0.0, 255.0) as u8;
    }
    noisy
}

fn shifted(seen: &RgbImage) -> RgbImage {
    let (width, height) = seen.dimensions();
    RgbImage::from_fn(width, height, |x, y| {
        let (left, above) = (x.saturating_sub(1), y.saturating_sub(1));
        let four = [(x, y), (left, y), (x, above), (left, above)].map(|(x, y)| seen[(x, y)].0);
        image::Rgb([0, 1, 2].map(|color| {
            let sum: u16 = four.iter().map(|pixel| u16::from(pixel[color])).sum();
            ((sum + 2) / 4) as u8
        }))
    })
}

fn cropped(seen: &RgbImage) -> RgbImage {
    let (width, height) = seen.dimensions();
    let cut = |side: u32| side.saturating_sub(2 * CROPPED).max(1);
    let part =
        image::imageops::crop_imm(seen, CROPPED.min(width / 2), CROPPED.min(height / 2), cut(width), cut(height));
    image::imageops::resize(&part.to_image(), width, height, image::imageops::FilterType::CatmullRom)
}
