//! A contact sheet: the same dream with one setting swept.

use image::RgbImage;
use image::imageops::replace;

use super::DreamRecipe;

/// Which setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sweep {
    /// conv3 and the nine modules.
    Layer,
    /// A quarter, half, once, twice, four times as strong.
    Strength,
    /// One to four sizes.
    Octaves,
}

/// Where dreams are swept: from conv3 on, before it there is little to see.
pub const DEPTHS: &[&str] = crate::spec::DEPTHS.split_at(2).1;

/// Multiples of the usual strength.
pub const STRENGTHS: [f32; 5] = [0.25, 0.5, 1.0, 2.0, 4.0];

/// Numbers of octaves.
pub const OCTAVES: [usize; 4] = [1, 2, 3, 4];

impl Sweep {
    /// All.
    pub const ALL: [Self; 3] = [Self::Layer, Self::Strength, Self::Octaves];

    /// The word for it in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Layer => "layer",
            Self::Strength => "strength",
            Self::Octaves => "octaves",
        }
    }

    /// The recipes of the sheet, in order: `base` with that one setting changed.  A channel is dropped where layers are swept.
    pub fn recipes(self, base: &DreamRecipe) -> Vec<DreamRecipe> {
        match self {
            Self::Layer => DEPTHS
                .iter()
                .map(|&layer| DreamRecipe { layer: layer.to_owned(), channel: None, ..base.clone() })
                .collect(),
            Self::Strength => STRENGTHS.into_iter().map(|strength| DreamRecipe { strength, ..base.clone() }).collect(),
            Self::Octaves => OCTAVES.into_iter().map(|octaves| DreamRecipe { octaves, ..base.clone() }).collect(),
        }
    }
}

/// Pictures in rows of `columns` (at least one), with `gap` black pixels between them; each has room for the largest.
pub fn contact_sheet(pictures: &[RgbImage], columns: usize, gap: u32) -> RgbImage {
    let columns = columns.clamp(1, pictures.len().max(1));
    let rows = pictures.len().div_ceil(columns);
    let most = |side: fn(&RgbImage) -> u32| pictures.iter().map(side).max().unwrap_or(1);
    let (width, height) = (most(RgbImage::width), most(RgbImage::height));
    let length = |count: usize, side: u32| count as u32 * (side + gap) - gap;
    let mut sheet = RgbImage::new(length(columns, width), length(rows.max(1), height));
    for (index, picture) in pictures.iter().enumerate() {
        let (column, row) = ((index % columns) as u32, (index / columns) as u32);
        replace(&mut sheet, picture, (column * (width + gap)).into(), (row * (height + gap)).into());
    }
    sheet
}
