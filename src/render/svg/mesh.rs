//! Triangles: flat colours, gradients, pictures.

use egui::epaint::{ClippedPrimitive, Primitive, Vertex};
use egui::{Color32, Mesh, Pos2, Rect, Stroke, TextureId, Vec2};

use super::Document;
use super::write::{Number, Paint, Point};

/// Pixels a point of what has to be drawn as pixels: 300 dpi.
const PIXELS: f32 = 3.125;

impl Document<'_> {
    pub(super) fn mesh(&mut self, mesh: &Mesh) {
        if mesh.texture_id == TextureId::default() { self.colored(mesh) } else { self.textured(mesh) }
    }

    /// Triangles without a picture: what fades out as a gradient, else those of one colour that follow one another as one path.
    fn colored(&mut self, mesh: &Mesh) {
        let fades: Option<Vec<Fade>> = pieces(mesh).map(|piece| fade(&piece)).collect();
        if let Some(fades) = fades {
            fades.into_iter().for_each(|fade| self.faded(fade));
            return;
        }
        let pieces: Vec<(String, Color32)> = pieces(mesh).filter_map(|piece| flat(&piece)).collect();
        let is_flat = pieces.windows(2).all(|pair| pair[0].1 == pair[1].1);
        let mut rest = pieces.as_slice();
        while let Some((_, color)) = rest.first() {
            let count = rest.iter().take_while(|(_, other)| other == color).count();
            let way: String = rest[..count].iter().map(|(way, _)| way.as_str()).collect();
            if is_flat {
                self.way(&way, *color, Stroke::NONE);
            } else {
                // No light between neighbours.
                let fill = Paint("fill", *color);
                self.put(format_args!("<path d=\"{way}\"{fill} shape-rendering=\"crispEdges\"/>\n"));
            }
            rest = &rest[count..];
        }
    }

    /// A rectangle whose colour runs from one side to the other.
    fn faded(&mut self, fade: Fade) {
        let number = self.fades.len();
        let [x, y, width, height] =
            [fade.rect.left(), fade.rect.top(), fade.rect.width(), fade.rect.height()].map(Number);
        self.put(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"url(#f{number})\"/>\n"
        ));
        self.fades.push(fade);
    }

    /// Upright rectangles of a texture as pictures with the texture's own pixels; else the whole mesh as one picture.
    fn textured(&mut self, mesh: &Mesh) {
        let quads: Option<Vec<(Rect, Rect, Color32)>> = pieces(mesh).map(|piece| upright(&piece)).collect();
        match quads {
            Some(quads) => {
                for (rect, uv, tint) in quads {
                    self.picture(mesh.texture_id, rect, uv, tint, None);
                }
            }
            None => self.drawn(mesh),
        }
    }

    /// The mesh drawn as pixels.
    fn drawn(&mut self, mesh: &Mesh) {
        let bounds = mesh.calc_bounds();
        let size = (bounds.size() * PIXELS).ceil();
        if !bounds.is_positive() || size.max_elem() > 16_384.0 {
            return;
        }
        let mut moved = mesh.clone();
        moved.translate(-bounds.min.to_vec2());
        let clip_rect = Rect::from_min_size(Pos2::ZERO, bounds.size() + Vec2::splat(1.0));
        let primitive = ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(moved) };
        let size_px = [size.x as usize, size.y as usize];
        let mut picture = self.raster.paint(&[primitive], PIXELS, size_px, Color32::TRANSPARENT);
        for pixel in picture.pixels_mut() {
            let [red, green, blue, alpha] = pixel.0;
            pixel.0 = Color32::from_rgba_premultiplied(red, green, blue, alpha).to_srgba_unmultiplied();
        }
        self.embed(&picture, Rect::from_min_size(bounds.min, size / PIXELS), true, None);
    }
}

/// Two triangles that share an edge, or one, in the order in which they are painted.
fn pieces(mesh: &Mesh) -> impl Iterator<Item = Vec<Vertex>> {
    let mut triangles = mesh.indices.chunks_exact(3).peekable();
    std::iter::from_fn(move || {
        let first = triangles.next()?;
        let corner = |index: &u32| mesh.vertices.get(*index as usize).copied();
        let shared = |next: &[u32]| next.iter().filter(|index| first.contains(index)).count() == 2;
        let Some(second) = triangles.next_if(|next| shared(next)) else {
            return Some(first.iter().filter_map(corner).collect());
        };
        // The corner of the first alone, a shared one, the corner of the second alone, the other shared one.
        let alone = first.iter().position(|index| !second.contains(index)).unwrap_or(0);
        let beyond = second.iter().find(|index| !first.contains(index)).unwrap_or(&second[0]);
        let around = [first[alone], first[(alone + 1) % 3], *beyond, first[(alone + 2) % 3]];
        Some(around.iter().filter_map(corner).collect())
    })
}

/// An upright rectangle whose colour runs to nothing: from above to below, or from left to right.
#[derive(Clone, Copy)]
pub(super) struct Fade {
    rect: Rect,
    is_down: bool,
    /// At the top or the left, and at the other end.
    colors: [Color32; 2],
}

impl Fade {
    /// Both colours as those of stops: what is not to be seen has the other one's colour.
    pub fn shown(&self) -> [String; 2] {
        let seen = self.colors.into_iter().find(|color| color.a() > 0).unwrap_or_default();
        let [red, green, blue, _] = seen.to_srgba_unmultiplied();
        self.colors.map(|color| {
            let opacity = Number(f32::from(color.a()) / 255.0);
            format!(" stop-color=\"#{red:02x}{green:02x}{blue:02x}\" stop-opacity=\"{opacity}\"")
        })
    }

    /// Where the gradient ends, in shares of the rectangle.
    pub fn end(&self) -> [f32; 2] {
        if self.is_down { [0.0, 1.0] } else { [1.0, 0.0] }
    }
}

/// A piece as a fade.  The rim of a shape is one too, but so thin that nothing is to be seen of it.
fn fade(piece: &[Vertex]) -> Option<Fade> {
    const RIM: f32 = 1.5;
    let (rect, corner) = corners(piece)?;
    let [nw, ne, sw, se] = corner.map(|vertex| vertex.color);
    let is_down = nw == ne && sw == se;
    let is_across = nw == sw && ne == se;
    let colors = if is_down { [nw, sw] } else { [nw, ne] };
    let fades = (is_down || is_across) && (colors[0].a() == 0) != (colors[1].a() == 0);
    (fades && rect.size().min_elem() > RIM).then_some(Fade { rect, is_down, colors })
}

/// The rectangle of a piece that is upright, and its corners: the two above, the two below, each from left to right.
fn corners(piece: &[Vertex]) -> Option<(Rect, [Vertex; 4])> {
    if piece.len() != 4 {
        return None;
    }
    let rect = Rect::from_points(&piece.iter().map(|vertex| vertex.pos).collect::<Vec<_>>());
    let near = |one: f32, other: f32| (one - other).abs() < 1e-3;
    let at = |x: f32, y: f32| piece.iter().find(|vertex| near(vertex.pos.x, x) && near(vertex.pos.y, y)).copied();
    let (left, right, top, bottom) = (rect.left(), rect.right(), rect.top(), rect.bottom());
    Some((rect, [at(left, top)?, at(right, top)?, at(left, bottom)?, at(right, bottom)?]))
}

/// A piece as a closed way and its mean colour; `None` for what cannot be seen, and for the rim of a shape that fades out.
fn flat(piece: &[Vertex]) -> Option<(String, Color32)> {
    let is_rim = piece.iter().any(|vertex| vertex.color.a() == 0);
    if piece.len() < 3 || is_rim {
        return None;
    }
    let count = piece.len() as u32;
    let mean = |channel: usize| {
        let sum: u32 = piece.iter().map(|vertex| u32::from(vertex.color.to_array()[channel])).sum();
        ((sum + count / 2) / count) as u8
    };
    let color = Color32::from_rgba_premultiplied(mean(0), mean(1), mean(2), mean(3));
    let mut way = format!("M{}", Point(piece[0].pos));
    for vertex in &piece[1..] {
        way.push_str(&format!("L{}", Point(vertex.pos)));
    }
    way.push('Z');
    Some((way, color))
}

/// A piece that is an upright rectangle of one tint: its place, the part of the texture, the tint.
fn upright(piece: &[Vertex]) -> Option<(Rect, Rect, Color32)> {
    let (rect, [first, .., last]) = corners(piece)?;
    let is_plain = piece.iter().all(|vertex| vertex.color == first.color);
    is_plain.then_some((rect, Rect { min: first.uv, max: last.uv }, first.color))
}
