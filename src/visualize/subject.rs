//! The network that is asked.

use super::canvas::Planes3;
use crate::imaging::{Filter, Fit, Geometry, LongSide, prepare};
use crate::model::{GoogLeNet, ModelError, Planes};
use crate::spec::{Preprocessing, Resample};
use image::RgbImage;

/// A network as pictures are made with it.  Cheap to clone.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The layers with their weights.
    pub model: GoogLeNet,
    /// From colours to what conv1 receives.
    pub preprocessing: Preprocessing,
    /// SHA-256 of the file of weights, lower-case hexadecimal.
    pub weights_sha256: String,
    /// Whether these are fresh weights in place of those.
    pub random_weights: bool,
}

/// Seed of the fresh weights: everybody sees the same untrained network.
const FRESH_SEED: u64 = 0;

/// The largest value of a pixel.
const WHITE: f32 = 255.0;

impl Subject {
    /// A network with its weights.
    pub fn new(model: GoogLeNet, preprocessing: Preprocessing, weights_sha256: String) -> Self {
        Self { model, preprocessing, weights_sha256, random_weights: false }
    }

    /// The same structure before any training (He initialisation, biases 0): what is missing in its pictures is what training put
    /// there.
    ///
    /// # Errors
    /// A tensor cannot be made.
    pub fn with_random_weights(&self) -> Result<Self, ModelError> {
        Ok(Self { model: self.model.fresh(FRESH_SEED, false)?, random_weights: true, ..self.clone() })
    }

    /// What conv1 receives for red, green and blue planes of 0 to 1: `[3, height, width]`, row-major.
    pub(super) fn input_values(&self, planes: &Planes3) -> Vec<f32> {
        let (gain, offset) = self.preprocessing.affine();
        let mut values = Vec::with_capacity(3 * planes[0].len());
        for (channel, color) in self.preprocessing.channel_indices().into_iter().enumerate() {
            let (gain, offset) = (gain[channel] * WHITE, offset[channel]);
            values.extend(planes[color].iter().map(|pixel| pixel * gain + offset));
        }
        values
    }

    /// From the gradient of what conv1 receives to that of red, green and blue.
    pub(super) fn input_backward(&self, gradient: &Planes) -> Planes3 {
        let (gain, _) = self.preprocessing.affine();
        let mut planes = Planes3::default();
        for (channel, color) in self.preprocessing.channel_indices().into_iter().enumerate() {
            let gain = gain[channel] * WHITE;
            planes[color] = gradient.channel(channel).iter().map(|value| value * gain).collect();
        }
        planes
    }

    /// What this network sees of a photo, in the middle of a canvas of `size + 2 * margin` pixels; around it the photo is mirrored.
    pub(super) fn canvas_of(&self, photo: &RgbImage, size: usize, margin: usize) -> Planes3 {
        let Preprocessing { resize_short_side, crop, resample, .. } = self.preprocessing;
        let filter = match resample {
            Resample::Bilinear => Filter::Bilinear,
            Resample::Bicubic => Filter::Bicubic,
        };
        let side = size as u32;
        let short_side = (side * resize_short_side).div_ceil(crop.max(1));
        let geometry = Geometry { short_side, long_side: LongSide::Rounded, filter, crop: side };
        let pixels = prepare(photo, Fit::Crop, geometry).pixels;
        let mirrored = |place: usize| match place.checked_sub(margin) {
            None => margin - 1 - place,
            Some(place) if place >= size => 2 * size - 1 - place,
            Some(place) => place,
        };
        let canvas = size + 2 * margin;
        [0, 1, 2].map(|color| {
            let places = (0..canvas).flat_map(|row| (0..canvas).map(move |column| (row, column)));
            let pixel = |(row, column)| pixels[(mirrored(column) as u32, mirrored(row) as u32)].0[color];
            places.map(|place| f32::from(pixel(place)) / WHITE).collect()
        })
    }
}

/// A square part of planes of 0 to 1 as a picture: `size` pixels from `margin` on.
pub(super) fn picture_of(planes: &Planes3, canvas: usize, margin: usize, size: usize) -> RgbImage {
    RgbImage::from_fn(size as u32, size as u32, |x, y| {
        let place = (y as usize + margin) * canvas + x as usize + margin;
        image::Rgb(planes.each_ref().map(|plane| (plane[place] * WHITE).round() as u8))
    })
}
