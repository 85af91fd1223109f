//! Photo to the square the network sees, and that square to numbers.

use image::{Rgb, RgbImage};
use serde::{Deserialize, Serialize};

use super::resample::{Axis, Filter, resample};

/// Bars around a letterboxed photo: the ImageNet mean colour (0.485, 0.456, 0.406) in 8 bits, a
/// warm mid-grey that becomes about 0 in the network's input.
pub const BAR_COLOR: [u8; 3] = [124, 116, 104];

/// How a photo of any shape fills the square.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Fit {
    /// Short side to [`Geometry::short_side`], then the centre: as most networks are tested.
    #[default]
    Crop,
    /// The whole photo in its own shape, with bars of [`BAR_COLOR`].
    Letterbox,
    /// Squeezed to a square of side [`Geometry::short_side`], then the centre.
    Stretch,
}

/// What becomes of the fraction of a pixel when the long side is resized in proportion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum LongSide {
    /// The nearest whole number, as for the default weights.
    #[default]
    Rounded,
    /// The fraction is dropped, as by torchvision's `Resize`.
    Truncated,
}

/// Sizes of the crop rule, in pixels, and how photos are resized to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Geometry {
    /// What the photo's short side becomes before cropping; less than `crop` counts as `crop`.
    pub short_side: u32,
    /// What its long side becomes.
    pub long_side: LongSide,
    /// What weighs the pixels.
    pub filter: Filter,
    /// Side of the square the network sees; 0 counts as 1.
    pub crop: u32,
}

impl Default for Geometry {
    fn default() -> Self {
        Self { short_side: 232, long_side: LongSide::Rounded, filter: Filter::Bicubic, crop: 224 }
    }
}

/// A rectangle in photo pixels, from the photo's top left corner; it may reach outside the photo.
#[derive(Debug, Clone, Copy, PartialEq, Default, serde::Serialize, serde::Deserialize)]
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
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Prepared {
    /// `crop` x `crop` pixels.
    #[serde(with = "crate::wire::picture")]
    pub pixels: RgbImage,
    /// The part of the photo that `pixels` covers; a letterbox exceeds the photo by its bars.
    pub window: PhotoRect,
    /// How it was resized.
    pub filter: Filter,
}

/// Fits `photo` into the square of `geometry`.
///
/// [`Fit::Crop`] is what the reference inputs were made with in Pillow: short side to `short_side`,
/// long side in proportion, whole by the rule of `long_side`, antialiased; then the centre, offset by
/// half the excess, rounded half to even as in torchvision's `CenterCrop`.  A photo without pixels
/// gives plain [`BAR_COLOR`].
pub fn prepare(photo: &RgbImage, fit: Fit, geometry: Geometry) -> Prepared {
    let side = geometry.crop.max(1);
    let geometry = Geometry { crop: side, short_side: geometry.short_side.max(side), ..geometry };
    let (width, height) = photo.dimensions();
    if width == 0 || height == 0 {
        return Prepared { pixels: bars(side), window: PhotoRect::default(), filter: geometry.filter };
    }
    let resized = resized((width, height), fit, geometry);
    match fit {
        Fit::Crop | Fit::Stretch => centre(photo, geometry, resized),
        Fit::Letterbox => letterbox(photo, geometry, resized),
    }
}

/// All of a photo at the size at which the network sees a part of it: [`prepare`] resizes nothing of it again, and sees the same
/// pixels as of the photo.  A photo without pixels stays as it is.
pub fn at_network_size(photo: &RgbImage, fit: Fit, geometry: Geometry) -> RgbImage {
    let (width, height) = photo.dimensions();
    if width == 0 || height == 0 {
        return photo.clone();
    }
    let [wide, high] = resized(photo.dimensions(), fit, geometry).map(|side| side as u32);
    resample(photo, geometry.filter, Axis::whole(width, wide), Axis::whole(height, high))
}

/// Width and height of a photo that the network sees a part of, or all of.
fn resized((width, height): (u32, u32), fit: Fit, geometry: Geometry) -> [u64; 2] {
    let crop = geometry.crop.max(1);
    let short_side = u64::from(geometry.short_side.max(crop));
    match fit {
        Fit::Crop => {
            let short = u64::from(width.min(height));
            let half = match geometry.long_side {
                LongSide::Rounded => short / 2,
                LongSide::Truncated => 0,
            };
            [width, height].map(|photo_len| (short_side * u64::from(photo_len) + half) / short)
        }
        Fit::Letterbox => {
            let long = f64::from(width.max(height));
            [width, height].map(|photo_len| (f64::from(crop) * f64::from(photo_len) / long).round().max(1.0) as u64)
        }
        Fit::Stretch => [short_side; 2],
    }
}

/// The centre of a photo resized to that width and height, none of them less than the crop.
fn centre(photo: &RgbImage, geometry: Geometry, [wide, high]: [u64; 2]) -> Prepared {
    let side = geometry.crop;
    let (width, height) = photo.dimensions();
    let axis = |photo_len: u32, resized_len: u64| {
        let excess = (resized_len - u64::from(side)) as f64;
        let first = (excess / 2.0).round_ties_even() as u64;
        Axis::part(photo_len, resized_len, first, side)
    };
    let (horizontal, vertical) = (axis(width, wide), axis(height, high));
    let window = PhotoRect {
        x: (horizontal.first * horizontal.step) as f32,
        y: (vertical.first * vertical.step) as f32,
        width: (f64::from(side) * horizontal.step) as f32,
        height: (f64::from(side) * vertical.step) as f32,
    };
    Prepared { pixels: resample(photo, geometry.filter, horizontal, vertical), window, filter: geometry.filter }
}

/// Long side to the crop's, the other in proportion (at least one pixel), centred between bars.
fn letterbox(photo: &RgbImage, geometry: Geometry, [wide, high]: [u64; 2]) -> Prepared {
    let side = geometry.crop;
    let (width, height) = photo.dimensions();
    let (horizontal, vertical) = (Axis::whole(width, wide as u32), Axis::whole(height, high as u32));
    let left = (side - horizontal.count) / 2;
    let top = (side - vertical.count) / 2;
    let mut pixels = bars(side);
    image::imageops::replace(
        &mut pixels,
        &resample(photo, geometry.filter, horizontal, vertical),
        left.into(),
        top.into(),
    );
    let window = PhotoRect {
        x: (-f64::from(left) * horizontal.step) as f32,
        y: (-f64::from(top) * vertical.step) as f32,
        width: (f64::from(side) * horizontal.step) as f32,
        height: (f64::from(side) * vertical.step) as f32,
    };
    Prepared { pixels, window, filter: geometry.filter }
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
        let (source, gain, offset) = (affine.order[channel], affine.gain[channel], affine.offset[channel]);
        values.extend(pixels.pixels().map(|pixel| f32::from(pixel.0[source]) * gain + offset));
    }
    values
}
