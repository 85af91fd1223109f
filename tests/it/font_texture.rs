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
fn it_is_as_wide_whatever_the_screen() {
    let ctx = context();
    let widths = [1.0, 2.0, 1.0].map(|pixels_per_point| frame(&ctx, 14.0, pixels_per_point)[0]);
    assert_eq!(widths, [2300; 3]);
}

/// A frame with more letters than a square has room for gets twice as much, and no letter lies over another.
#[test]
fn a_frame_of_many_large_letters_finds_room_for_all() {
    let ctx = context();
    assert!(frame(&ctx, 14.0, 2.0)[1] <= 64);
    let input = || RawInput { max_texture_side: Some(16_384), ..RawInput::default() };
    let _ = ctx.run_ui(input(), |ui| {
        for points in 0..60 {
            ui.label(
                RichText::new("abcdefghijklmnopqrstuvwxyz0123456789").font(FontId::proportional(60.0 + points as f32)),
            );
        }
    });
    let (size, full) = ctx.fonts(|fonts| (fonts.font_image_size(), fonts.font_atlas_fill_ratio()));
    assert_eq!(size, [2300, 4096]);
    assert!(full < 1.0, "letters lie over one another: {full}");
}

#[test]
fn letters_in_hundreds_of_sizes_begin_anew_before_they_take_more() {
    let ctx = context();
    let heights: Vec<usize> = (0..600).map(|step| frame(&ctx, 8.0 + 0.1 * step as f32, 1.0)[1]).collect();
    assert!(heights.iter().all(|height| *height <= 2048), "{heights:?}");
    assert!(heights.windows(2).any(|pair| pair[1] < pair[0]), "never full: {heights:?}");
}
