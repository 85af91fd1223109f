//! The rasteriser, checked against what a graphics driver would do.

mod textures;

use std::time::Instant;

use egui::epaint::textures::TextureOptions;
use egui::epaint::{ClippedPrimitive, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, Pos2, Rect, TextureId, TexturesDelta, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use inception_lens::render::raster::Raster;

const RED: Color32 = Color32::from_rgb(255, 0, 0);

/// The rasteriser as the renderer of `egui_kittest`, so that tests can look at a harness.
#[derive(Default)]
pub struct RasterRenderer(Raster);

impl egui_kittest::TestRenderer for RasterRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.apply(delta);
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<image::RgbaImage, String> {
        let pixels_per_point = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * pixels_per_point;
        let primitives = ctx.tessellate(output.shapes.clone(), pixels_per_point);
        let size_px = [size.x.round() as usize, size.y.round() as usize];
        let background = ctx.global_style().visuals.panel_fill;
        Ok(self.0.paint(&primitives, pixels_per_point, size_px, background))
    }
}

/// A rasteriser whose texture 0 is one white texel.
fn white_raster() -> Raster {
    let mut raster = Raster::new();
    let white = ColorImage::filled([1, 1], Color32::WHITE);
    set(&mut raster, 0, ImageDelta::full(white, TextureOptions::LINEAR));
    raster
}

fn set(raster: &mut Raster, texture: u64, change: ImageDelta) {
    let mut delta = TexturesDelta::default();
    delta.push(TextureId::Managed(texture), change);
    raster.apply(&mut delta);
}

fn everywhere() -> Rect {
    Rect::from_min_size(Pos2::ZERO, vec2(1e4, 1e4))
}

fn primitive(mesh: Mesh, clip_rect: Rect) -> ClippedPrimitive {
    ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) }
}

fn polygon(points: &[Pos2], color: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for &point in points {
        mesh.colored_vertex(point, color);
    }
    for corner in 2..points.len() as u32 {
        mesh.add_triangle(0, corner - 1, corner);
    }
    mesh
}

fn paint(raster: &Raster, meshes: Vec<Mesh>, size_px: [usize; 2]) -> image::RgbaImage {
    let primitives: Vec<_> = meshes.into_iter().map(|mesh| primitive(mesh, everywhere())).collect();
    raster.paint(&primitives, 1.0, size_px, Color32::BLACK)
}

#[test]
fn triangles_that_share_edges_cover_every_pixel_once() {
    // A fan around an odd centre: with a half-transparent colour, a pixel drawn twice or never has another value.
    let half = Color32::from_rgba_premultiplied(128, 0, 0, 128);
    let mut seed = 7_u32;
    let mut random = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as f32 / (1 << 24) as f32
    };
    for _ in 0..200 {
        let centre = pos2(random() * 16.0, random() * 16.0);
        let centre = if random() < 0.5 { centre.round() + vec2(0.5, 0.5) } else { centre };
        let side = |from: Pos2, to: Pos2, share: f32| from + (to - from) * share;
        let corners = [pos2(0., 0.), pos2(16., 0.), pos2(16., 16.), pos2(0., 16.)];
        let mut rim = Vec::new();
        for index in 0..4 {
            let (from, to) = (corners[index], corners[(index + 1) % 4]);
            rim.push(from);
            rim.push(side(from, to, (random() * 32.0).round() / 32.0));
        }
        let mut mesh = Mesh::default();
        mesh.colored_vertex(centre, half);
        for &point in &rim {
            mesh.colored_vertex(point, half);
        }
        for index in 0..rim.len() as u32 {
            mesh.add_triangle(0, 1 + index, 1 + (index + 1) % rim.len() as u32);
        }
        let picture = paint(&white_raster(), vec![mesh], [16, 16]);
        for (x, y, pixel) in picture.enumerate_pixels() {
            assert_eq!(pixel[0], 128, "pixel {x},{y} with the centre at {centre:?}");
        }
    }
}

#[test]
fn neighbouring_rectangles_meet_without_overlap_wherever_their_edge_lies() {
    let half = Color32::from_rgba_premultiplied(100, 0, 0, 100);
    for edge in [3.0, 3.25, 3.5, 3.75] {
        let mut mesh = Mesh::default();
        let middle = pos2(edge, 8.0);
        mesh.add_colored_rect(Rect::from_min_max(Pos2::ZERO, middle), half);
        mesh.add_colored_rect(Rect::from_min_max(pos2(edge, 0.0), pos2(8.0, 8.0)), half);
        let picture = paint(&white_raster(), vec![mesh], [8, 8]);
        assert!(picture.pixels().all(|pixel| pixel[0] == 100), "edge at {edge}");
    }
}

#[test]
fn the_fast_path_covers_the_same_pixels_as_triangles() {
    for step in 0..16 {
        let shift = step as f32 / 16.0;
        let rect = Rect::from_min_max(pos2(1.0 + shift, 2.0 - shift), pos2(6.5 - shift, 5.25));
        let mut quad = Mesh::default();
        quad.add_colored_rect(rect, RED);
        let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
        let fast = paint(&white_raster(), vec![quad], [8, 8]);
        let slow = paint(&white_raster(), vec![polygon(&corners, RED)], [8, 8]);
        assert_eq!(fast, slow, "rectangle {rect:?}");
    }
}

#[test]
fn winding_order_does_not_matter() {
    let points = [pos2(1.0, 1.0), pos2(7.0, 2.0), pos2(3.0, 7.0)];
    let turned = [points[0], points[2], points[1]];
    let one = paint(&white_raster(), vec![polygon(&points, RED)], [8, 8]);
    let other = paint(&white_raster(), vec![polygon(&turned, RED)], [8, 8]);
    assert_eq!(one, other);
}

#[test]
fn colours_blend_premultiplied_in_gamma_space() {
    let mut mesh = Mesh::default();
    let source = Color32::from_rgba_premultiplied(50, 100, 0, 128);
    mesh.add_colored_rect(Rect::from_min_size(Pos2::ZERO, vec2(1.0, 1.0)), source);
    let background = Color32::from_rgb(200, 10, 255);
    let picture = white_raster().paint(&[primitive(mesh, everywhere())], 1.0, [1, 1], background);
    // 50 + 200 * (127 / 255), 100 + 10 * (127 / 255), 255 * (127 / 255)
    assert_eq!(picture.get_pixel(0, 0).0, [150, 105, 127, 255]);
}

#[test]
fn vertex_colours_are_interpolated() {
    let mut mesh = Mesh::default();
    for (x, y, color) in [
        (0.0, 0.0, Color32::BLACK),
        (10.0, 0.0, Color32::WHITE),
        (0.0, 10.0, Color32::BLACK),
        (10.0, 10.0, Color32::WHITE),
    ] {
        mesh.colored_vertex(pos2(x, y), color);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(2, 1, 3);
    let picture = paint(&white_raster(), vec![mesh], [10, 10]);
    for (x, _, pixel) in picture.enumerate_pixels() {
        let expected = (255.0 * (x as f32 + 0.5) / 10.0).round();
        assert!((f32::from(pixel[0]) - expected).abs() <= 1.0);
    }
}

#[test]
fn nothing_is_painted_outside_the_clip_rectangle_rounded_to_pixels() {
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(everywhere(), RED);
    let clip = Rect::from_min_max(pos2(1.1, 2.0), pos2(3.3, 2.9));
    let picture = white_raster().paint(&[primitive(mesh, clip)], 2.0, [8, 8], Color32::BLACK);
    for (x, y, pixel) in picture.enumerate_pixels() {
        let is_inside = (2..7).contains(&x) && (4..6).contains(&y);
        assert_eq!(pixel[0] == 255, is_inside, "pixel {x},{y}");
    }
}

#[test]
fn what_is_not_a_number_or_far_away_is_harmless() {
    for bad in [f32::NAN, f32::INFINITY, -1e30] {
        let mut mesh = polygon(&[pos2(0.0, 0.0), pos2(bad, 4.0), pos2(4.0, bad)], RED);
        mesh.vertices.push(Vertex::untextured(pos2(bad, bad), RED));
        mesh.indices.extend([0, 3, 900]);
        mesh.vertices.push(Vertex { uv: pos2(bad, bad), ..Vertex::untextured(pos2(9.0, 9.0), RED) });
        mesh.indices.extend([0, 0, 4]);
        let picture = paint(&white_raster(), vec![mesh], [4, 4]);
        assert!(picture.pixels().all(|pixel| pixel[0] == 0));
    }
}

#[test]
fn a_harness_can_be_looked_at() {
    let mut harness = egui_kittest::Harness::builder()
        .with_size(vec2(120.0, 40.0))
        .renderer(RasterRenderer::default())
        .with_context_setup(|ctx| super::widgets::install(ctx, false))
        .build_ui(|ui| {
            ui.label("Inception");
        });
    harness.run();
    let area = harness.get_by_label("Inception").rect();
    let picture = harness.render().expect("the rasteriser never fails");
    assert_eq!(picture.dimensions(), (120, 40));
    let is_inked = |x: u32, y: u32| picture.get_pixel(x, y)[0] < 150;
    let inside = |x: f32, y: f32| area.expand(1.0).contains(pos2(x, y));
    let inked: Vec<_> = (0..40).flat_map(|y| (0..120).map(move |x| (x, y))).filter(|&(x, y)| is_inked(x, y)).collect();
    assert!(inked.len() > 60, "only {} dark pixels", inked.len());
    assert!(inked.iter().all(|&(x, y)| inside(x as f32, y as f32)));
}

#[test]
fn a_window_full_of_text_is_drawn_fast() {
    let ctx = egui::Context::default();
    super::widgets::install(&ctx, true);
    let mut raster = Raster::new();
    let mut shapes = Vec::new();
    for _ in 0..2 {
        let input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
            ..Default::default()
        };
        let mut output = ctx.run_ui(input, |ui| {
            for line in 0..48 {
                let y = 10.0 + 18.0 * line as f32;
                let words = "Inception 4a: 480 channels in, 512 out, 73.6 M. ".repeat(4);
                let font = egui::FontId::proportional(14.0);
                let place = pos2(12.0, y);
                ui.painter().text(place, egui::Align2::LEFT_TOP, words, font, Color32::WHITE);
            }
            for tile in 0..192 {
                let corner = pos2(40.0 + 80.0 * (tile % 16) as f32, 60.0 + 60.0 * (tile / 16) as f32);
                let rect = Rect::from_min_size(corner, vec2(70.0, 50.0));
                ui.painter().rect_filled(rect, 6.0, Color32::from_black_alpha(90));
            }
        });
        raster.apply(&mut output.textures_delta);
        shapes = output.shapes;
    }
    let primitives = ctx.tessellate(shapes, 1.0);
    let start = Instant::now();
    let rounds = 5;
    for _ in 0..rounds {
        let picture = raster.paint(&primitives, 1.0, [1440, 900], Color32::BLACK);
        assert_eq!(picture.dimensions(), (1440, 900));
    }
    let duration_ms = start.elapsed().as_secs_f64() * 1000.0 / f64::from(rounds);
    println!("1440x900, 9,400 characters and 192 tiles: {duration_ms:.1} ms");
    // The machine may be busy; the target is a quarter of this.
    assert!(duration_ms < 600.0, "a frame took {duration_ms:.1} ms");
}
