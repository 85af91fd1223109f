//! Draws any view into a picture, without a window.

use std::time::Duration;

use egui::{Context, Pos2, RawInput, Rect, Ui, Vec2, ViewportId};

use super::raster::Raster;

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
    mut draw: impl FnMut(&mut Ui),
) -> image::RgbaImage {
    let ctx = Context::default();
    setup(&ctx);
    ctx.all_styles_mut(|style| style.animation_time = 0.0);
    let mut raster = Raster::new();
    let mut shapes = Vec::new();
    for frame in 0..MOST_FRAMES {
        let input = frame_input(&ctx, size_points, pixels_per_point, frame);
        let mut output = ctx.run_ui(input, &mut draw);
        raster.apply(&mut output.textures_delta);
        shapes = output.shapes;
        let wants_another = output
            .viewport_output
            .get(&ViewportId::ROOT)
            .is_some_and(|viewport| viewport.repaint_delay == Duration::ZERO);
        if frame + 1 >= FEWEST_FRAMES && !wants_another {
            break;
        }
    }
    let size_px = size_points.map(|points| (points * pixels_per_point).round() as usize);
    let background = ctx.global_style().visuals.panel_fill;
    // A view may have chosen another size of its points meanwhile.
    let pixels_per_point = ctx.pixels_per_point();
    let primitives = ctx.tessellate(shapes, pixels_per_point);
    raster.paint(&primitives, pixels_per_point, size_px, background)
}

fn frame_input(
    ctx: &Context,
    size_points: [f32; 2],
    pixels_per_point: f32,
    frame: usize,
) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(
            Pos2::ZERO,
            Vec2::from(size_points) / ctx.zoom_factor(),
        )),
        max_texture_side: Some(LARGEST_TEXTURE),
        time: Some(frame as f64 * FRAME_SECONDS),
        predicted_dt: FRAME_SECONDS as f32,
        ..Default::default()
    };
    input
        .viewports
        .entry(ViewportId::ROOT)
        .or_default()
        .native_pixels_per_point = Some(pixels_per_point);
    input
}
