//! How far two pictures are from each other, around grey, with its scale.

use egui::{Rect, Ui};
use image::RgbImage;

use crate::locale::format::signed;
use crate::locale::text::tr;
use crate::ui::kit::grey_scale;
use crate::ui::style::Theme;

/// Grey, for no difference.
const GREY: i16 = 128;
/// The largest difference that is told from larger ones.
const MOST: i16 = 127;

/// The second less the first, colour by colour, around grey.
pub(super) fn difference(before: &RgbImage, after: &RgbImage) -> RgbImage {
    let mut picture = after.clone();
    for (value, before) in picture.iter_mut().zip(before.iter()) {
        let difference = i16::from(*value) - i16::from(*before);
        *value = (GREY + difference.clamp(-MOST, MOST)) as u8;
    }
    picture
}

/// What the grey levels mean: a bar, and words below it.
pub(super) fn scale(ui: &Ui, bar: Rect, theme: &Theme) {
    let most = f64::from(MOST);
    grey_scale(ui.painter(), bar, [signed(-most, 0), signed(most, 0)], tr("rebuild-no-difference"), theme);
}
