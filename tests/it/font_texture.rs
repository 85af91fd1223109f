//! The texture that letters are drawn from.

use egui::{Context, FontId, RawInput, RichText};
use inception_lens::ui::style::FontTexture;

/// A frame with letters in so many points, on a screen of so many pixels a point; the texture's width and height then.
fn frame(ctx: &Context, points: f32, pixels_per_point: f32) -> [usize; 2] {
    let mut input = RawInput { max_texture_side: Some(16_384), ..RawInput::default() };
    for viewport in input.viewports.values_mut() {
        viewport.native_pixels_per_point = Some(pixels_per_point);
    }
    let letters = RichText::new("abcdefghijklmnopqrstuvwxyz").font(FontId::proportional(points));
    let _ = ctx.run_ui(input, |ui| {
        ui.label(letters.clone());
    });
    ctx.fonts(|fonts| fonts.font_image_size())
}

fn context() -> Context {
    let ctx = Context::default();
    ctx.set_fonts(inception_lens::ui::style::fonts());
    ctx.add_plugin(FontTexture::default());
    ctx
}

#[test]
fn it_is_small_and_larger_for_good_once_a_screen_has_small_pixels() {
    let ctx = context();
    let widths = [1.0, 2.0, 1.0].map(|pixels_per_point| frame(&ctx, 14.0, pixels_per_point)[0]);
    assert_eq!(widths, [2048, 4096, 4096]);
}

#[test]
fn letters_in_hundreds_of_sizes_begin_anew_before_they_take_more() {
    let ctx = context();
    let heights: Vec<usize> = (0..600).map(|step| frame(&ctx, 8.0 + 0.1 * step as f32, 1.0)[1]).collect();
    assert!(heights.iter().all(|height| *height <= 2048), "{heights:?}");
    assert!(heights.windows(2).any(|pair| pair[1] < pair[0]), "never full: {heights:?}");
}
