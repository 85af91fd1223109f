//! A picture as its file stores it, and as it is shown.

use image::metadata::Orientation;
use image::{DynamicImage, Rgb, RgbImage};

use super::color_profile::{Profile, to_srgb};
use super::notes::PictureNote;

/// A decoded photo, and what should be said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Upright, 8-bit sRGB, opaque.
    pub pixels: RgbImage,
    /// What the pixels do not show.
    pub notes: Vec<PictureNote>,
}

/// A picture as its file stores it.
pub(super) struct Stored {
    pub(super) picture: DynamicImage,
    /// Whether the colours are multiplied by alpha already.
    pub(super) premultiplied: bool,
    pub(super) orientation: Orientation,
    pub(super) profile: Option<Profile>,
    pub(super) notes: Vec<PictureNote>,
}

impl Stored {
    /// Upright, sRGB, nothing to say.
    pub(super) fn new(picture: DynamicImage) -> Self {
        Self { picture, premultiplied: false, orientation: Orientation::NoTransforms, profile: None, notes: Vec::new() }
    }

    pub(super) fn noted(mut self, note: PictureNote) -> Self {
        self.notes.push(note);
        self
    }

    /// Upright, over white, as its profile means it.
    pub(super) fn finish(mut self) -> Picture {
        self.picture.apply_orientation(self.orientation);
        let mut pixels = over_white(self.picture, self.premultiplied);
        let note = self.profile.and_then(|profile| to_srgb(&mut pixels, &profile));
        self.notes.extend(note);
        Picture { pixels, notes: self.notes }
    }
}

/// 8-bit RGB; transparent pixels mix with white in stored (not linear) values, as browsers do.
fn over_white(picture: DynamicImage, premultiplied: bool) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let layered = picture.into_rgba8();
    let mut opaque = RgbImage::new(layered.width(), layered.height());
    for (out, pixel) in opaque.pixels_mut().zip(layered.pixels()) {
        let [red, green, blue, alpha] = pixel.0.map(u32::from);
        let mix = |value: u32| match premultiplied {
            true => (value + 255 - alpha).min(255) as u8,
            false => ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8,
        };
        *out = Rgb([mix(red), mix(green), mix(blue)]);
    }
    opaque
}

/// A decoder's message fit to stand inside a sentence.
pub(super) fn one_line(error: &dyn std::error::Error) -> String {
    let words: Vec<String> = error.to_string().split_whitespace().map(str::to_owned).collect();
    words.join(" ").trim_end_matches('.').to_owned()
}
