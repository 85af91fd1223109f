//! What every view needs to draw with.

use egui::{Color32, ColorImage};

use crate::imaging::{Background, Colormap, Range};
use crate::state::{State, ThemeChoice};
use crate::ui::style::Theme;
use crate::ui::textures::Textures;

/// Theme and textures, handed down while a frame is drawn.
pub struct Look<'a> {
    /// Colours.
    pub theme: &'a Theme,
    /// Pixels that are kept from frame to frame.
    pub textures: &'a mut Textures,
}

/// The theme of the settings.
pub fn theme_of(state: &State) -> Theme {
    match state.settings.theme {
        ThemeChoice::Dark => Theme::dark(),
        ThemeChoice::Light => Theme::light(),
    }
}

/// The colours of a map: diverging where it can be negative, else the chosen ones.
pub fn colormap_of(state: &State, signed: bool) -> Colormap {
    if signed {
        Colormap::Diverging(match state.settings.theme {
            ThemeChoice::Dark => Background::Dark,
            ThemeChoice::Light => Background::Light,
        })
    } else {
        Colormap::Sequential(state.settings.colormap)
    }
}

/// A map's values as pixels, one a cell.
pub fn color_image(values: &[f32], [width, height]: [usize; 2], range: Range, colormap: Colormap) -> ColorImage {
    let pixels = crate::imaging::colorize(values, range, colormap);
    let pixels = pixels.into_iter().map(|[red, green, blue, _]| Color32::from_rgb(red, green, blue));
    ColorImage::new([width, height], pixels.collect())
}

/// A picture as pixels for a texture.
pub fn photo_image(photo: &image::RgbImage) -> ColorImage {
    let size = [photo.width() as usize, photo.height() as usize];
    ColorImage::from_rgb(size, photo.as_raw())
}
