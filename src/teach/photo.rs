//! A photo of a tray: the small copy that is kept, and what tells it from others.

use std::sync::Arc;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{ExtendedColorType, RgbImage};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::error::TeachError;
use super::features::Features;
use crate::engine::pipeline::decode_photo;

/// The short side of a copy, pixels: twice what the network sees.
pub const MOST_SIDE: u32 = 448;
/// A panorama's copy is no longer, pixels.
const MOST_LENGTH: u32 = 2048;
/// Of JPEG, 1 to 100.
const QUALITY: u8 = 92;
/// Side of the picture that is drawn, pixels.
const THUMBNAIL: u32 = 112;
/// How far small pictures of one photo are apart at most, levels of 255 a number on average: resizing and JPEG make some two.
const APART: u64 = 8;

/// A photo in a tray.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TrayPhoto {
    /// The same for the same pixels, whatever the file is called: 32 hexadecimal digits.
    pub id: String,
    /// Its file's name, or what people call it.
    pub name: String,
    /// A copy, its short side 448 pixels at most, as JPEG.
    #[serde(with = "crate::wire::once")]
    pub copy: Arc<[u8]>,
    /// Small and square, what the middle of it shows.
    #[serde(with = "crate::wire::picture")]
    pub thumbnail: Arc<RgbImage>,
    /// What it is to a head of the network of that hash; `None` until it has run.
    pub features: Option<Known>,
}

/// Features, and by which network.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Known {
    /// SHA-256 of the weights.
    pub weights: String,
    /// The averages.
    #[serde(with = "crate::wire::once")]
    pub features: Arc<Features>,
}

crate::wire::once::contents!(TrayPhoto);

impl TrayPhoto {
    /// Of decoded pixels.
    ///
    /// # Errors
    /// [`TeachError::Copy`].
    pub fn new(name: &str, pixels: &RgbImage) -> Result<Self, TeachError> {
        let mut hasher = Sha256::new();
        hasher.update(pixels.width().to_le_bytes());
        hasher.update(pixels.height().to_le_bytes());
        hasher.update(pixels.as_raw());
        let digest = hasher.finalize();
        let id = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        Self::of_copy(id, name.to_owned(), encoded(&smaller(pixels))?.into())
    }

    /// Of a copy that was kept.
    ///
    /// # Errors
    /// [`TeachError::Copy`].
    pub fn of_copy(id: String, name: String, copy: Arc<[u8]>) -> Result<Self, TeachError> {
        let pixels = decoded(&copy)?;
        Ok(Self { id, name, thumbnail: Arc::new(thumbnail(&pixels)), copy, features: None })
    }

    /// Whether it is a copy of the picture with that [`thumbnail`], as far as small pictures tell.
    pub fn looks_like(&self, other: &RgbImage) -> bool {
        let pairs = self.thumbnail.as_raw().iter().zip(other.as_raw());
        let apart: u64 = pairs.map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
        self.thumbnail.dimensions() == other.dimensions() && apart <= APART * other.as_raw().len() as u64
    }

    /// The pixels of the copy: what is run.
    ///
    /// # Errors
    /// [`TeachError::Copy`].
    pub fn pixels(&self) -> Result<RgbImage, TeachError> {
        decoded(&self.copy)
    }

    /// The same with its features by the network of that hash.
    #[must_use]
    pub fn known(self, weights: &str, features: Arc<Features>) -> Self {
        Self { features: Some(Known { weights: weights.to_owned(), features }), ..self }
    }

    /// Its features by a network.
    pub fn features_by(&self, weights: &str) -> Option<&Arc<Features>> {
        self.features.as_ref().filter(|known| known.weights == weights).map(|known| &known.features)
    }
}

fn decoded(copy: &[u8]) -> Result<RgbImage, TeachError> {
    decode_photo(copy).map_err(|error| TeachError::Copy { cause: error.to_string().trim_end_matches('.').to_owned() })
}

/// The photo with a short side of [`MOST_SIDE`] at most.
fn smaller(pixels: &RgbImage) -> RgbImage {
    let (width, height) = pixels.dimensions();
    let (short, long) = (width.min(height).max(1), width.max(height).max(1));
    let scale = (f64::from(MOST_SIDE) / f64::from(short)).min(f64::from(MOST_LENGTH) / f64::from(long));
    if scale >= 1.0 {
        return pixels.clone();
    }
    let side = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
    imageops::resize(pixels, side(width), side(height), FilterType::CatmullRom)
}

fn encoded(pixels: &RgbImage) -> Result<Vec<u8>, TeachError> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    let encoded = encoder.encode(pixels.as_raw(), pixels.width(), pixels.height(), ExtendedColorType::Rgb8);
    encoded.map_err(|error| TeachError::Copy { cause: error.to_string() })?;
    Ok(bytes)
}

/// The square in the middle of a picture, as small as trays show it: 112 × 112 pixels.
pub fn thumbnail(pixels: &RgbImage) -> RgbImage {
    let (width, height) = pixels.dimensions();
    let side = width.min(height).max(1);
    let square = imageops::crop_imm(pixels, (width - side.min(width)) / 2, (height - side.min(height)) / 2, side, side);
    imageops::resize(&square.to_image(), THUMBNAIL, THUMBNAIL, FilterType::Triangle)
}
