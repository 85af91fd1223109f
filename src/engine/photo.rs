//! A photo on its way: what was opened, what is shown of it, what the network sees of it.

use std::sync::Arc;

use image::imageops::FilterType;
use image::{RgbImage, imageops};

use super::error::UserError;
use super::origin::Origin;
use super::pipeline::{LoadedNetwork, read_photo};
use crate::imaging::edit::{Edits, Unedited};
use crate::imaging::{Fit, PictureNote, Prepared, edit};
use crate::wire::identity::next_id;

/// Longest side of the copy that is shown, pixels: sharp on a projector, small in memory.
const DISPLAY_SIDE: u32 = 1024;
/// A panorama's copy is longer, so that its short side still has so many pixels: what a moved window is cut from.
const DISPLAY_SHORT_SIDE: u32 = 448;
/// But no longer than any graphics card can draw, pixels.
const LONGEST_DISPLAY: u32 = 4096;

/// A decoded photo.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Photo {
    /// Unlike that of any other photo of this process, edited or not: textures are keyed by it.
    pub id: u64,
    /// The identity of the photo without edits; its own where there are none.
    pub unedited_id: u64,
    /// File name, or what people call it.
    pub name: String,
    /// Width and height, pixels.
    pub size: [u32; 2],
    /// The photo, at most 1024 pixels a side, a panorama at most 4096; never edited.
    #[serde(with = "crate::wire::once")]
    pub display: Arc<RgbImage>,
    /// Pixels of `display` for one of the photo, at most 1.
    pub display_scale: f32,
    /// How it was made square.
    pub fit: Fit,
    /// What the network sees, 224x224.
    pub prepared: Prepared,
    /// What was done to it before the network saw it.
    pub edits: Edits,
    /// What its pixels do not show: how its numbers were scaled, what of it could not be read.
    pub notes: Vec<PictureNote>,
    origin: Origin,
}

crate::wire::once::contents!(Photo);

/// Pixels of the copy that is shown for one of the photo, at most 1.
fn display_scale([width, height]: [u32; 2]) -> f32 {
    let (long, short) = (width.max(height).max(1) as f32, width.min(height).max(1) as f32);
    let panorama = (DISPLAY_SHORT_SIDE as f32 / short).min(LONGEST_DISPLAY as f32 / long);
    (DISPLAY_SIDE as f32 / long).max(panorama).min(1.0)
}

impl Photo {
    /// Decodes and prepares a photo for `network`.
    ///
    /// # Errors
    /// A file that is no picture, damaged or too large, as a sentence.
    pub fn new(name: String, origin: Origin, fit: Fit, network: &LoadedNetwork) -> Result<Self, UserError> {
        let decoded;
        let (pixels, notes) = match &origin {
            Origin::Pixels(pixels) => (pixels.as_ref(), Vec::new()),
            Origin::Encoded(bytes) => {
                let picture = read_photo(bytes).map_err(|error| UserError::about(&name, error))?;
                decoded = picture.pixels;
                (&decoded, picture.notes)
            }
        };
        let (width, height) = pixels.dimensions();
        let scale = display_scale([width, height]);
        let display = if scale < 1.0 {
            let shrink = |side: u32| ((side as f32 * scale).round() as u32).max(1);
            imageops::resize(pixels, shrink(width), shrink(height), FilterType::Triangle)
        } else {
            pixels.clone()
        };
        let id = next_id();
        Ok(Self {
            id,
            unedited_id: id,
            size: [width, height],
            display: Arc::new(display),
            display_scale: scale,
            fit,
            prepared: network.prepare(pixels, fit),
            edits: Edits::default(),
            notes,
            name,
            origin,
        })
    }

    /// What another network sees of it, in that network's own way; `None` where its file cannot be read any more.
    pub fn prepared_for(&self, network: &LoadedNetwork) -> Option<Prepared> {
        match &self.origin {
            Origin::Pixels(pixels) => Some(network.prepare_own(pixels)),
            Origin::Encoded(bytes) => Some(network.prepare_own(&read_photo(bytes).ok()?.pixels)),
        }
    }

    /// The same photo with edits; `self` must have none.
    ///
    /// The unmoved window keeps the pixels that were prepared from the whole photo; a window that was moved, zoomed or
    /// turned is cut from `display`, so that no photo needs to be kept at its full size.
    #[must_use]
    pub fn edited(&self, edits: &Edits) -> Self {
        let unedited = Unedited { copy: &self.display, photo_size: self.size, prepared: &self.prepared };
        Self {
            id: next_id(),
            unedited_id: self.id,
            name: self.name.clone(),
            size: self.size,
            display: Arc::clone(&self.display),
            display_scale: self.display_scale,
            fit: self.fit,
            prepared: edit::apply(&unedited, edits),
            edits: edits.clone(),
            notes: self.notes.clone(),
            origin: self.origin.clone(),
        }
    }

    /// Whether both are the same opened picture, prepared anew.
    pub fn is_same_picture(&self, other: &Self) -> bool {
        match (&self.origin, &other.origin) {
            (Origin::Encoded(this), Origin::Encoded(other)) => Arc::ptr_eq(this, other),
            (Origin::Pixels(this), Origin::Pixels(other)) => Arc::ptr_eq(this, other),
            (Origin::Encoded(_), Origin::Pixels(_)) | (Origin::Pixels(_), Origin::Encoded(_)) => false,
        }
    }

    /// Where it came from.
    pub fn origin(&self) -> Origin {
        self.origin.clone()
    }
}
