//! The view in every state, drawn to `target/snapshots` to be looked at.

use inception_lens::app::{Command, State, ThemeChoice};
use inception_lens::spec::Modules;
use inception_lens::ui::module::Tool;
use inception_lens::ui::raster::Raster;
use inception_lens::ui::snapshot::snapshot;
use inception_lens::ui::{self, Scene};

use super::super::widgets::{folder, install};
use super::{SHOT, Shot, state_for};

fn draw(shot: Shot) -> Vec<Command> {
    let state = state_for(shot);
    let mut scene = Scene::default();
    scene.module.set_side_by_side(shot.side_by_side);
    scene.module.look_closer(shot.tool);
    let mut commands = Vec::new();
    let image = snapshot(
        shot.size,
        shot.scale,
        |ctx| install(ctx, shot.theme == ThemeChoice::Dark),
        |ui| ui::draw(ui, &state, &mut scene, &mut commands),
    );
    image
        .save(format!("{}/module-{}.png", folder(), shot.name))
        .unwrap();
    commands
}

#[test]
fn the_view_is_drawn_in_every_state_at_every_size() {
    let naive = Shot {
        modules: Modules::Naive,
        ..SHOT
    };
    let small = Shot {
        size: [1100.0, 720.0],
        ..SHOT
    };
    let shots = [
        SHOT,
        Shot {
            name: "reduced-light",
            theme: ThemeChoice::Light,
            layer: "inception4a.branch3.1",
            ..SHOT
        },
        Shot {
            name: "naive-dark",
            ..naive
        },
        Shot {
            name: "naive-light",
            theme: ThemeChoice::Light,
            ..naive
        },
        Shot {
            name: "naive-1366-5b",
            module: 8,
            size: [1366.0, 768.0],
            ..naive
        },
        Shot {
            name: "reduced-1366-5b",
            module: 8,
            size: [1366.0, 768.0],
            ..SHOT
        },
        Shot {
            name: "reduced-1100-3a",
            module: 0,
            theme: ThemeChoice::Light,
            ..small
        },
        Shot {
            name: "naive-1100-4e",
            module: 6,
            modules: Modules::Naive,
            ..small
        },
        Shot {
            name: "both-dark",
            side_by_side: true,
            ..SHOT
        },
        Shot {
            name: "both-1100-light",
            side_by_side: true,
            theme: ThemeChoice::Light,
            ..small
        },
        Shot {
            name: "walk-dark",
            tool: Some(Tool::Walk),
            ..SHOT
        },
        Shot {
            name: "walk-1100-light",
            tool: Some(Tool::Walk),
            theme: ThemeChoice::Light,
            ..small
        },
        Shot {
            name: "odd-dark",
            tool: Some(Tool::OddKernels),
            ..SHOT
        },
        Shot {
            name: "odd-1100",
            tool: Some(Tool::OddKernels),
            ..small
        },
        Shot {
            name: "fields-dark",
            tool: Some(Tool::ReceptiveFields),
            ..SHOT
        },
        Shot {
            name: "fields-light-2x",
            tool: Some(Tool::ReceptiveFields),
            theme: ThemeChoice::Light,
            scale: 2.0,
            ..SHOT
        },
    ];
    for shot in shots {
        let commands = draw(shot);
        assert!(
            commands.is_empty(),
            "{}: drawing asks for {commands:?}",
            shot.name
        );
    }
}

/// The view with the pointer over a place, as pixels.
fn hovered(state: &State, pointer: egui::Pos2) -> image::RgbaImage {
    let ctx = egui::Context::default();
    install(&ctx, true);
    let (mut scene, mut raster, mut shapes) = (Scene::default(), Raster::new(), Vec::new());
    for frame in 0..4 {
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(
                egui::Pos2::ZERO,
                egui::vec2(1440.0, 900.0),
            )),
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
    over.save(format!("{}/module-hovered.png", folder()))
        .unwrap();
    // On the first ribbon, and on the second.
    let brightness = |image: &image::RgbaImage, y: u32| -> u32 {
        image.get_pixel(968, y).0[..3]
            .iter()
            .map(|&channel| u32::from(channel))
            .sum()
    };
    assert!(
        brightness(&over, 178) < brightness(&away, 178) * 6 / 10,
        "1×1 fades"
    );
    assert!(
        brightness(&over, 297) > brightness(&away, 297),
        "3×3 lights up"
    );
}
