//! Draws any view into a picture, without a window.

use std::time::Duration;

use egui::epaint::{ClippedPrimitive, ClippedShape};
use egui::text::LayoutJob;
use egui::{Color32, Context, Pos2, RawInput, Rect, Ui, Vec2, ViewportId};

use crate::render::drawing::Drawing;
use crate::render::raster::Raster;
use crate::render::svg;

/// Time between two frames, in seconds: fixed, so that a picture never depends on the machine.
const FRAME_SECONDS: f64 = 1.0 / 60.0;
/// Layout that depends on last frame's sizes needs a second look; a third proves that it has settled.
const FEWEST_FRAMES: usize = 3;
/// A view that asks to be redrawn for ever is drawn as it then is.
const MOST_FRAMES: usize = 12;
/// The side of the largest texture, as on common graphics hardware.
const LARGEST_TEXTURE: usize = 8192;

/// Draws a view once it has settled, with animations off.
///
/// `size_points` is width and height; the picture has `pixels_per_point` times as many pixels, rounded.  `setup` is called once
/// with the fresh context, to install fonts and theme; `draw` is called once a frame (or oftener, if a pass is repeated).
#[must_use]
pub fn snapshot(
    size_points: [f32; 2],
    pixels_per_point: f32,
    setup: impl FnOnce(&Context),
    draw: impl FnMut(&mut Ui),
) -> image::RgbaImage {
    let mut studio = Offscreen::new(size_points, pixels_per_point, setup);
    studio.layout(draw);
    studio.paint()
}

/// Where views are drawn without a window, one after another.
///
/// To pose is cheap and to paint is not; between the two a studio can be sent to another thread.
pub struct Offscreen {
    ctx: Context,
    raster: Raster,
    size_points: [f32; 2],
    pixels_per_point: f32,
    /// Frames drawn so far.
    frames: usize,
    /// Those of them since a view last had settled.
    looks: usize,
    shapes: Vec<ClippedShape>,
    /// How many of them are triangles already, and those.
    tessellated: (usize, Vec<ClippedPrimitive>),
}

impl Offscreen {
    /// An empty studio; the arguments are those of [`snapshot`].
    pub fn new(size_points: [f32; 2], pixels_per_point: f32, setup: impl FnOnce(&Context)) -> Self {
        let ctx = Context::default();
        setup(&ctx);
        ctx.all_styles_mut(|style| style.animation_time = 0.0);
        Self {
            ctx,
            raster: Raster::new(),
            size_points,
            pixels_per_point,
            frames: 0,
            looks: 0,
            shapes: Vec::new(),
            tessellated: (0, Vec::new()),
        }
    }

    /// Draws frames until the view has settled.
    pub fn layout(&mut self, mut draw: impl FnMut(&mut Ui)) {
        while !self.frame(&mut draw) {}
    }

    /// Draws a frame more; whether the view has settled, or asks to be redrawn for ever.
    pub fn frame(&mut self, draw: impl FnMut(&mut Ui)) -> bool {
        let input = self.input();
        self.frames += 1;
        self.looks += 1;
        let mut output = self.ctx.run_ui(input, draw);
        self.raster.apply(&mut output.textures_delta);
        self.shapes = output.shapes;
        self.tessellated = (0, Vec::new());
        let viewport = output.viewport_output.get(&ViewportId::ROOT);
        let wants_another = viewport.is_some_and(|viewport| viewport.repaint_delay == Duration::ZERO);
        let has_settled = self.looks >= FEWEST_FRAMES && !wants_another || self.looks >= MOST_FRAMES;
        if has_settled {
            self.looks = 0;
        }
        has_settled
    }

    /// Draws the letters of texts, which takes longest of a first frame; no frame of the view.
    pub fn draw_letters(&mut self, texts: impl Iterator<Item = LayoutJob>) {
        let input = self.input();
        let mut output = self.ctx.run_ui(input, |_| ());
        self.raster.apply(&mut output.textures_delta);
        self.ctx.fonts_mut(|fonts| {
            for text in texts {
                fonts.layout_job(text);
            }
        });
    }

    /// The context that it is drawn with.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.ctx
    }

    /// The pixels of the last pose within `part` (points).
    #[must_use]
    pub fn paint_part(&self, part: Rect) -> image::RgbaImage {
        self.drawing().paint_part(part)
    }

    /// The pixels of the last pose.
    #[must_use]
    pub fn paint(&self) -> image::RgbaImage {
        let size_px = self.size_px();
        let pixels_per_point = self.ctx.pixels_per_point();
        self.raster.paint(&self.primitives(), pixels_per_point, size_px, self.background())
    }

    /// The last pose as data, to be painted elsewhere.
    #[must_use]
    pub fn drawing(&self) -> Drawing {
        let pixels_per_point = self.ctx.pixels_per_point();
        Drawing::new(self.primitives(), self.raster.clone(), pixels_per_point, self.size_px(), self.background())
    }

    /// Makes triangles of a few shapes more; whether that are all.
    pub fn tessellate_some(&mut self, most: usize) -> bool {
        let (done, primitives) = &mut self.tessellated;
        let shapes = &self.shapes[*done..self.shapes.len().min(done.saturating_add(most))];
        primitives.extend(self.ctx.tessellate(shapes.to_vec(), self.ctx.pixels_per_point()));
        *done += shapes.len();
        *done == self.shapes.len()
    }

    /// As [`Self::drawing`], of what [`Self::tessellate_some`] has made so far and the rest.
    #[must_use]
    pub fn into_drawing(mut self) -> Drawing {
        self.tessellate_some(usize::MAX);
        let (pixels_per_point, size, background) = (self.ctx.pixels_per_point(), self.size_px(), self.background());
        Drawing::new(self.tessellated.1, self.raster, pixels_per_point, size, background)
    }

    fn primitives(&self) -> Vec<ClippedPrimitive> {
        // A view may have chosen another size of its points meanwhile.
        self.ctx.tessellate(self.shapes.clone(), self.ctx.pixels_per_point())
    }

    fn size_px(&self) -> [usize; 2] {
        self.size_points.map(|points| (points * self.pixels_per_point).round() as usize)
    }

    fn background(&self) -> Color32 {
        self.ctx.global_style().visuals.panel_fill
    }

    /// The last pose as an SVG document, all of it or a part (points); `facts` are its metadata.
    #[must_use]
    pub fn svg(&self, part: Option<Rect>, facts: &[(&str, String)]) -> String {
        let background = self.background();
        let size = Vec2::from(self.size_points) / self.ctx.zoom_factor();
        let page = Rect::from_min_size(Pos2::ZERO, size);
        svg::document(&self.shapes, &self.raster, part.unwrap_or(page), background, facts)
    }

    fn input(&self) -> RawInput {
        let size = Vec2::from(self.size_points) / self.ctx.zoom_factor();
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
            max_texture_side: Some(LARGEST_TEXTURE),
            time: Some(self.frames as f64 * FRAME_SECONDS),
            predicted_dt: FRAME_SECONDS as f32,
            ..Default::default()
        };
        input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(self.pixels_per_point);
        input
    }
}
