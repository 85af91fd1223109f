//! egui's shapes as an SVG document: lines as lines, text as text, pictures embedded.
//!
//! | file | its job |
//! |---|---|
//! | `mod` | the document: what lies outside is left out, what is cut is clipped |
//! | `shapes` | rectangles, circles, lines, paths, curves |
//! | `text` | rows of text, as wide as they were laid out whatever font draws them |
//! | `mesh` | triangles: flat colours, gradients, pictures |
//! | `pictures` | parts of textures as PNG or JPEG |
//! | `write` | numbers, colours, attributes |
//!
//! A point of the screen is a unit of the document, 1/96 inch.  Feathering and snapping to pixels are the reader's affair.
//! Shadows are left out, as are paint callbacks.

mod mesh;
mod pictures;
mod shapes;
mod text;
mod write;

use std::fmt::Write as _;

use egui::epaint::ClippedShape;
use egui::{Color32, Rect};

use super::raster::Raster;
use write::{Escaped, Number, Paint};

/// The document being written.
struct Document<'a> {
    raster: &'a Raster,
    /// Elements so far.
    body: String,
    /// Rectangles that things are cut at, by number.
    clips: Vec<Rect>,
    /// Gradients, by number.
    fades: Vec<mesh::Fade>,
}

/// What `shapes` paint within `page` (points) over `background`, as one SVG file; `facts` are its metadata, names and values.
///
/// `raster` knows the textures.
pub fn document(
    shapes: &[ClippedShape],
    raster: &Raster,
    page: Rect,
    background: Color32,
    facts: &[(&str, String)],
) -> String {
    let mut document = Document { raster, body: String::new(), clips: Vec::new(), fades: Vec::new() };
    let mut clip = None;
    for shape in shapes {
        let bounds = shape.shape.visual_bounding_rect();
        let seen = shape.clip_rect.intersect(page);
        if !(seen.is_positive() && bounds.intersects(seen)) {
            continue;
        }
        let needed = (!seen.contains_rect(bounds)).then_some(seen);
        if needed != clip {
            document.close_clip(clip);
            document.open_clip(needed);
            clip = needed;
        }
        document.shape(&shape.shape);
    }
    document.close_clip(clip);
    document.finish(page, background, facts)
}

impl Document<'_> {
    fn open_clip(&mut self, clip: Option<Rect>) {
        let Some(clip) = clip else { return };
        let known = self.clips.iter().position(|other| *other == clip);
        let number = known.unwrap_or_else(|| {
            self.clips.push(clip);
            self.clips.len() - 1
        });
        self.put(format_args!("<g clip-path=\"url(#c{number})\">\n"));
    }

    fn close_clip(&mut self, clip: Option<Rect>) {
        if clip.is_some() {
            self.body.push_str("</g>\n");
        }
    }

    /// Appends to the body.
    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // A string takes everything.
        let _ = self.body.write_fmt(text);
    }

    fn finish(self, page: Rect, background: Color32, facts: &[(&str, String)]) -> String {
        let [left, top, width, height] = [page.left(), page.top(), page.width(), page.height()].map(Number);
        let mut out = String::with_capacity(self.body.len() + 2048);
        let mut put = |text: std::fmt::Arguments<'_>| {
            let _ = out.write_fmt(text);
        };
        put(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"{left} {top} {width} {height}\" \
             font-family=\"Inter,'Noto Sans KR','Malgun Gothic','Apple SD Gothic Neo',sans-serif\">\n<metadata>\n"
        ));
        for (name, value) in facts {
            put(format_args!("{}: {}\n", Escaped(name), Escaped(value)));
        }
        put(format_args!("</metadata>\n<defs>\n"));
        for (number, clip) in self.clips.iter().enumerate() {
            let [x, y, width, height] = [clip.left(), clip.top(), clip.width(), clip.height()].map(Number);
            put(format_args!(
                "<clipPath id=\"c{number}\"><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/></clipPath>\n"
            ));
        }
        for (number, fade) in self.fades.iter().enumerate() {
            let [x, y] = fade.end().map(Number);
            let [from, to] = fade.shown();
            put(format_args!(
                "<linearGradient id=\"f{number}\" x1=\"0\" y1=\"0\" x2=\"{x}\" y2=\"{y}\"><stop{from}/><stop \
                 offset=\"1\"{to}/></linearGradient>\n"
            ));
        }
        let fill = Paint("fill", background);
        put(format_args!("</defs>\n<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"{fill}/>\n"));
        put(format_args!("{}</svg>\n", self.body));
        out
    }
}
