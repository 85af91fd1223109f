//! Textures: filters, parts, and when they go.

use egui::epaint::ImageDelta;
use egui::epaint::textures::{TextureFilter, TextureOptions};
use egui::{Color32, ColorImage, Mesh, Pos2, Rect, TextureId, TexturesDelta, pos2, vec2};
use inception_lens::render::raster::Raster;

use super::{RED, paint, set, white_raster};

/// A picture `size` pixels wide and high that shows all of texture 1.
fn textured(raster: &Raster, size: f32, as_triangles: bool) -> image::RgbaImage {
    let mut mesh = Mesh::with_texture(TextureId::Managed(1));
    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    let rect = Rect::from_min_size(Pos2::ZERO, vec2(size, size));
    mesh.add_rect_with_uv(rect, whole, Color32::WHITE);
    if as_triangles {
        mesh.indices = vec![0, 1, 3, 0, 3, 2];
    }
    paint(raster, vec![mesh], [size as usize, size as usize])
}

fn checkerboard(options: TextureOptions) -> Raster {
    let mut raster = white_raster();
    let texels = vec![Color32::WHITE, Color32::BLACK, Color32::BLACK, RED];
    let image = ColorImage::new([2, 2], texels);
    set(&mut raster, 1, ImageDelta::full(image, options));
    raster
}

#[test]
fn nearest_shows_squares_and_linear_a_gradient() {
    for as_triangles in [false, true] {
        let nearest = textured(&checkerboard(TextureOptions::NEAREST), 8.0, as_triangles);
        assert_eq!(nearest.get_pixel(3, 3).0, [255, 255, 255, 255]);
        assert_eq!(nearest.get_pixel(4, 3).0, [0, 0, 0, 255]);
        assert_eq!(nearest.get_pixel(4, 4).0, [255, 0, 0, 255]);

        let one_to_one = textured(&checkerboard(TextureOptions::LINEAR), 2.0, as_triangles);
        let texels: Vec<_> = one_to_one.pixels().map(|pixel| pixel[1]).collect();
        assert_eq!(texels, [255, 0, 0, 0], "texel for pixel, as text is drawn");

        let linear = textured(&checkerboard(TextureOptions::LINEAR), 8.0, as_triangles);
        assert_eq!(linear.get_pixel(0, 0).0, [255, 255, 255, 255], "clamped");
        // Pixel 3 lies at 0.875 texels, 3/8 of the way from the first texel's centre to the second's.
        assert_eq!(linear.get_pixel(3, 0).0[0], 159);
        let both = linear.get_pixel(3, 3).0;
        let (stay, go) = (5.0 / 8.0, 3.0 / 8.0);
        assert_eq!(both[0], (255.0_f32 * (stay * stay + go * go)).round() as u8);
        assert_eq!(both[1], (255.0_f32 * stay * stay).round() as u8);
    }
}

#[test]
fn the_filter_depends_on_whether_texels_are_larger_than_pixels() {
    let options = TextureOptions {
        magnification: TextureFilter::Nearest,
        minification: TextureFilter::Linear,
        ..TextureOptions::NEAREST
    };
    let larger = textured(&checkerboard(options), 8.0, false);
    assert_eq!(larger.get_pixel(3, 0).0[0], 255);
    let smaller = textured(&checkerboard(options), 1.0, false);
    assert_eq!(smaller.get_pixel(0, 0).0, [128, 64, 64, 255]);
}

#[test]
fn a_partial_delta_changes_its_part_only_and_a_freed_texture_lasts_one_more_frame() {
    let mut raster = checkerboard(TextureOptions::NEAREST);
    let blue = ColorImage::filled([1, 2], Color32::BLUE);
    set(&mut raster, 1, ImageDelta::partial([1, 0], blue, TextureOptions::NEAREST));
    let picture = textured(&raster, 2.0, false);
    let pixels: Vec<_> = picture.pixels().map(|pixel| pixel.0).collect();
    let blue = [0, 0, 255, 255];
    assert_eq!(pixels, [[255; 4], blue, [0, 0, 0, 255], blue]);

    let mut delta = TexturesDelta::default();
    delta.free(TextureId::Managed(1));
    raster.apply(&mut delta);
    assert_eq!(textured(&raster, 2.0, false), picture);
    raster.apply(&mut TexturesDelta::default());
    assert_eq!(textured(&raster, 2.0, false).get_pixel(0, 0).0[0], 0);
}
