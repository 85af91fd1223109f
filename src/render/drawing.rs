//! What a view has come to, still to be painted: triangles and the textures on them, as data.

use egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex};
use egui::{Color32, Rect, TextureId};
use serde::{Deserialize, Serialize};

use super::raster::Raster;

/// A mesh and where it may be seen.
#[derive(Serialize, Deserialize)]
struct Triangles {
    clip_rect: Rect,
    texture_id: TextureId,
    #[serde(with = "crate::wire::plain")]
    vertices: Vec<Vertex>,
    #[serde(with = "crate::wire::plain")]
    indices: Vec<u32>,
}

/// A view that was laid out and cut into triangles.
#[derive(Serialize, Deserialize)]
pub struct Drawing {
    meshes: Vec<Triangles>,
    raster: Raster,
    pixels_per_point: f32,
    size_px: [usize; 2],
    background: Color32,
}

impl Drawing {
    /// Of primitives, with the textures that `raster` knows; width and height in pixels.
    pub(super) fn new(
        primitives: Vec<ClippedPrimitive>,
        raster: Raster,
        pixels_per_point: f32,
        size_px: [usize; 2],
        background: Color32,
    ) -> Self {
        let meshes = primitives.into_iter().filter_map(|ClippedPrimitive { clip_rect, primitive }| match primitive {
            Primitive::Mesh(Mesh { indices, vertices, texture_id }) => {
                Some(Triangles { clip_rect, texture_id, vertices, indices })
            }
            Primitive::Callback(_) => None,
        });
        Self { meshes: meshes.collect(), raster, pixels_per_point, size_px, background }
    }

    /// The pixels.
    #[must_use]
    pub fn paint(self) -> image::RgbaImage {
        let primitive = |Triangles { clip_rect, texture_id, vertices, indices }| ClippedPrimitive {
            clip_rect,
            primitive: Primitive::Mesh(Mesh { indices, vertices, texture_id }),
        };
        let primitives: Vec<_> = self.meshes.into_iter().map(primitive).collect();
        self.raster.paint(&primitives, self.pixels_per_point, self.size_px, self.background)
    }

    /// The pixels within `part` (points).
    #[must_use]
    pub fn paint_part(self, part: Rect) -> image::RgbaImage {
        let scale = self.pixels_per_point;
        let whole = self.paint();
        let edge = |points: f32, most: u32| ((points * scale).round().max(0.0) as u32).min(most);
        let (left, top) = (edge(part.left(), whole.width()), edge(part.top(), whole.height()));
        let (right, bottom) = (edge(part.right(), whole.width()), edge(part.bottom(), whole.height()));
        let (width, height) = (right.saturating_sub(left), bottom.saturating_sub(top));
        image::imageops::crop_imm(&whole, left, top, width.max(1), height.max(1)).to_image()
    }
}
