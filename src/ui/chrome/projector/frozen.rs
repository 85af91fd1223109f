//! A picture that stays as it is: the pointer moves over it and changes nothing.

use egui::epaint::ClippedShape;
use egui::{Context, LayerId, Vec2};

use crate::ui::chrome::projector::window_size;

/// All that was drawn in one frame.
pub struct Frozen {
    shapes: Vec<ClippedShape>,
    window: Vec2,
    pixels_per_point: f32,
}

impl Frozen {
    /// What this frame has drawn so far; it is drawn all the same.
    #[must_use]
    pub fn take(ctx: &Context) -> Self {
        let order: Vec<LayerId> = ctx.memory(|memory| memory.layer_ids().collect());
        let transforms = ctx.memory(|memory| memory.to_global.clone());
        let shapes = ctx.graphics_mut(|graphics| graphics.drain(&order, &transforms));
        let frozen = Self { shapes, window: window_size(ctx), pixels_per_point: ctx.pixels_per_point() };
        frozen.draw(ctx);
        frozen
    }

    /// Whether it still fits the window.
    #[must_use]
    pub fn fits(&self, ctx: &Context) -> bool {
        self.window == window_size(ctx) && self.pixels_per_point == ctx.pixels_per_point()
    }

    /// Draws it again.
    pub fn draw(&self, ctx: &Context) {
        ctx.graphics_mut(|graphics| {
            let list = graphics.entry(LayerId::background());
            for clipped in &self.shapes {
                list.add(clipped.clip_rect, clipped.shape.clone());
            }
        });
    }
}
