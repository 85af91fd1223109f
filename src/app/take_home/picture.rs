//! The view as it is on screen: all of it, or the figure alone; as pixels or as SVG.

use egui::Rect;
use image::RgbImage;

use crate::app::app::App;
use crate::app::messages::{MessageKind, MessageText};
use crate::engine::UserError;
use crate::export::png;
use crate::platform::threads;
use crate::render::drawing::Drawing;
use crate::render::snapshot::Offscreen;
use crate::ui;
use crate::ui::style;
use crate::ui::textures::Textures;

/// Pixels for one point.
const SCALE: f32 = 2.0;
/// Dots an inch of a figure for print.
const PRINT_DPI: f32 = 300.0;
/// The longest side of a picture, pixels: as `--size` and `--scale` allow.
const LONGEST_PX: f32 = 16_384.0;

/// A view that has been laid out and is still to be painted, which takes longest.
pub struct Portrait {
    studio: Offscreen,
    /// The figure without what stands around it, points.
    figure: Option<Rect>,
    facts: Vec<(&'static str, String)>,
    /// Pixels an inch of paper, where it is for print.
    dpi: Option<f32>,
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
    pub(super) fn drawn(&self) -> Drawn {
        let (drawing, facts) = (self.studio.drawing(), self.facts.clone());
        Drawn { drawing, figure: self.figure, facts, dpi: self.dpi }
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

impl App {
    /// Paints the view beside the window; [`App::take_copy`] puts it on the clipboard.
    pub(in crate::app) fn copy_picture(&mut self, ctx: &egui::Context) {
        let portrait = self.figure_at(ctx, SCALE);
        let (sender, waker) = (self.painted.0.clone(), ctx.clone());
        threads::start_or_run("copy", move || {
            // The window may have been closed meanwhile.
            let _ = sender.send(portrait.image());
            waker.request_repaint();
        });
    }

    /// Puts the picture on the clipboard once it is painted, and says so.
    pub(in crate::app) fn take_copy(&mut self, ctx: &egui::Context, now_seconds: f64) {
        if let Ok(picture) = self.painted.1.try_recv() {
            ctx.copy_image(picture);
            self.say(MessageKind::Note, MessageText::plain("picture-copied"), now_seconds);
        }
    }

    /// Lays the window out once more: same state, same pan, zoom and scroll, but no menu, no message and no pointer.
    pub(super) fn portrait(&mut self, ctx: &egui::Context) -> Portrait {
        self.drawn_at(ctx, SCALE)
    }

    /// The same of the figure alone, large enough for print.
    pub(super) fn figure(&mut self, ctx: &egui::Context) -> Portrait {
        let portrait = self.figure_at(ctx, PRINT_DPI / png::POINTS_PER_INCH);
        Portrait { dpi: Some(PRINT_DPI), ..portrait }
    }

    fn figure_at(&mut self, ctx: &egui::Context, pixels: f32) -> Portrait {
        let portrait = self.drawn_at(ctx, pixels);
        let figure = ui::figure_on_screen(portrait.studio.context());
        Portrait { figure, ..portrait }
    }

    fn drawn_at(&mut self, ctx: &egui::Context, pixels: f32) -> Portrait {
        let points = ctx.content_rect().size();
        // Larger text makes fewer points of the same window.
        let zoom = ctx.zoom_factor();
        let scale = (pixels * zoom).min(LONGEST_PX / points.max_elem());
        let mut memory = ctx.memory(Clone::clone);
        memory.options.zoom_factor = 1.0;
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
        let mut studio = Offscreen::new([points.x, points.y], scale, |ctx| {
            ctx.memory_mut(|fresh| *fresh = memory);
            // After it: new fonts are noted down in the memory.
            ctx.set_fonts(style::fonts());
            egui::Popup::close_all(ctx);
        });
        // Textures belong to the window's own context.
        let mut textures = Textures::default();
        self.scene.exchange_textures(&mut textures);
        // A frozen picture is made of the window's own pixels; what lies behind it is drawn.
        let frozen = self.scene.frozen.take();
        let was_frozen = std::mem::take(&mut self.state.projector.is_frozen);
        let was_still = std::mem::replace(&mut self.state.still, true);
        studio.layout(|ui| ui::draw(ui, &self.state, &mut self.scene, &mut Vec::new()));
        self.state.still = was_still;
        self.state.projector.is_frozen = was_frozen;
        self.scene.frozen = frozen;
        self.scene.exchange_textures(&mut textures);
        Portrait { studio, figure: None, facts: self.facts(), dpi: None }
    }
}
