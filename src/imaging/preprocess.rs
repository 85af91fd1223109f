//! Photo to the square the network sees, and that square to numbers.

use image::{Rgb, RgbImage};
use serde::{Deserialize, Serialize};

use super::resample::{Axis, resample};

/// Bars around a letterboxed photo: the ImageNet mean colour (0.485, 0.456, 0.406) in 8 bits, a
/// warm mid-grey that becomes about 0 in the network's input.
pub const BAR_COLOR: [u8; 3] = [124, 116, 104];

/// How a photo of any shape fills the square.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Fit {
    /// Short side to [`Geometry::short_side`], then the centre: as the network was trained and tested.
    #[default]
    Crop,
    /// The whole photo in its own shape, with bars of [`BAR_COLOR`].
    Letterbox,
    /// The whole photo, squeezed to a square.
    Stretch,
}

/// Sizes of the crop rule, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Geometry {
    /// What the photo's short side becomes before cropping; less than `crop` counts as `crop`.
    pub short_side: u32,
    /// Side of the square the network sees; 0 counts as 1.
    pub crop: u32,
}

impl Default for Geometry {
    fn default() -> Self {
        Self {
            short_side: 232,
            crop: 224,
        }
    }
}

/// A rectangle in photo pixels, from the photo's top left corner; it may reach outside the photo.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PhotoRect {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// What the network sees, and where in the photo that is.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// `crop` x `crop` pixels.
    pub pixels: RgbImage,
    /// The part of the photo that `pixels` covers; a letterbox exceeds the photo by its bars.
    pub window: PhotoRect,
}

/// Fits `photo` into the square of `geometry`.
///
/// [`Fit::Crop`] is what the reference inputs were made with in Pillow: short side to `short_side`,
/// long side in proportion, rounded to the nearest pixel (torchvision's `Resize` drops the fraction,
/// up to one pixel less), antialiased Catmull-Rom; then the centre, offset by half the excess,
/// rounded half to even as in torchvision's `CenterCrop`.  A photo without pixels gives plain
/// [`BAR_COLOR`].
pub fn prepare(photo: &RgbImage, fit: Fit, geometry: Geometry) -> Prepared {
    let side = geometry.crop.max(1);
    let (width, height) = photo.dimensions();
    if width == 0 || height == 0 {
        return Prepared {
            pixels: bars(side),
            window: PhotoRect::default(),
        };
    }
    match fit {
        Fit::Crop => crop(photo, geometry.short_side.max(side), side),
        Fit::Letterbox => letterbox(photo, side),
        Fit::Stretch => {
            let pixels = resample(photo, Axis::whole(width, side), Axis::whole(height, side));
            let window = PhotoRect {
                x: 0.0,
                y: 0.0,
                width: width as f32,
                height: height as f32,
            };
            Prepared { pixels, window }
        }
    }
}

fn crop(photo: &RgbImage, short_side: u32, side: u32) -> Prepared {
    let (width, height) = photo.dimensions();
    let short = u64::from(width.min(height));
    let axis = |photo_len: u32| {
        let resized_len = (u64::from(short_side) * u64::from(photo_len) + short / 2) / short;
        let excess = (resized_len - u64::from(side)) as f64;
        let first = (excess / 2.0).round_ties_even() as u64;
        Axis::part(photo_len, resized_len, first, side)
    };
    let (horizontal, vertical) = (axis(width), axis(height));
    let window = PhotoRect {
        x: (horizontal.first * horizontal.step) as f32,
        y: (vertical.first * vertical.step) as f32,
        width: (f64::from(side) * horizontal.step) as f32,
        height: (f64::from(side) * vertical.step) as f32,
    };
    Prepared {
        pixels: resample(photo, horizontal, vertical),
        window,
    }
}

/// Long side to `side`, the other in proportion (at least one pixel), centred between bars.
fn letterbox(photo: &RgbImage, side: u32) -> Prepared {
    let (width, height) = photo.dimensions();
    let long = f64::from(width.max(height));
    let axis = |photo_len: u32| {
        let resized_len = (f64::from(side) * f64::from(photo_len) / long)
            .round()
            .max(1.0);
        Axis::whole(photo_len, resized_len as u32)
    };
    let (horizontal, vertical) = (axis(width), axis(height));
    let left = (side - horizontal.count) / 2;
    let top = (side - vertical.count) / 2;
    let mut pixels = bars(side);
    image::imageops::replace(
        &mut pixels,
        &resample(photo, horizontal, vertical),
        left.into(),
        top.into(),
    );
    let window = PhotoRect {
        x: (-f64::from(left) * horizontal.step) as f32,
        y: (-f64::from(top) * vertical.step) as f32,
        width: (f64::from(side) * horizontal.step) as f32,
        height: (f64::from(side) * vertical.step) as f32,
    };
    Prepared { pixels, window }
}

fn bars(side: u32) -> RgbImage {
    RgbImage::from_pixel(side, side, Rgb(BAR_COLOR))
}

/// How 8-bit colour becomes the numbers a set of weights expects, per input channel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Affine {
    /// Which of red (0), green (1), blue (2) feeds each input channel; `[2, 1, 0]` is BGR.
    pub order: [usize; 3],
    /// Factor on the 0..=255 value, per input channel.
    pub gain: [f32; 3],
    /// What is then added, per input channel.
    pub offset: [f32; 3],
}

impl Affine {
    /// RGB, `(value / 255 - mean) / deviation`, the form torchvision states; deviations are not 0.
    pub fn standardize(mean: [f32; 3], deviation: [f32; 3]) -> Self {
        Self {
            order: [0, 1, 2],
            gain: deviation.map(|deviation| 1.0 / (255.0 * deviation)),
            offset: std::array::from_fn(|channel| -mean[channel] / deviation[channel]),
        }
    }
}

/// The network's input, `[3, height, width]`: `pixel[order[c]] * gain[c] + offset[c]`.
///
/// # Panics
/// If `affine.order` names a colour channel beyond 2.
pub fn to_tensor(pixels: &RgbImage, affine: &Affine) -> Vec<f32> {
    let mut values = Vec::with_capacity(pixels.as_raw().len());
    for channel in 0..3 {
        let (source, gain, offset) = (
            affine.order[channel],
            affine.gain[channel],
            affine.offset[channel],
        );
        values.extend(
            pixels
                .pixels()
                .map(|pixel| f32::from(pixel.0[source]) * gain + offset),
        );
    }
    values
}
