//! The view in every state, drawn to `target/snapshots` to be looked at.

use inception_lens::render::raster::Raster;
use inception_lens::render::snapshot::snapshot;
use inception_lens::spec::Modules;
use inception_lens::state::{Command, ModuleTool, State, ThemeChoice};
use inception_lens::ui::{self, Scene};

use super::super::widgets::{folder, install};
use super::{SHOT, Shot, state_for};

fn draw(shot: Shot) -> Vec<Command> {
    let state = state_for(shot);
    let mut scene = Scene::default();
    let mut commands = Vec::new();
    let image = snapshot(
        shot.size,
        shot.scale,
        |ctx| install(ctx, shot.theme == ThemeChoice::Dark),
        |ui| ui::draw(ui, &state, &mut scene, &mut commands),
    );
    image.save(format!("{}/module-{}.png", folder(), shot.name)).unwrap();
    commands
}

/// Draws each shot; drawing must not ask for anything.
fn draw_all(shots: &[Shot]) {
    for &shot in shots {
        let commands = draw(shot);
        let name = shot.name;
        assert!(commands.is_empty(), "{name}: drawing asks for {commands:?}");
    }
}

const LIGHT: Shot = Shot { theme: ThemeChoice::Light, ..SHOT };
const NAIVE: Shot = Shot { modules: Modules::Naive, ..SHOT };
const LAPTOP: [f32; 2] = [1366.0, 768.0];
const SMALLEST: [f32; 2] = [1100.0, 720.0];

#[test]
fn both_modes_are_drawn_at_every_size() {
    draw_all(&[
        SHOT,
        Shot { name: "reduced-light", layer: "inception4a.branch3.1", ..LIGHT },
        Shot { name: "naive-dark", ..NAIVE },
        Shot { name: "naive-light", theme: ThemeChoice::Light, ..NAIVE },
        Shot { name: "naive-1366-5b", module: 8, size: LAPTOP, ..NAIVE },
        Shot { name: "reduced-1366-5b", module: 8, size: LAPTOP, ..SHOT },
        Shot { name: "reduced-1100-3a", module: 0, size: SMALLEST, ..LIGHT },
        Shot { name: "naive-1100-4e", module: 6, size: SMALLEST, ..NAIVE },
        Shot { name: "both-dark", side_by_side: true, ..SHOT },
        Shot { name: "both-1100-light", side_by_side: true, size: SMALLEST, ..LIGHT },
    ]);
}

#[test]
fn what_looks_closer_is_drawn_at_every_size() {
    let (walk, odd) = (Some(ModuleTool::Walk), Some(ModuleTool::OddKernels));
    let fields = Some(ModuleTool::ReceptiveFields);
    draw_all(&[
        Shot { name: "walk-dark", tool: walk, ..SHOT },
        Shot { name: "walk-1100-light", tool: walk, size: SMALLEST, ..LIGHT },
        Shot { name: "odd-dark", tool: odd, ..SHOT },
        Shot { name: "odd-1100", tool: odd, size: SMALLEST, ..SHOT },
        Shot { name: "fields-dark", tool: fields, ..SHOT },
        Shot { name: "fields-light-2x", tool: fields, scale: 2.0, ..LIGHT },
    ]);
}

/// The view with the pointer over a place, as pixels.
fn hovered(state: &State, pointer: egui::Pos2) -> image::RgbaImage {
    let ctx = egui::Context::default();
    install(&ctx, true);
    let (mut scene, mut raster, mut shapes) = (Scene::default(), Raster::new(), Vec::new());
    for frame in 0..4 {
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1440.0, 900.0))),
            time: Some(f64::from(frame)),
            events: vec![egui::Event::PointerMoved(pointer)],
            ..Default::default()
        };
        let mut output = ctx.run_ui(input, |ui| ui::draw(ui, state, &mut scene, &mut Vec::new()));
        raster.apply(&mut output.textures_delta);
        shapes = output.shapes;
    }
    let background = ctx.global_style().visuals.panel_fill;
    raster.paint(&ctx.tessellate(shapes, 1.0), 1.0, [1440, 900], background)
}

#[test]
fn pointing_at_a_stage_dims_the_other_branches() {
    let state = state_for(SHOT);
    let away = hovered(&state, egui::pos2(700.0, 30.0));
    let over = hovered(&state, egui::pos2(830.0, 300.0));
    over.save(format!("{}/module-hovered.png", folder())).unwrap();
    // On the first ribbon, and on the second.
    let brightness = |image: &image::RgbaImage, y: u32| -> u32 {
        image.get_pixel(968, y).0[..3].iter().map(|&channel| u32::from(channel)).sum()
    };
    assert!(brightness(&over, 178) < brightness(&away, 178) * 6 / 10, "1×1 fades");
    assert!(brightness(&over, 297) > brightness(&away, 297), "3×3 lights up");
}
