//! The view as it is on screen: all of it, or the figure alone; as pixels or as SVG.

use std::sync::Arc;

use egui::Rect;
use egui::text::LayoutJob;
use image::RgbImage;

use crate::engine::UserError;
use crate::export::png;
use crate::render::drawing::Drawing;
use crate::render::snapshot::Offscreen;
use crate::ui::textures::Textures;

/// What a view is laid out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Purpose {
    /// All of it as a file.
    Picture,
    /// Its figure alone, as SVG.
    FigureSvg,
    /// Its figure alone, large enough for print.
    FigurePng,
    /// Its figure on the clipboard.
    Copy,
}

/// A view that is being laid out beside the window, a frame in each of the window's own.
pub(in crate::app) struct Layout {
    pub(super) purpose: Purpose,
    pub(super) studio: Offscreen,
    /// Texts of the window whose letters are still to be drawn there.
    pub(super) texts: Vec<Arc<LayoutJob>>,
    /// Those of the studio: textures belong to a context.
    pub(super) textures: Textures,
}

/// Shapes of a view that become triangles between two frames of the window.
const SHAPES_AT_ONCE: usize = 250;

/// A view that has been laid out and is still to be painted, which takes longest.
pub struct Portrait {
    pub(super) studio: Offscreen,
    /// The figure without what stands around it, points.
    pub(super) figure: Option<Rect>,
    pub(super) facts: Vec<(&'static str, String)>,
    /// Pixels an inch of paper, where it is for print.
    pub(super) dpi: Option<f32>,
}

impl Portrait {
    /// Paints it: the bytes of a PNG file that says where it comes from.
    ///
    /// # Errors
    /// The encoder's.
    pub fn png(&self) -> Result<Vec<u8>, UserError> {
        png::encode_at(&self.paint(), self.dpi, &self.facts).map_err(UserError::new)
    }

    /// The same as data, to be painted elsewhere.
    pub(super) fn drawn(self) -> Drawn {
        Drawn { drawing: self.studio.into_drawing(), figure: self.figure, facts: self.facts, dpi: self.dpi }
    }

    /// Gets a little more of it ready to be [`Self::drawn`]; whether all of it is.
    pub(super) fn get_ready(&mut self) -> bool {
        self.studio.tessellate_some(SHAPES_AT_ONCE)
    }

    fn paint(&self) -> RgbImage {
        let picture = match self.figure {
            Some(figure) => self.studio.paint_part(figure),
            None => self.studio.paint(),
        };
        image::DynamicImage::from(picture).into_rgb8()
    }

    /// Paints it for the clipboard.
    pub fn image(&self) -> egui::ColorImage {
        let picture = self.paint();
        egui::ColorImage::from_rgb([picture.width() as usize, picture.height() as usize], picture.as_raw())
    }

    /// The bytes of an SVG file that says where it comes from.
    pub fn svg(&self) -> Vec<u8> {
        self.studio.svg(self.figure, &self.facts).into_bytes()
    }
}

/// A view that is painted where the engine is.
#[derive(serde::Serialize, serde::Deserialize)]
pub(in crate::app) struct Drawn {
    drawing: Drawing,
    figure: Option<Rect>,
    #[serde(with = "crate::wire::word::pairs")]
    facts: Vec<(&'static str, String)>,
    dpi: Option<f32>,
}

impl Drawn {
    /// As [`Portrait::png`].
    ///
    /// # Errors
    /// The encoder's.
    pub(super) fn png(self) -> Result<Vec<u8>, UserError> {
        let picture = match self.figure {
            Some(figure) => self.drawing.paint_part(figure),
            None => self.drawing.paint(),
        };
        let picture = image::DynamicImage::from(picture).into_rgb8();
        png::encode_at(&picture, self.dpi, &self.facts).map_err(UserError::new)
    }
}
