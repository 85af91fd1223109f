//! A photo changed before the network sees it: plain data that says how, and the one function that does it.
//!
//! The order is that of a camera: the window (`framing`), mirror, brightness and contrast, blur, noise and greyscale
//! (`tones`), last the brush (`brush`).  Brush strokes are in pixels of the network's input, 0 to 224: they stay where they
//! were painted when the window moves below them.

mod brush;
mod change;
mod framing;
mod tones;

use image::{RgbImage, imageops};

use super::preprocess::{PhotoRect, Prepared};

pub use brush::{Brush, BrushShape, Dab, MAX_DABS, paint};
pub use change::{Change, Uncut};
pub use framing::{Framing, ROTATION_DEGREES, ZOOM};

/// The largest sigma of the blur, pixels of the input.
pub const MAX_BLUR_PX: f32 = 10.0;
/// The largest standard deviation of the noise, as a share of the whole range of a colour.
pub const MAX_NOISE: f32 = 0.5;

/// What is done to a photo; the default does nothing.
#[derive(Clone, Debug, PartialEq, Default, serde::Serialize, serde::Deserialize)]
pub struct Edits {
    /// Which part of the photo the network sees.
    pub framing: Framing,
    /// Whether left and right change places.
    pub mirror: bool,
    /// Added to every colour, as a share of its range, -1 to 1.
    pub brightness: f32,
    /// -1 (everything mid-grey) to 1 (four times the distance from mid-grey).
    pub contrast: f32,
    /// Sigma of a gaussian blur, pixels of the input, 0 to [`MAX_BLUR_PX`].
    pub blur_px: f32,
    /// Standard deviation of gaussian noise, as a share of the range of a colour, 0 to [`MAX_NOISE`].
    pub noise: f32,
    /// Which noise: the same seed draws the same.
    pub seed: u64,
    /// Whether colours are left out.
    pub greyscale: bool,
    /// What the brush did, the latest last, at most [`MAX_DABS`].
    pub dabs: Vec<Dab>,
}

impl Edits {
    /// Whether the photo stays as it is.
    pub fn is_none(&self) -> bool {
        let plain = Self { seed: self.seed, ..Self::default() };
        *self == plain
    }

    /// The same with every number inside its range; what is no number becomes 0.
    #[must_use]
    pub fn clamped(mut self) -> Self {
        let within = |value: f32, low: f32, high: f32| {
            if value.is_finite() { value.clamp(low, high) } else { 0.0 }
        };
        self.framing = self.framing.clamped();
        self.brightness = within(self.brightness, -1.0, 1.0);
        self.contrast = within(self.contrast, -1.0, 1.0);
        self.blur_px = within(self.blur_px, 0.0, MAX_BLUR_PX);
        self.noise = within(self.noise, 0.0, MAX_NOISE);
        self.dabs.truncate(MAX_DABS);
        self
    }

    /// Paints a dab over those there are; earlier ones that it hides altogether are forgotten, and beyond [`MAX_DABS`]
    /// those that all later ones together hide.  What is seen is that of all of them.
    pub fn paint(&mut self, dab: Dab) {
        self.dabs.retain(|earlier| !dab.hides(earlier));
        self.dabs.push(dab);
        if self.dabs.len() > MAX_DABS {
            brush::keep_visible(&mut self.dabs);
        }
    }
}

/// The photo that is changed.
#[derive(Clone, Copy, Debug)]
pub struct Unedited<'a> {
    /// The photo, or a smaller copy: a moved, zoomed or turned window is cut from it.
    pub copy: &'a RgbImage,
    /// Width and height of the photo itself, pixels.
    pub photo_size: [u32; 2],
    /// What the network sees of it without any change.
    pub prepared: &'a Prepared,
}

/// What the network sees of a changed photo, as large as `photo.prepared`.
///
/// With the default edits these are the unchanged pixels, bit for bit; a window that did not move keeps them as the base of
/// all else.  The `window` of the result is that of the framing before it turns.
pub fn apply(photo: &Unedited<'_>, edits: &Edits) -> Prepared {
    let mut prepared =
        if edits.framing == Framing::default() { photo.prepared.clone() } else { edits.framing.cut(photo) };
    let pixels = &mut prepared.pixels;
    if edits.mirror {
        imageops::flip_horizontal_in_place(pixels);
    }
    tones::tone(pixels, edits.brightness, edits.contrast);
    tones::blur(pixels, edits.blur_px);
    tones::noise(pixels, edits.noise, edits.seed);
    if edits.greyscale {
        tones::greyscale(pixels);
    }
    paint(pixels, &edits.dabs, edits.seed);
    prepared
}
