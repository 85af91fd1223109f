//! What of a photo came back: its outlines, its fine patterns, its colours, each as a correlation with the photo.

use image::RgbImage;

/// Sigma of the blur that parts outlines from patterns, pixels.
const BLUR_PX: f64 = 8.0;

/// A part that varies less than this, grey levels of 255, is hardly there: nothing can be said of it.
const LEAST_SPREAD: f64 = 2.0;

/// A part of a picture that varies less than this is not there at all.
const NOTHING: f64 = 1e-6;

/// From this correlation on a part is kept.
pub const KEPT: f64 = 0.8;

/// From this correlation on it has faded; below it is lost.
pub const FADED: f64 = 0.4;

/// Shares of red, green and blue in brightness (ITU-R BT.601).
const LUMA: [f64; 3] = [0.299, 0.587, 0.114];

/// A part of what a photo shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum PhotoPart {
    /// Brightness, blurred.
    Outlines,
    /// Brightness less that blur.
    Patterns,
    /// The two differences of colour, blurred.
    Colour,
}

impl PhotoPart {
    /// From the coarse to the fine, then colour.
    pub const ALL: [Self; 3] = [Self::Outlines, Self::Patterns, Self::Colour];

    /// Its word in tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Outlines => "outlines",
            Self::Patterns => "fine_patterns",
            Self::Colour => "colour",
        }
    }
}

/// Correlation of each part of a picture with that of the photo, -1 to 1, in the order of [`PhotoPart::ALL`]; `None` where the photo
/// hardly has it.  Both are equally large.
pub fn correlations(photo: &RgbImage, picture: &RgbImage) -> [Option<f64>; 3] {
    let parts = [photo, picture].map(parts);
    [0, 1, 2].map(|part| correlation(&parts[0][part], &parts[1][part]))
}

/// The planes of each part.
fn parts(picture: &RgbImage) -> [Vec<Vec<f64>>; 3] {
    let size = [picture.width() as usize, picture.height() as usize];
    let plane = |of: &dyn Fn([f64; 3]) -> f64| -> Vec<f64> {
        picture.pixels().map(|pixel| of(pixel.0.map(f64::from))).collect()
    };
    let luma = |color: [f64; 3]| color.iter().zip(LUMA).map(|(value, share)| value * share).sum::<f64>();
    let brightness = plane(&luma);
    let outlines = blur(&brightness, size);
    let patterns = brightness.iter().zip(&outlines).map(|(all, coarse)| all - coarse).collect();
    let red = blur(&plane(&|color| color[0] - luma(color)), size);
    let blue = blur(&plane(&|color| color[2] - luma(color)), size);
    [vec![outlines], vec![patterns], vec![red, blue]]
}

/// Pearson's, over all planes, each less its own mean.
fn correlation(photo: &[Vec<f64>], picture: &[Vec<f64>]) -> Option<f64> {
    let centred = |planes: &[Vec<f64>]| -> Vec<f64> {
        let plane = |plane: &Vec<f64>| {
            let mean = plane.iter().sum::<f64>() / plane.len().max(1) as f64;
            plane.iter().map(move |value| value - mean).collect::<Vec<_>>()
        };
        planes.iter().flat_map(plane).collect()
    };
    let (photo, picture) = (centred(photo), centred(picture));
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let (own, other) = (dot(&photo, &photo), dot(&picture, &picture));
    if (own / photo.len().max(1) as f64).sqrt() < LEAST_SPREAD {
        return None;
    }
    // A picture of one grey has nothing of the photo, whatever rounding leaves of it.
    let is_there = (other / picture.len().max(1) as f64).sqrt() > NOTHING;
    Some(if is_there { dot(&photo, &picture) / (own * other).sqrt() } else { 0.0 })
}

/// A Gaussian blur; at the border only what is there counts.
fn blur(plane: &[f64], [width, height]: [usize; 2]) -> Vec<f64> {
    let reach = (3.0 * BLUR_PX).ceil() as usize;
    let kernel: Vec<f64> = (0..=reach).map(|x| (-((x * x) as f64) / (2.0 * BLUR_PX * BLUR_PX)).exp()).collect();
    let line = |length: usize, at: &dyn Fn(usize) -> f64| -> Vec<f64> {
        let blurred = |middle: usize| {
            let near = middle.saturating_sub(reach)..(middle + reach + 1).min(length);
            let pairs = near.map(|place| (kernel[place.abs_diff(middle)], at(place)));
            let (weights, sum) = pairs.fold((0.0, 0.0), |(weights, sum), (w, value)| (weights + w, sum + w * value));
            sum / weights
        };
        (0..length).map(blurred).collect()
    };
    let rows: Vec<f64> = (0..height).flat_map(|y| line(width, &|x| plane[y * width + x])).collect();
    let mut whole = vec![0.0; plane.len()];
    for x in 0..width {
        for (y, value) in line(height, &|y| rows[y * width + x]).into_iter().enumerate() {
            whole[y * width + x] = value;
        }
    }
    whole
}
