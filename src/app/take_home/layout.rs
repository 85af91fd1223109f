//! The view is laid out beside the window, or its figure alone: a frame of it in each of the window's, so that the window stays free.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{LayerId, Shape};

use super::export_job::ExportJob;
use super::picture::{Layout, Portrait, Purpose};
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

/// Texts whose letters are drawn in a frame.
const TEXTS_A_FRAME: usize = 48;

impl App {
    /// Begins to lay the window out once more: same state, same pan, zoom and scroll, but no menu, no message and no pointer.
    pub(in crate::app) fn begin_layout(&mut self, purpose: Purpose, ctx: &egui::Context) {
        let pixels = match purpose {
            Purpose::Picture | Purpose::Copy => SCALE,
            Purpose::FigureSvg | Purpose::FigurePng => PRINT_DPI / png::POINTS_PER_INCH,
        };
        let points = ctx.content_rect().size();
        // Larger text makes fewer points of the same window.
        let zoom = ctx.zoom_factor();
        let scale = (pixels * zoom).min(LONGEST_PX / points.max_elem());
        let mut memory = ctx.memory(Clone::clone);
        memory.options.zoom_factor = 1.0;
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
        let studio = Offscreen::new([points.x, points.y], scale, |ctx| {
            ctx.memory_mut(|fresh| *fresh = memory);
            // After it: new fonts are noted down in the memory.
            ctx.set_fonts(style::fonts());
            egui::Popup::close_all(ctx);
        });
        let textures = Textures::default();
        self.exports.layout = Some(Layout { purpose, studio, texts: texts_of(ctx), textures });
        ctx.request_repaint();
    }

    /// Lays a frame of it out; what has settled is put aside for its file, or painted for the clipboard.
    pub(in crate::app) fn go_on_with_layout(&mut self, ctx: &egui::Context) {
        let Some(mut layout) = self.exports.layout.take() else { return };
        if !layout.texts.is_empty() {
            let left = layout.texts.split_off(layout.texts.len().min(TEXTS_A_FRAME));
            let texts = std::mem::replace(&mut layout.texts, left);
            layout.studio.draw_letters(texts.into_iter().map(Arc::unwrap_or_clone));
            self.exports.layout = Some(layout);
            return ctx.request_repaint();
        }
        self.scene.exchange_textures(&mut layout.textures);
        // A frozen picture is made of the window's own pixels; what lies behind it is drawn.
        let frozen = self.scene.frozen.take();
        let was_frozen = std::mem::take(&mut self.state.projector.is_frozen);
        let was_still = std::mem::replace(&mut self.state.still, true);
        let has_settled = layout.studio.frame(|ui| ui::draw(ui, &self.state, &mut self.scene, &mut Vec::new()));
        self.state.still = was_still;
        self.state.projector.is_frozen = was_frozen;
        self.scene.frozen = frozen;
        self.scene.exchange_textures(&mut layout.textures);
        if has_settled {
            self.use_layout(layout, ctx);
        } else {
            self.exports.layout = Some(layout);
            ctx.request_repaint();
        }
    }

    fn use_layout(&mut self, Layout { purpose, studio, .. }: Layout, ctx: &egui::Context) {
        let facts = self.state.facts();
        let figure = ui::figure_on_screen(studio.context());
        let portrait = |figure, dpi| Box::new(Portrait { studio, figure, facts, dpi });
        match purpose {
            Purpose::Picture => self.send_home(ExportJob::Picture(portrait(None, None))),
            Purpose::FigureSvg => self.send_home(ExportJob::FigureSvg(portrait(figure, Some(PRINT_DPI)))),
            Purpose::FigurePng => self.send_home(ExportJob::FigurePng(portrait(figure, Some(PRINT_DPI)))),
            Purpose::Copy => {
                let portrait = portrait(figure, None);
                let (sender, waker) = (self.exports.painted.0.clone(), ctx.clone());
                threads::start_or_run("copy", move || {
                    // The window may have been closed meanwhile.
                    let _ = sender.send(portrait.image());
                    waker.request_repaint();
                });
            }
        }
    }

    /// Puts the picture on the clipboard once it is painted, and says so.
    pub(in crate::app) fn take_copy(&mut self, ctx: &egui::Context, now_seconds: f64) {
        if let Ok(picture) = self.exports.painted.1.try_recv() {
            ctx.copy_image(picture);
            self.say(MessageKind::Note, MessageText::plain("picture-copied"), now_seconds);
        }
    }
}

/// Texts that the window shows in this frame, each once.
fn texts_of(ctx: &egui::Context) -> Vec<Arc<LayoutJob>> {
    let mut texts = BTreeMap::new();
    ctx.graphics(|graphics| {
        let shapes = graphics.get(LayerId::background()).into_iter().flat_map(|list| list.all_entries());
        shapes.for_each(|shape| add_texts(&shape.shape, &mut texts));
    });
    texts.into_values().collect()
}

fn add_texts(shape: &Shape, texts: &mut BTreeMap<u64, Arc<LayoutJob>>) {
    match shape {
        Shape::Text(text) => {
            texts.insert(egui::util::hash(&*text.galley.job), Arc::clone(&text.galley.job));
        }
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| add_texts(shape, texts)),
        _ => {}
    }
}
