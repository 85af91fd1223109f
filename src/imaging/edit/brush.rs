//! What is painted over parts of the picture.

use image::{RgbImage, imageops};
use rand::rngs::SmallRng;
use rand::{RngCore as _, SeedableRng as _};

use super::super::preprocess::BAR_COLOR;

/// Side of the picture that is painted on, pixels.
const SIDE: u32 = 224;
/// The most dabs there can be: one for each pixel, since one that shows nowhere is not needed.
pub const MAX_DABS: usize = (SIDE * SIDE) as usize;
/// Sigma of what the blurring brush leaves, pixels.
const BLUR_PX: f32 = 8.0;

/// What is left where the brush was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub enum Brush {
    /// [`BAR_COLOR`], about 0 in the network's input.
    #[default]
    Grey,
    /// The picture without its details.
    Blur,
    /// Random colours.
    Noise,
}

impl Brush {
    /// In the order of the interface.
    pub const ALL: [Self; 3] = [Self::Grey, Self::Blur, Self::Noise];
}

/// The outline of a dab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub enum BrushShape {
    /// The pixels whose centre is nearer than the radius.
    #[default]
    Disc,
    /// The pixels whose centre is nearer than the radius along both axes.
    Square,
}

/// One touch of the brush.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Dab {
    /// Pixels of the input, from its left edge.
    pub x: f32,
    /// Pixels of the input, from its top edge.
    pub y: f32,
    /// Pixels of the input.
    pub radius: f32,
    /// Its outline.
    pub shape: BrushShape,
    /// What it leaves.
    pub brush: Brush,
}

impl Dab {
    /// Whether nothing is left of an earlier dab below this one.
    pub(super) fn hides(&self, earlier: &Self) -> bool {
        let (right, down) = ((self.x - earlier.x).abs(), (self.y - earlier.y).abs());
        let room = self.radius - earlier.radius;
        match (self.shape, earlier.shape) {
            (BrushShape::Disc, BrushShape::Disc) => right.hypot(down) <= room,
            (BrushShape::Disc, BrushShape::Square) => {
                (right + earlier.radius).hypot(down + earlier.radius) <= self.radius
            }
            (BrushShape::Square, _) => right.max(down) <= room,
        }
    }

    /// Calls `touch` with the index of every pixel of a picture of `width` by `height` that this dab covers.
    fn cover(&self, [width, height]: [u32; 2], mut touch: impl FnMut(usize)) {
        let between = |centre: f32, length: u32| {
            let first = (centre - self.radius).floor().clamp(0.0, length as f32);
            let end = (centre + self.radius).ceil().clamp(0.0, length as f32);
            first as u32..end as u32
        };
        for y in between(self.y, height) {
            let down = (y as f32 + 0.5 - self.y).abs();
            for x in between(self.x, width) {
                let right = (x as f32 + 0.5 - self.x).abs();
                let distance = match self.shape {
                    BrushShape::Disc => right.hypot(down),
                    BrushShape::Square => right.max(down),
                };
                if distance < self.radius {
                    touch((y * width + x) as usize);
                }
            }
        }
    }
}

/// Leaves out every dab of which later ones leave no pixel.
pub(super) fn keep_visible(dabs: &mut Vec<Dab>) {
    let mut covered = vec![false; MAX_DABS];
    let mut is_seen = vec![false; dabs.len()];
    for (dab, is_seen) in dabs.iter().zip(&mut is_seen).rev() {
        dab.cover([SIDE, SIDE], |index| {
            *is_seen |= !covered[index];
            covered[index] = true;
        });
    }
    let mut is_seen = is_seen.into_iter();
    dabs.retain(|_| is_seen.next() == Some(true));
}

/// Paints all dabs; where two overlap the later one stays.  `seed` chooses the random colours.
pub fn paint(pixels: &mut RgbImage, dabs: &[Dab], seed: u64) {
    if dabs.is_empty() {
        return;
    }
    let size = [pixels.width(), pixels.height()];
    let mut painted: Vec<Option<Brush>> = vec![None; size[0] as usize * size[1] as usize];
    for dab in dabs {
        dab.cover(size, |index| painted[index] = Some(dab.brush));
    }
    // The blurring brush spreads what the picture holds below, not what other dabs left.
    let has = |brush| painted.contains(&Some(brush));
    let blurred = has(Brush::Blur).then(|| imageops::fast_blur(pixels, BLUR_PX));
    let mut random = SmallRng::seed_from_u64(!seed);
    for (index, (pixel, brush)) in pixels.pixels_mut().zip(&painted).enumerate() {
        // One number a pixel, painted or not: colours stay where they are while the brush moves on.
        let colors = random.next_u32().to_le_bytes();
        match brush {
            None => {}
            Some(Brush::Grey) => pixel.0 = BAR_COLOR,
            Some(Brush::Noise) => pixel.0.copy_from_slice(&colors[..3]),
            Some(Brush::Blur) => {
                if let Some(blurred) = &blurred {
                    let at = [index as u32 % size[0], index as u32 / size[0]];
                    *pixel = *blurred.get_pixel(at[0], at[1]);
                }
            }
        }
    }
}
