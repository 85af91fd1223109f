//! A frame of each view on a real report: the time of our own code, then of egui's tessellation; and frames while the engine works.
//!
//! Run with `cargo bench --bench frames`.  What the graphics driver does with the triangles is not included.

mod busy;

use std::time::Instant;

use egui::{Pos2, RawInput, Rect, Vec2, ViewportId};
use inception_lens::album::Place;
use inception_lens::app::App;
use inception_lens::engine::Executor;
use inception_lens::spec::Modules;
use inception_lens::state::{AlbumTab, CostTab, Detail, Options, Pace, Settings, View};

const SIZE: [f32; 2] = [1440.0, 900.0];
const FRAMES: usize = 60;

fn main() {
    let cases = [
        ("network", View::Network, "conv1", Modules::Reduced),
        ("module 4a, reduced", View::Module(2), "inception4a.branch2.0", Modules::Reduced),
        ("module 4a, naive", View::Module(2), "inception4a.branch2.1", Modules::Naive),
        ("layer, 192 maps", View::Layer, "inception3b.branch2.1", Modules::Reduced),
        ("layer, 1024 maps", View::Layer, "inception5b", Modules::Reduced),
        ("cost, modules", View::Cost(CostTab::MODULES), "inception4a", Modules::Reduced),
        ("cost, layers", View::Cost(CostTab::LAYERS), "inception4a", Modules::Reduced),
        ("cost, roofline", View::Cost(CostTab::ROOFLINE), "inception4a", Modules::Reduced),
        ("cost, lineage", View::Cost(CostTab::LINEAGE), "inception4a", Modules::Reduced),
        ("looks for, 528 tiles", View::Layer, "inception4d", Modules::Reduced),
        ("dream", View::Layer, "inception4c", Modules::Reduced),
        ("album, photos", View::Album(AlbumTab::Photos), "conv1", Modules::Reduced),
        ("album, answers", View::Album(AlbumTab::Answers), "conv1", Modules::Reduced),
        ("album, map", View::Album(AlbumTab::Map), "conv1", Modules::Reduced),
    ];
    println!("a frame at 1440x900, median of {FRAMES}; the pointer moves, as while a person looks around");
    println!("{:22} {:>12} {:>16} {:>10}", "view", "our code", "tessellation", "triangles");
    for (name, view, layer, modules) in cases {
        let options = Options {
            image: Some("assets/samples/cat.png".into()),
            view,
            layer: Some(layer.to_owned()),
            modules,
            detail: match name {
                "dream" => Detail::Dream,
                name if name.starts_with("looks for") => Detail::LooksFor,
                _ => Detail::default(),
            },
            album: matches!(view, View::Album(_)).then_some(Place::BuiltIn),
            pace: Pace::short(2),
            still: true,
            ..Default::default()
        };
        let ctx = egui::Context::default();
        let mut app = App::new(&ctx, &options, Settings::default(), Executor::Inline);
        app.settle(0.0);
        let mut triangles = 0;
        let (mut ours_ms, mut tessellation_ms) = (Vec::new(), Vec::new());
        for frame in 0..FRAMES + 10 {
            let start = Instant::now();
            let output = ctx.run_ui(input(frame), |ui| app.draw(ui));
            let drawn = Instant::now();
            let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
            let count: usize = primitives.iter().map(triangles_in).sum();
            triangles = triangles.max(count);
            // Textures and fonts are made in the first frames.
            if frame >= 10 {
                ours_ms.push((drawn - start).as_secs_f64() * 1e3);
                tessellation_ms.push(drawn.elapsed().as_secs_f64() * 1e3);
            }
            app.settle(0.0);
        }
        println!("{name:22} {:9.2} ms {:13.2} ms {triangles:10}", median(&mut ours_ms), median(&mut tessellation_ms));
    }
    busy::all();
}

fn triangles_in(primitive: &egui::ClippedPrimitive) -> usize {
    match &primitive.primitive {
        egui::epaint::Primitive::Mesh(mesh) => mesh.indices.len() / 3,
        egui::epaint::Primitive::Callback(_) => 0,
    }
}

fn input(frame: usize) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::from(SIZE))),
        max_texture_side: Some(8192),
        time: Some(frame as f64 / 60.0),
        ..Default::default()
    };
    let viewport = input.viewports.entry(ViewportId::ROOT).or_default();
    viewport.native_pixels_per_point = Some(1.0);
    let across = 300.0 + (frame * 13 % 900) as f32;
    let down = 150.0 + (frame * 7 % 600) as f32;
    input.events.push(egui::Event::PointerMoved(Pos2::new(across, down)));
    input
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
