//! The fast path: axis-aligned rectangles in one colour, plain or textured (every glyph, tile and bar is one).

use egui::Color32;
use egui::epaint::textures::TextureFilter;
use egui::epaint::{Mesh, Vertex};

use super::canvas::{Canvas, Shade, blend, blend_run, shade_of};
use super::texture::Texture;
use super::triangle::{STEPS, first_centre, multiply, snap};

/// How far from a texel's centre a sample may lie and still count as that texel; hardware weights have eight bits.
const ON_THE_TEXEL: f32 = 1.0 / 512.0;

/// A rectangle given by its sides in subpixel steps, and the texture coordinates that run along them.
pub struct Quad {
    left: i64,
    top: i64,
    right: i64,
    bottom: i64,
    color: Shade,
    texels: Texels,
}

/// Column and row of the texel at the top left corner, and the change from one pixel to the next.
struct Texels {
    at_corner: [f32; 2],
    per_pixel: [f32; 2],
    filter: TextureFilter,
}

impl Quad {
    /// Looks whether the next two triangles are one such rectangle, in the order in which epaint writes them.
    pub fn detect(mesh: &Mesh, indices: &[u32], texture: &Texture, pixels_per_point: f32) -> Option<Self> {
        let &[a, b, c, d, e, f, ..] = indices else {
            return None;
        };
        if d != c || e != b {
            return None;
        }
        let vertex = |index: u32| mesh.vertices.get(index as usize);
        let (a, b, c, d) = (vertex(a)?, vertex(b)?, vertex(c)?, vertex(f)?);
        let is_upright = a.pos.y == b.pos.y && c.pos.y == d.pos.y && a.pos.x == c.pos.x && b.pos.x == d.pos.x;
        let is_mapped_upright = a.uv.y == b.uv.y && c.uv.y == d.uv.y && a.uv.x == c.uv.x && b.uv.x == d.uv.x;
        let is_one_color = a.color == b.color && a.color == c.color && a.color == d.color;
        if !(is_upright && is_mapped_upright && is_one_color) {
            return None;
        }
        let (left, top) = (snap(a.pos.x * pixels_per_point)?, snap(a.pos.y * pixels_per_point)?);
        let (right, bottom) = (snap(d.pos.x * pixels_per_point)?, snap(d.pos.y * pixels_per_point)?);
        if left >= right || top >= bottom {
            return None;
        }
        let size = [right - left, bottom - top].map(|steps| steps as f32 / STEPS as f32);
        Some(Self { left, top, right, bottom, color: shade_of(a.color), texels: Texels::new(a, d, size, texture) })
    }

    /// Draws the part of the rectangle that lies inside the canvas's clip rectangle.
    pub fn paint(&self, canvas: &mut Canvas, texture: &Texture) {
        let clip = canvas.clip();
        let left = first_centre(self.left).max(clip.left as i64);
        let right = first_centre(self.right).min(clip.right as i64);
        let top = first_centre(self.top).max(clip.top as i64);
        let bottom = first_centre(self.bottom).min(clip.bottom as i64);
        if left >= right {
            return;
        }
        let flat = self.flat_color(texture);
        let offset = |pixel: i64, start: i64| (pixel * STEPS + STEPS / 2 - start) as f32 / STEPS as f32;
        for y in top..bottom {
            let run = canvas.span(y as usize, left as usize, right as usize);
            if let Some(color) = flat {
                blend_run(run, color);
            } else {
                let from_corner = [offset(left, self.left), offset(y, self.top)];
                self.texels.run(run, from_corner, self.color, texture);
            }
        }
    }

    /// The one colour of a rectangle that shows a single texel.
    fn flat_color(&self, texture: &Texture) -> Option<Shade> {
        let texels = &self.texels;
        (texels.per_pixel == [0.0; 2]).then(|| multiply(self.color, texture.sample(texels.at_corner, texels.filter)))
    }
}

impl Texels {
    fn new(top_left: &Vertex, bottom_right: &Vertex, size: [f32; 2], texture: &Texture) -> Self {
        let [width, height] = texture.size();
        let at_corner = [top_left.uv.x * width, top_left.uv.y * height];
        let at_end = [bottom_right.uv.x * width, bottom_right.uv.y * height];
        let per_pixel: [f32; 2] = std::array::from_fn(|axis| (at_end[axis] - at_corner[axis]) / size[axis]);
        let texels_per_pixel = per_pixel[0].abs().max(per_pixel[1].abs());
        Self { at_corner, per_pixel, filter: texture.filter(texels_per_pixel) }
    }

    /// Paints pixels of one row; `from_corner` is the first one's centre, in pixels from the rectangle's top left corner.
    fn run(&self, run: &mut [[u8; 4]], from_corner: [f32; 2], color: Shade, texture: &Texture) {
        let [mut x, y] = std::array::from_fn(|axis| self.at_corner[axis] + self.per_pixel[axis] * from_corner[axis]);
        if let Some(texels) = self.one_to_one([x, y], run.len(), texture) {
            for (pixel, texel) in run.iter_mut().zip(texels) {
                if *texel != Color32::TRANSPARENT {
                    blend(pixel, multiply(color, shade_of(*texel)));
                }
            }
            return;
        }
        for pixel in run {
            blend(pixel, multiply(color, texture.sample([x, y], self.filter)));
            x += self.per_pixel[0];
        }
    }

    /// The texels of a row that is shown texel for pixel, as text is.
    fn one_to_one<'a>(&self, [x, y]: [f32; 2], count: usize, texture: &'a Texture) -> Option<&'a [Color32]> {
        let last = x + self.per_pixel[0] * (count as f32 - 1.0);
        let column = x.floor();
        let is_centred = |value: f32, cell: f32| (value - cell - 0.5).abs() < ON_THE_TEXEL;
        let is_aligned =
            is_centred(x, column) && is_centred(last, column + count as f32 - 1.0) && is_centred(y, y.floor());
        is_aligned.then(|| texture.row(y.floor() as i64, column as i64, count)).flatten()
    }
}
