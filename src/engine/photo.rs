//! A photo on its way: what was opened, what is shown of it, what the network sees of it.

use std::sync::Arc;

use image::RgbImage;
use image::imageops::{self, FilterType};

use super::error::UserError;
use super::pipeline::{LoadedNetwork, decode_photo};
use crate::imaging::{Fit, Prepared};

/// Longest side of the copy that is shown, pixels: sharp on a projector, small in memory.
const DISPLAY_SIDE: u32 = 1024;

/// Where a photo came from, kept so that it can be prepared again.
#[derive(Clone)]
pub enum Origin {
    /// A file's bytes.
    Encoded(Arc<[u8]>),
    /// Pixels that never were a file: a pasted picture, a test pattern.
    Pixels(Arc<RgbImage>),
}

/// A decoded photo.
pub struct Photo {
    /// File name, or what people call it.
    pub name: String,
    /// Width and height, pixels.
    pub size: [u32; 2],
    /// The photo, at most 1024 pixels a side.
    pub display: RgbImage,
    /// Pixels of `display` for one of the photo, at most 1.
    pub display_scale: f32,
    /// How it was made square.
    pub fit: Fit,
    /// What the network sees, 224x224.
    pub prepared: Prepared,
    origin: Origin,
}

impl Photo {
    /// Decodes and prepares a photo for `network`.
    ///
    /// # Errors
    /// A file that is no picture, damaged or too large, as a sentence.
    pub fn new(
        name: String,
        origin: Origin,
        fit: Fit,
        network: &LoadedNetwork,
    ) -> Result<Self, UserError> {
        let decoded;
        let pixels = match &origin {
            Origin::Pixels(pixels) => pixels.as_ref(),
            Origin::Encoded(bytes) => {
                decoded = decode_photo(bytes).map_err(|error| UserError::about(&name, error))?;
                &decoded
            }
        };
        let (width, height) = pixels.dimensions();
        let scale = (DISPLAY_SIDE as f32 / width.max(height) as f32).min(1.0);
        let display = if scale < 1.0 {
            let shrink = |side: u32| ((side as f32 * scale).round() as u32).max(1);
            imageops::resize(pixels, shrink(width), shrink(height), FilterType::Triangle)
        } else {
            pixels.clone()
        };
        Ok(Self {
            size: [width, height],
            display,
            display_scale: scale,
            fit,
            prepared: network.prepare(pixels, fit),
            name,
            origin,
        })
    }

    /// Where it came from.
    pub fn origin(&self) -> Origin {
        self.origin.clone()
    }
}
