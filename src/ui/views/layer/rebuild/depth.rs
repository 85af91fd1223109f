//! How deep in the network: which layer the photo is rebuilt from, and which stage of its module.

use egui::{Align, Align2, Layout, Rect, RichText, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::locale::layer_names::stage_text;
use crate::locale::text::{tr, tr_with};
use crate::spec::{Layer, Part, Place};
use crate::state::{Command, Making, REBUILD_DEPTHS};
use crate::ui::kit::paint::{card_ground, text};
use crate::ui::kit::{Button, chart_keys, menu, tooltip};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::depth_dot::dot;

/// Room for the names at the left, and at the right.
const NAMES: f32 = 120.0;
const RIGHT: f32 = 40.0;

/// "conv3", "4c".
pub(super) fn short(layer: &str) -> &str {
    layer.strip_prefix("inception").unwrap_or(layer)
}

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
    let state = seen.state;
    let left = rect.left() + size::CARD_PADDING;
    let rows = [22.0, 43.0, 63.0].map(|offset| rect.top() + offset);
    let painter = ui.painter().clone();
    text(&painter, pos2(left, rows[0]), Align2::LEFT_CENTER, &tr("dream-depth"), TextRole::Name, theme.hi);
    text(&painter, pos2(left, rows[2]), Align2::LEFT_CENTER, &tr("dream-cell-sees"), TextRole::Caption, theme.low);
    let (first, last) = (rect.left() + NAMES + 30.0, rect.right() - RIGHT);
    let pitch = (last - first) / (REBUILD_DEPTHS.len() - 1) as f32;
    let x = |depth: usize| first + depth as f32 * pitch;
    painter.hline(first..=last, rows[1], Stroke::new(4.0, theme.line2));
    let shown = place(&seen.layer.name);
    let id = ui.scope_id().with("rebuild-depth");
    let whole = Rect::from_min_max(pos2(first - 20.0, rows[0] - 12.0), pos2(last + 20.0, rows[2] + 10.0));
    let typed = chart_keys(ui, whole, id, &tr("dream-depth"), theme);
    if let Some(next) = typed.next(Some(shown), REBUILD_DEPTHS.len()) {
        commands.push(Command::SelectLayer(REBUILD_DEPTHS[next].to_owned()));
    }
    for (depth, layer) in REBUILD_DEPTHS.iter().enumerate() {
        let column = Rect::from_center_size(pos2(x(depth), whole.center().y), vec2(pitch.min(64.0), whole.height()));
        let is_shown = shown == depth;
        let response = ui.interact(column, id.with(depth), Sense::CLICK);
        let pixels = state.network().and_then(|network| network.layer(layer)).map_or(0, |it| it.receptive_field.size);
        let name = tr_with("rebuild-depth-name", &[("layer", short(layer).to_owned()), ("pixels", pixels.to_string())]);
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_shown, &name));
        let (role, ink) = match is_shown {
            true => (TextRole::Name, theme.hi),
            false => (TextRole::Body, if response.hovered() { theme.hi } else { theme.mid }),
        };
        text(&painter, pos2(x(depth), rows[0]), Align2::CENTER_CENTER, short(layer), role, ink);
        let entry = state.rebuilds.of(&state.rebuild_recipe_at(layer, None));
        let is_ready = entry.is_some_and(|entry| matches!(entry.making, Making::Done));
        dot(ui, pos2(x(depth), rows[1]), is_shown, is_ready, theme);
        let ink = if is_shown { theme.hi } else { theme.low };
        text(&painter, pos2(x(depth), rows[2]), Align2::CENTER_CENTER, &pixels.to_string(), TextRole::Tick, ink);
        tooltip(&response, theme, |ui| {
            ui.label(RichText::new(&name).color(theme.hi));
        });
        if response.clicked() {
            commands.push(Command::SelectLayer((*layer).to_owned()));
        }
    }
    text(&painter, pos2(rect.right() - 10.0, rows[2]), Align2::RIGHT_CENTER, "px", TextRole::Tick, theme.low);
    let row = Rect::from_min_max(pos2(left, rows[2] + 14.0), rect.max - vec2(size::CARD_PADDING, 8.0));
    stages(ui, row, seen, theme, commands);
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
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(row).layout(layout), |ui| {
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
