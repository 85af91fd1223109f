//! The view as it is on screen, at twice its size.

use crate::app::app::App;
use crate::app::messages::{MessageKind, MessageText};
use crate::engine::UserError;
use crate::export::png;
use crate::platform::threads;
use crate::render::snapshot::Offscreen;
use crate::ui;
use crate::ui::style;
use crate::ui::textures::Textures;

/// Pixels for one point.
const SCALE: f32 = 2.0;
/// The longest side of a picture, pixels: as `--size` and `--scale` allow.
const LONGEST_PX: f32 = 16_384.0;

/// A view that has been laid out and is still to be painted, which takes longest.
pub struct Portrait {
    studio: Offscreen,
    facts: Vec<(&'static str, String)>,
    /// Pixels for one point of the window.
    scale: f32,
}

impl Portrait {
    /// Paints it: the bytes of a PNG file that says where it comes from.
    ///
    /// # Errors
    /// The encoder's.
    pub fn png(&self) -> Result<Vec<u8>, UserError> {
        let picture = image::DynamicImage::from(self.studio.paint()).into_rgb8();
        png::encode(&picture, &self.facts).map_err(UserError::new)
    }
}

impl Portrait {
    /// Paints a part of it, in points of the window, for the clipboard.
    pub fn part(&self, rect: egui::Rect) -> egui::ColorImage {
        let whole = image::DynamicImage::from(self.studio.paint());
        let [left, top, right, bottom] =
            [rect.left(), rect.top(), rect.right(), rect.bottom()].map(|points| (points * self.scale).max(0.0) as u32);
        let part = whole.crop_imm(left, top, right.saturating_sub(left), bottom.saturating_sub(top)).into_rgb8();
        let size = [part.width() as usize, part.height() as usize];
        egui::ColorImage::from_rgb(size, part.as_raw())
    }
}

impl App {
    /// Paints the view beside the window; [`App::take_copy`] puts it on the clipboard.
    pub(in crate::app) fn copy_picture(&mut self, ctx: &egui::Context) {
        let (portrait, rect) = (self.portrait(ctx), self.scene.canvas);
        let (sender, waker) = (self.painted.0.clone(), ctx.clone());
        threads::start_or_run("copy", move || {
            // The window may have been closed meanwhile.
            let _ = sender.send(portrait.part(rect));
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
        let points = ctx.content_rect().size();
        // Larger text makes fewer points of the same window.
        let zoom = ctx.zoom_factor();
        let scale = (SCALE * zoom).min(LONGEST_PX / points.max_elem());
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
        Portrait { studio, facts: self.facts(), scale }
    }
}
