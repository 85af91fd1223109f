//! How deep in the network: which layer the photo is rebuilt from, and which stage of its module.

use egui::{Align2, Rect, Ui, vec2};

use crate::locale::layer_names::stage_text;
use crate::locale::text::{tr, tr_with};
use crate::spec::{Layer, Part, Place};
use crate::state::{Command, Making, REBUILD_DEPTHS, State};
use crate::ui::kit::paint::card_ground;
use crate::ui::kit::{Area, Button, from_left, menu, write};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::depth_line::{Depth, DepthLine, short};

/// Room at the left, with the names of the rows, and at the right.
const NAMES: f32 = 150.0;
const RIGHT: f32 = 40.0;

/// The depth at which a layer stands, an index into [`REBUILD_DEPTHS`]: of a stage that of its module, of a pool that before it.
pub(super) fn place(layer: &str) -> usize {
    let depth = REBUILD_DEPTHS.iter().position(|depth| layer.starts_with(depth));
    depth.unwrap_or(match layer {
        "maxpool1" | "norm1" => 0,
        "maxpool3" => 4,
        "maxpool4" => 9,
        _ => 2,
    })
}

/// Shows the card.
pub(super) fn depth(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    card_ground(ui.painter(), rect, theme);
    let mut room = rect.without_top(10.0);
    let rows = DepthLine::new(&mut room, [24.0, 18.0, 22.0], [NAMES, RIGHT], REBUILD_DEPTHS.len());
    rows.ground(ui.painter(), theme);
    write(ui.painter(), rows.fields.without_right(10.0), Align2::RIGHT_CENTER, "px", TextRole::Tick, theme.low);
    let shown = (Some(place(&seen.layer.name)), TextRole::Tick);
    let depths: Vec<Depth<'_>> = REBUILD_DEPTHS.iter().map(|layer| one(seen.state, layer)).collect();
    let chosen = rows.show(ui, ui.scope_id().with("rebuild-depth"), shown, &depths, theme);
    commands.extend(chosen.map(|depth| Command::SelectLayer(REBUILD_DEPTHS[depth].to_owned())));
    let row = room.without_top(3.0).without_bottom(8.0).shrink2(vec2(size::CARD_PADDING, 0.0));
    stages(ui, row, seen, theme, commands);
}

fn one<'a>(state: &State, layer: &'a str) -> Depth<'a> {
    let pixels = state.network().and_then(|network| network.layer(layer)).map_or(0, |it| it.receptive_field.size);
    let values = [("layer", short(layer).to_owned()), ("pixels", pixels.to_string())];
    let entry = state.rebuilds.of(&state.rebuild_recipe_at(layer, None));
    let is_ready = entry.is_some_and(|entry| matches!(entry.making, Making::Done));
    Depth { name: short(layer), said: tr_with("rebuild-depth-name", &values), pixels, is_ready }
}

/// What a stage of a module is called here; all of it has a name of its own.
fn stage_name(layer: &Layer) -> String {
    match layer.place {
        Place::Module { part: Part::Concat, .. } => tr("rebuild-whole-module"),
        Place::Module { .. } | Place::Stem | Place::Pool | Place::Head(_) => stage_text(layer),
    }
}

/// The stages of the module, in a menu.
fn stages(ui: &mut Ui, row: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let Place::Module { module, .. } = seen.layer.place else { return };
    let network = &seen.shown.report.network;
    let is_of = |layer: &&Layer| matches!(layer.place, Place::Module { module: other, .. } if other == module);
    let mut layers: Vec<&Layer> = network.layers.iter().filter(is_of).collect();
    // All of the module first.
    layers.sort_by_key(|layer| !matches!(layer.place, Place::Module { part: Part::Concat, .. }));
    from_left(ui, row, |ui| {
        let words = tr_with("rebuild-stage", &[("stage", stage_name(seen.layer))]);
        let button = ui.add(Button::plain(theme, &words).opens_menu());
        menu(&button).show(|ui| {
            for layer in layers {
                let is_shown = layer.name == seen.layer.name;
                if ui.add(Button::plain(theme, &stage_name(layer)).toggled(is_shown)).clicked() {
                    commands.push(Command::SelectLayer(layer.name.clone()));
                    ui.close();
                }
            }
        });
    });
}
