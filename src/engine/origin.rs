//! Where a photo came from.

use std::fmt;
use std::sync::Arc;

use image::RgbImage;

/// Where a photo came from, kept so that it can be prepared again.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub enum Origin {
    /// A file's bytes.
    Encoded(#[serde(with = "crate::wire::once")] Arc<[u8]>),
    /// Pixels that never were a file: a pasted picture, a test pattern.
    Pixels(#[serde(with = "crate::wire::once")] Arc<RgbImage>),
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoded(bytes) => write!(f, "{} bytes", bytes.len()),
            Self::Pixels(pixels) => write!(f, "{}x{} pixels", pixels.width(), pixels.height()),
        }
    }
}
