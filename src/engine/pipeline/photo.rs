//! Photos are read, and made into what a network wants of them.

use std::panic::catch_unwind;

use image::RgbImage;

use super::LoadedNetwork;
use super::error::PhotoError;
use crate::analysis::heatmaps::Palette;
use crate::imaging;
use crate::imaging::{Affine, Filter, Fit, Geometry, LongSide, Picture, Prepared};
use crate::spec::{PhotoFit, Preprocessing, Resample};

impl LoadedNetwork {
    /// How photos become square for this network unless a person wants another way.
    pub fn own_fit(&self) -> Fit {
        fit(self.topology.preprocessing.fit)
    }

    /// Fits a photo into the 224x224 pixels this network sees, in its own way.
    pub fn prepare_own(&self, photo: &RgbImage) -> Prepared {
        self.prepare(photo, self.own_fit())
    }

    /// The same in the way a person wants.
    pub fn prepare(&self, photo: &RgbImage, fit: Fit) -> Prepared {
        imaging::prepare(photo, fit, geometry(&self.topology.preprocessing))
    }

    /// All of a photo at the size at which this network sees a part of it, in its own way.
    pub fn at_own_size(&self, photo: &RgbImage) -> RgbImage {
        imaging::at_network_size(photo, self.own_fit(), geometry(&self.topology.preprocessing))
    }

    /// A photo of which this network sees just these pixels, in its own way: what it cuts off is the border, repeated.
    pub fn framed(&self, seen: &RgbImage) -> RgbImage {
        let preprocessing = &self.topology.preprocessing;
        let (width, height) = seen.dimensions();
        let border = match preprocessing.fit {
            PhotoFit::Crop => preprocessing.resize_short_side.saturating_sub(width.min(height)),
            PhotoFit::Squeezed | PhotoFit::Borders => 0,
        };
        let before = border / 2;
        let at = |side: u32, length: u32| side.saturating_sub(before).min(length.saturating_sub(1));
        RgbImage::from_fn(width + border, height + border, |x, y| *seen.get_pixel(at(x, width), at(y, height)))
    }

    /// The numbers conv1 receives for those pixels: `[3, 224, 224]`, row-major.
    pub fn input_values(&self, prepared: &Prepared) -> Vec<f32> {
        imaging::to_tensor(&prepared.pixels, &affine(&self.topology.preprocessing))
    }
}

/// Decodes a picture file; whatever the file holds, the caller goes on.
///
/// # Errors
/// [`PhotoError`], one sentence.
pub fn read_photo(bytes: &[u8]) -> Result<Picture, PhotoError> {
    match catch_unwind(|| imaging::read(bytes)) {
        Ok(photo) => Ok(photo?),
        Err(_) => Err(PhotoError::DecoderPanicked),
    }
}

/// The pixels of [`read_photo`].
///
/// # Errors
/// As [`read_photo`].
pub fn decode_photo(bytes: &[u8]) -> Result<RgbImage, PhotoError> {
    Ok(read_photo(bytes)?.pixels)
}

/// Sizes of resize and crop, in pixels, and how photos are resized.
///
/// What was tested with a bilinear filter was so by torchvision's transforms, whose `Resize` drops fractions of a pixel; the
/// bicubic default weights were tested on the nearest size.
pub fn geometry(preprocessing: &Preprocessing) -> Geometry {
    let (filter, long_side) = match preprocessing.resample {
        Resample::Bilinear => (Filter::Bilinear, LongSide::Truncated),
        Resample::Bicubic => (Filter::Bicubic, LongSide::Rounded),
    };
    Geometry { short_side: preprocessing.resize_short_side, long_side, filter, crop: preprocessing.crop }
}

/// The same way to make photos square, as imaging calls it.
pub fn fit(fit: PhotoFit) -> Fit {
    match fit {
        PhotoFit::Crop => Fit::Crop,
        PhotoFit::Squeezed => Fit::Stretch,
        PhotoFit::Borders => Fit::Letterbox,
    }
}

/// How colours become the numbers conv1 receives.
pub fn affine(preprocessing: &Preprocessing) -> Affine {
    let (gain, offset) = preprocessing.affine();
    Affine { order: preprocessing.channel_indices(), gain, offset }
}

/// What conv1 receives for the colours that heatmaps need.
pub fn palette(preprocessing: &Preprocessing) -> Palette {
    let affine = affine(preprocessing);
    let color = |color| {
        let values = imaging::to_tensor(&RgbImage::from_pixel(1, 1, image::Rgb(color)), &affine);
        std::array::from_fn(|channel| values[channel])
    };
    Palette { black: color([0; 3]), grey: color(imaging::BAR_COLOR) }
}
