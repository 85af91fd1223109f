//! A small CPU rasteriser of egui's tessellated output: pictures without a display or a graphics driver.
//!
//! It follows the shader of `egui_glow`: vertex colour times texel, both premultiplied and in gamma space, then
//! `source + destination * (1 - source alpha)`, eight bits a channel.  Sampling is at pixel centres with a top-left fill
//! rule, so neighbouring triangles neither overlap nor leave a gap.  Left out: dithering (it never changes a flat colour),
//! mipmaps, and paint callbacks.

mod canvas;
mod quad;
mod texture;
mod triangle;

use std::collections::{HashMap, HashSet};

use egui::epaint::{ClippedPrimitive, Mesh, Primitive};
use egui::{Color32, Rect, TextureId, TexturesDelta};

use canvas::{Canvas, PixelRect};
use texture::Texture;

/// The textures of one egui context, and the painter that draws with them.
#[derive(Clone, Default, serde::Serialize, serde::Deserialize)]
pub struct Raster {
    textures: HashMap<TextureId, Texture>,
    #[serde(skip)]
    freed_last_frame: HashSet<TextureId>,
}

impl Raster {
    /// A rasteriser that knows no texture yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes over what one egui frame says about its textures, and leaves `delta` empty.
    ///
    /// A texture freed in a frame may still be drawn in that frame, so it goes when the next delta arrives.
    pub fn apply(&mut self, delta: &mut TexturesDelta) {
        for id in self.freed_last_frame.drain() {
            self.textures.remove(&id);
        }
        for (id, changes) in delta.set.drain() {
            for change in changes {
                match (change.pos, self.textures.get_mut(&id)) {
                    (Some(corner), Some(texture)) => texture.replace_part(corner, &change),
                    _ => {
                        self.textures.insert(id, Texture::new(&change));
                    }
                }
            }
        }
        self.freed_last_frame.extend(delta.free.drain());
    }

    /// A texture, once it was applied.
    pub(super) fn texture(&self, id: TextureId) -> Option<&Texture> {
        self.textures.get(&id)
    }

    /// Draws tessellated primitives, in order, over `background`.
    ///
    /// `size_px` is `[width, height]` in pixels; positions are multiplied by `pixels_per_point`.  Meshes whose texture was never
    /// applied are skipped, as are paint callbacks.  The result has premultiplied alpha: with an opaque background it is opaque.
    #[must_use]
    pub fn paint(
        &self,
        primitives: &[ClippedPrimitive],
        pixels_per_point: f32,
        size_px: [usize; 2],
        background: Color32,
    ) -> image::RgbaImage {
        let mut canvas = Canvas::new(size_px, background);
        for primitive in primitives {
            let Primitive::Mesh(mesh) = &primitive.primitive else {
                continue;
            };
            let Some(texture) = self.textures.get(&mesh.texture_id) else {
                continue;
            };
            let clip = clip_px(primitive.clip_rect, pixels_per_point, size_px);
            if !clip.is_empty() {
                canvas.set_clip(clip);
                paint_mesh(&mut canvas, mesh, texture, pixels_per_point);
            }
        }
        canvas.into_image()
    }
}

/// The clip rectangle in whole pixels, rounded and clamped to the picture.
fn clip_px(clip: Rect, pixels_per_point: f32, [width, height]: [usize; 2]) -> PixelRect {
    let edge = |points: f32, limit: usize| {
        // A float cast saturates and turns NaN into zero, which is what an edge far outside needs.
        ((points * pixels_per_point).round().max(0.0) as usize).min(limit)
    };
    PixelRect {
        left: edge(clip.min.x, width),
        top: edge(clip.min.y, height),
        right: edge(clip.max.x, width),
        bottom: edge(clip.max.y, height),
    }
}

/// Draws one mesh: axis-aligned rectangles whole, everything else a triangle at a time.
fn paint_mesh(canvas: &mut Canvas, mesh: &Mesh, texture: &Texture, pixels_per_point: f32) {
    let mut indices = mesh.indices.as_slice();
    while indices.len() >= 3 {
        if let Some(quad) = quad::Quad::detect(mesh, indices, texture, pixels_per_point) {
            quad.paint(canvas, texture);
            indices = &indices[6..];
        } else {
            let corners = [indices[0], indices[1], indices[2]];
            if let Some(triangle) = triangle::Triangle::new(mesh, corners, pixels_per_point) {
                triangle.paint(canvas, texture);
            }
            indices = &indices[3..];
        }
    }
}
