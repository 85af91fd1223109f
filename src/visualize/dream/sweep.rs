//! A contact sheet: the same dream with one setting swept.

use image::RgbImage;

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

impl Sweep {
    /// All.
    pub const ALL: [Self; 3] = [Self::Layer, Self::Strength, Self::Octaves];

    /// The recipes of the sheet, in order: `base` with that one setting changed.  A channel is dropped where layers are swept.
    pub fn recipes(self, base: &DreamRecipe) -> Vec<DreamRecipe> {
        let _ = base;
        todo!()
    }
}

/// Pictures of one size in rows of `columns`, `gap` black pixels between them.
pub fn contact_sheet(pictures: &[RgbImage], columns: usize, gap: u32) -> RgbImage {
    let _ = (pictures, columns, gap);
    todo!()
}
