//! One triangle: which pixels it covers, and what colour each gets.
//!
//! Corners are snapped to 1/256 pixel, as graphics hardware does, and coverage is decided in whole numbers, so it is exact.

use egui::epaint::Mesh;
use egui::epaint::textures::TextureFilter;

use super::canvas::{Canvas, Shade, blend, blend_run, shade_of};
use super::texture::Texture;

/// Subpixel steps in a pixel.
pub const STEPS: i64 = 256;
/// The farthest a corner may be, in pixels: products of two coordinates must fit in 64 bits.
const FARTHEST_PX: f32 = 1_000_000.0;

/// A position in pixels as a whole number of subpixel steps; `None` if it is not a number or absurdly far away.
pub fn snap(pixels: f32) -> Option<i64> {
    (pixels.abs() <= FARTHEST_PX).then(|| (pixels * STEPS as f32).round() as i64)
}

/// The first pixel whose centre is at or after `position` (in subpixel steps).
pub fn first_centre(position: i64) -> i64 {
    -((STEPS / 2 - position).div_euclid(STEPS))
}

#[derive(Clone, Copy)]
struct Corner {
    x: i64,
    y: i64,
    color: Shade,
    uv: [f32; 2],
}

/// A triangle with its corners in clockwise order on the screen.
pub struct Triangle {
    corners: [Corner; 3],
}

impl Triangle {
    /// The triangle of three vertices of a mesh; `None` if it has no area or a corner is not a place.
    pub fn new(mesh: &Mesh, indices: [u32; 3], pixels_per_point: f32) -> Option<Self> {
        let corner = |index: u32| {
            let vertex = mesh.vertices.get(index as usize)?;
            Some(Corner {
                x: snap(vertex.pos.x * pixels_per_point)?,
                y: snap(vertex.pos.y * pixels_per_point)?,
                color: shade_of(vertex.color),
                uv: [vertex.uv.x, vertex.uv.y],
            })
        };
        let [a, b, c] = [corner(indices[0])?, corner(indices[1])?, corner(indices[2])?];
        let doubled_area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        match doubled_area.signum() {
            1 => Some(Self { corners: [a, b, c] }),
            -1 => Some(Self { corners: [a, c, b] }),
            _ => None,
        }
    }

    /// Draws the part of the triangle that lies inside the canvas's clip rectangle.
    pub fn paint(&self, canvas: &mut Canvas, texture: &Texture) {
        let [a, b, c] = &self.corners;
        let clip = canvas.clip();
        let top = first_centre(a.y.min(b.y).min(c.y)).max(clip.top as i64);
        let bottom = first_centre(a.y.max(b.y).max(c.y) + 1).min(clip.bottom as i64);
        let leftmost = first_centre(a.x.min(b.x).min(c.x));
        let rightmost = first_centre(a.x.max(b.x).max(c.x) + 1);
        if top >= bottom || leftmost >= clip.right as i64 || rightmost <= clip.left as i64 {
            return;
        }
        let edges = [Edge::new(a, b), Edge::new(b, c), Edge::new(c, a)];
        let paint = Paint::new(&self.corners, texture);
        for y in top..bottom {
            let mut span = (clip.left as i64, clip.right as i64);
            for edge in &edges {
                edge.narrow(y, &mut span);
            }
            let (left, right) = span;
            if left < right {
                let run = canvas.span(y as usize, left as usize, right as usize);
                paint.run(run, left, y, texture);
            }
        }
    }
}

/// One side of a triangle as the half-plane `offset + dx * y - dy * x >= 0`, in subpixel steps.
struct Edge {
    dx: i64,
    dy: i64,
    offset: i64,
}

impl Edge {
    fn new(from: &Corner, to: &Corner) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let is_top_or_left = dy < 0 || (dy == 0 && dx > 0);
        // A centre exactly on an edge belongs to the triangle below or right of it, and to no other.
        let on_the_edge = if is_top_or_left { 0 } else { -1 };
        Self { dx, dy, offset: dy * from.x - dx * from.y + on_the_edge }
    }

    /// Cuts the span of pixel columns of row `y` down to those whose centres are on the inner side.
    fn narrow(&self, y: i64, span: &mut (i64, i64)) {
        let half = STEPS / 2;
        let rest = self.offset + self.dx * (y * STEPS + half) - self.dy * half;
        match self.dy.signum() {
            1 => span.1 = span.1.min(rest.div_euclid(self.dy * STEPS) + 1),
            -1 => span.0 = span.0.max(-(rest.div_euclid(-self.dy * STEPS))),
            _ if rest < 0 => span.1 = span.0,
            _ => {}
        }
    }
}

/// A quantity that changes evenly over the plane.
#[derive(Clone, Copy)]
struct Plane<const N: usize> {
    at_origin: [f32; N],
    per_x: [f32; N],
    per_y: [f32; N],
}

impl<const N: usize> Plane<N> {
    /// The plane through one value at each corner; it is evaluated relative to the first corner.
    fn new(corners: &[Corner; 3], value: impl Fn(&Corner) -> [f32; N]) -> Self {
        let [a, b, c] = corners;
        let pixels = |steps: i64| steps as f32 / STEPS as f32;
        let (bx, by) = (pixels(b.x - a.x), pixels(b.y - a.y));
        let (cx, cy) = (pixels(c.x - a.x), pixels(c.y - a.y));
        let scale = 1.0 / (bx * cy - by * cx);
        let (va, vb, vc) = (value(a), value(b), value(c));
        let slope = |p: f32, q: f32| std::array::from_fn(|i| ((vb[i] - va[i]) * p - (vc[i] - va[i]) * q) * scale);
        Self { at_origin: va, per_x: slope(cy, by), per_y: slope(-cx, -bx) }
    }

    fn at(&self, x: f32, y: f32) -> [f32; N] {
        std::array::from_fn(|i| self.at_origin[i] + self.per_x[i] * x + self.per_y[i] * y)
    }
}

/// How the pixels of a triangle get their colour.
enum Paint {
    /// Everywhere the same.
    Flat(Shade),
    /// The vertex colours, times one texel.
    Gradient { origin: (i64, i64), color: Plane<4> },
    /// The vertex colours times the texture.
    Textured { origin: (i64, i64), color: Plane<4>, place: Plane<2>, filter: TextureFilter },
}

impl Paint {
    fn new(corners: &[Corner; 3], texture: &Texture) -> Self {
        let [a, b, c] = corners;
        let origin = (a.x, a.y);
        let [width, height] = texture.size();
        let texels = |corner: &Corner| [corner.uv[0] * width, corner.uv[1] * height];
        if a.uv != b.uv || a.uv != c.uv {
            let place = Plane::new(corners, texels);
            let stretch = |slope: [f32; 2]| slope[0].hypot(slope[1]);
            let texels_per_pixel = stretch(place.per_x).max(stretch(place.per_y));
            return Self::Textured {
                origin,
                color: Plane::new(corners, |corner| corner.color),
                place,
                filter: texture.filter(texels_per_pixel),
            };
        }
        let texel = texture.sample(texels(a), texture.filter(0.0));
        let tinted = |corner: &Corner| multiply(corner.color, texel);
        if a.color == b.color && a.color == c.color {
            Self::Flat(tinted(a))
        } else {
            Self::Gradient { origin, color: Plane::new(corners, tinted) }
        }
    }

    /// Paints pixels of row `y` from column `left` on.
    fn run(&self, run: &mut [[u8; 4]], left: i64, y: i64, texture: &Texture) {
        let from_origin = |origin: &(i64, i64)| {
            let pixels = |steps: i64| steps as f32 / STEPS as f32;
            let x = pixels(left * STEPS + STEPS / 2 - origin.0);
            (x, pixels(y * STEPS + STEPS / 2 - origin.1))
        };
        match self {
            Self::Flat(color) => blend_run(run, *color),
            Self::Gradient { origin, color } => {
                let (x, y) = from_origin(origin);
                let mut shade = color.at(x, y);
                for pixel in run {
                    blend(pixel, shade);
                    add(&mut shade, color.per_x);
                }
            }
            Self::Textured { origin, color, place, filter } => {
                let (x, y) = from_origin(origin);
                let (mut shade, mut texel) = (color.at(x, y), place.at(x, y));
                for pixel in run {
                    blend(pixel, multiply(shade, texture.sample(texel, *filter)));
                    add(&mut shade, color.per_x);
                    add(&mut texel, place.per_x);
                }
            }
        }
    }
}

fn add<const N: usize>(value: &mut [f32; N], step: [f32; N]) {
    for (value, step) in value.iter_mut().zip(step) {
        *value += step;
    }
}

/// A vertex colour times a texel, both 0 to 255.
pub fn multiply(color: Shade, texel: Shade) -> Shade {
    std::array::from_fn(|channel| color[channel] * texel[channel] * (1.0 / 255.0))
}
