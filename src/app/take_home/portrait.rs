//! The view is drawn apart from the window, or its figure alone.

use super::picture::Portrait;
use crate::app::app::App;
use crate::export::png;
use crate::platform::threads;
use crate::render::snapshot::Offscreen;
use crate::state::{MessageKind, MessageText};
use crate::ui;
use crate::ui::style;
use crate::ui::textures::Textures;

/// Pixels for one point.
const SCALE: f32 = 2.0;

/// Dots an inch of a figure for print.
const PRINT_DPI: f32 = 300.0;

/// The longest side of a picture, pixels: as `--size` and `--scale` allow.
const LONGEST_PX: f32 = 16_384.0;

impl App {
    /// Paints the view beside the window; [`App::take_copy`] puts it on the clipboard.
    pub(in crate::app) fn copy_picture(&mut self, ctx: &egui::Context) {
        let portrait = self.figure_at(ctx, SCALE);
        let (sender, waker) = (self.exports.painted.0.clone(), ctx.clone());
        threads::start_or_run("copy", move || {
            // The window may have been closed meanwhile.
            let _ = sender.send(portrait.image());
            waker.request_repaint();
        });
    }

    /// Puts the picture on the clipboard once it is painted, and says so.
    pub(in crate::app) fn take_copy(&mut self, ctx: &egui::Context, now_seconds: f64) {
        if let Ok(picture) = self.exports.painted.1.try_recv() {
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
        Portrait { studio, figure: None, facts: self.state.facts(), dpi: None }
    }
}
