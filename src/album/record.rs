//! A photo's run, as far as it is kept.

use half::f16;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, RgbImage};

use super::layers::AlbumLayer;
use crate::analysis::Scores;
use crate::engine::ModelError;
use crate::imaging::{Filter, Fit, Geometry, LongSide, Prepared, prepare};
use crate::model::Trace;

/// Side of the picture that stands for a photo where pixels are compared.
pub(super) const PICTURE_SIDE: u32 = 32;

/// Bytes of that picture: rows of red, green, blue.
pub(super) const PICTURE_BYTES: usize = (PICTURE_SIDE * PICTURE_SIDE * 3) as usize;

/// Side of a small picture, pixels.
pub(super) const THUMBNAIL_SIDE: u32 = 160;

/// Of JPEG, 1 to 100.
const THUMBNAIL_QUALITY: u8 = 80;

/// What is kept of a photo's run.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Record {
    /// Logits of aux1, aux2 (where the network has them), main.
    pub logits: Vec<f32>,
    /// Largest value of every channel, all layers one after the other, as [`rounded`].
    pub maxima: Vec<f32>,
    /// Its cell, counted row by row.
    pub cells: Vec<u16>,
    /// Mean of every channel.
    pub means: Vec<f16>,
    /// What the network saw, 32 x 32, averaged.
    pub picture: Vec<u8>,
    /// What the network saw, 160 x 160, as JPEG.
    pub thumbnail: Vec<u8>,
}

impl Record {
    /// Of a run of what was prepared.
    ///
    /// # Errors
    /// [`ModelError::NotFinite`] when the weights drive an activation beyond all numbers.
    pub fn new(
        layers: &[AlbumLayer],
        prepared: &Prepared,
        trace: &Trace,
        scores: &[Scores],
    ) -> Result<Self, ModelError> {
        let channels = layers.iter().map(|layer| layer.channels).sum();
        let (mut maxima, mut cells) = (Vec::with_capacity(channels), Vec::with_capacity(channels));
        let mut means = Vec::with_capacity(channels);
        for layer in layers {
            let unknown = || ModelError::UnknownName { name: layer.name.to_owned() };
            let traced = trace.get(layer.name).ok_or_else(unknown)?;
            let (found, area) = traced.values.maxima()?;
            if found.iter().any(|maximum| !maximum.sum.is_finite()) {
                return Err(ModelError::NotFinite { name: layer.name.to_owned() });
            }
            for maximum in &found {
                maxima.push(rounded(maximum.value));
                // At most 112 x 112 cells.
                cells.push(maximum.cell as u16);
                means.push(f16::from_f64(maximum.sum / area as f64));
            }
        }
        Ok(Self {
            logits: scores.iter().flat_map(|scores| scores.logits.iter().copied()).collect(),
            maxima,
            cells,
            means,
            picture: averaged(&prepared.pixels),
            thumbnail: encode(&thumbnail(&prepared.pixels)),
        })
    }
}

/// A number as it is kept: 16 bits of precision in three bytes.
pub(super) fn rounded(value: f32) -> f32 {
    let bits = value.to_bits();
    let is_largest = bits & 0x7fff_ffff >= 0x7f7f_ff80;
    let bits = if is_largest { bits } else { bits + 0x80 };
    f32::from_bits(bits & 0xffff_ff00)
}

/// What the network saw, `THUMBNAIL_SIDE` squared.
pub(super) fn thumbnail(pixels: &RgbImage) -> RgbImage {
    let geometry = Geometry {
        short_side: THUMBNAIL_SIDE,
        crop: THUMBNAIL_SIDE,
        filter: Filter::Bilinear,
        long_side: LongSide::Rounded,
    };
    prepare(pixels, Fit::Stretch, geometry).pixels
}

/// As JPEG; nothing where the encoder fails, which it does for no picture of that size.
fn encode(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, THUMBNAIL_QUALITY);
    match encoder.encode(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgb8) {
        Ok(()) => bytes,
        Err(_) => Vec::new(),
    }
}

/// `PICTURE_SIDE` squared, each pixel the mean of those it covers.
fn averaged(pixels: &RgbImage) -> Vec<u8> {
    let (width, height) = pixels.dimensions();
    let (wide, high) = (width / PICTURE_SIDE, height / PICTURE_SIDE);
    let mut sums = vec![0_u32; PICTURE_BYTES];
    for (row, line) in
        pixels.as_raw().chunks_exact((width * 3) as usize).take((high * PICTURE_SIDE) as usize).enumerate()
    {
        let sums = &mut sums[row / high as usize * (PICTURE_SIDE * 3) as usize..][..(PICTURE_SIDE * 3) as usize];
        for (sum, cell) in sums.chunks_exact_mut(3).zip(line.chunks_exact((wide * 3) as usize)) {
            for pixel in cell.chunks_exact(3) {
                for color in 0..3 {
                    sum[color] += u32::from(pixel[color]);
                }
            }
        }
    }
    let area = (wide * high).max(1);
    sums.into_iter().map(|sum| ((sum + area / 2) / area) as u8).collect()
}
