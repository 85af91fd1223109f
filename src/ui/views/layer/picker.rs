//! The list of all traced layers, in groups.

use std::rc::Rc;
use std::sync::Arc;

use egui::{Align2, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::entry::Entry;
use super::names::{full_name, group_name, group_rank, hue, short_name};
use super::scene::LayerScene;
use crate::spec::Place;
use crate::state::{Command, State};
use crate::ui::kit::focus_ring;
use crate::ui::kit::paint::{card_ground, text, text_within};
use crate::ui::style::{TextRole, Theme, size};

/// Height of a row, points.
const ROW: f32 = size::HIT_TARGET;

/// Shows the list and asks for what is clicked.
pub(super) fn picker(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    scene: &mut LayerScene,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let Some(entries) = entries(state, scene) else {
        return;
    };
    card_ground(ui.painter(), rect, theme);
    let still = state.still || state.settings.reduce_motion;
    let inner = rect.shrink2(vec2(6.0, 6.0));
    ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("layers").auto_shrink(false).animated(!still);
        area.show_viewport(ui, |ui, viewport| {
            ui.set_height(entries.len() as f32 * ROW);
            let corner = ui.max_rect().min;
            let first = (viewport.top() / ROW).floor().max(0.0) as usize;
            let last = ((viewport.bottom() / ROW).ceil() as usize).min(entries.len());
            for (index, entry) in entries.iter().enumerate() {
                let top = corner.y + index as f32 * ROW;
                let row = Rect::from_min_size(pos2(corner.x, top), vec2(inner.width(), ROW));
                let is_selected = entry.layer.as_ref() == Some(&state.selection.layer);
                if is_selected && scene.reveal {
                    ui.scroll_to_rect(row.expand(3.0 * ROW), None);
                }
                if (first..last).contains(&index) {
                    show(ui, theme, entry, row, is_selected, commands);
                }
            }
        });
    });
}

fn show(ui: &Ui, theme: &Theme, entry: &Entry, row: Rect, is_selected: bool, commands: &mut Vec<Command>) {
    let painter = ui.painter();
    let Some(layer) = &entry.layer else {
        let place = row.left_center() + vec2(size::SPACE_8, 4.0);
        text_within(painter, place, row.width(), &entry.words, TextRole::StatusStrong, theme.low);
        return;
    };
    let response = ui.interact(row, ui.scope_id().with(layer), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_selected, &entry.name));
    if is_selected || response.hovered() {
        painter.rect_filled(row.shrink2(vec2(0.0, 1.0)), size::RADIUS_BUTTON, theme.bg3);
    }
    let ink = if is_selected { theme.hi } else { theme.mid };
    let stripe = Rect::from_min_size(row.left_top() + vec2(6.0, 9.0), vec2(3.0, ROW - 18.0));
    painter.rect_filled(stripe, 1.5, theme.hue(entry.hue).fill);
    let number = text(
        painter,
        row.right_center() - vec2(size::SPACE_8, 0.0),
        Align2::RIGHT_CENTER,
        &entry.channels,
        TextRole::Tick,
        theme.low,
    );
    let left = row.left_center() + vec2(18.0, 0.0);
    let role = if is_selected { TextRole::BodyStrong } else { TextRole::Body };
    text_within(painter, left, number.left() - left.x - size::SPACE_8, &entry.words, role, ink);
    focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
    if response.clicked() {
        commands.push(Command::SelectLayer(layer.clone()));
    }
}

/// The rows, made once for a network.
fn entries(state: &State, scene: &mut LayerScene) -> Option<Rc<Vec<Entry>>> {
    let network = &state.report()?.network;
    let known = scene.entries.as_ref();
    if let Some((_, entries)) = known.filter(|(made, _)| Arc::ptr_eq(made, network)) {
        return Some(entries.clone());
    }
    let mut layers: Vec<_> = network.layers.iter().collect();
    layers.sort_by_key(|layer| group_rank(layer));
    let mut rows = Vec::new();
    let mut group = String::new();
    for layer in layers {
        // A pool between the stages stands alone.
        if layer.place != Place::Pool && group_name(layer) != group {
            group = group_name(layer);
            rows.push(Entry {
                layer: None,
                words: group.clone(),
                name: String::new(),
                channels: String::new(),
                hue: hue(layer),
            });
        }
        rows.push(Entry {
            layer: Some(layer.name.clone()),
            words: short_name(layer),
            name: full_name(layer),
            channels: layer.output.channels().to_string(),
            hue: hue(layer),
        });
    }
    let rows = Rc::new(rows);
    scene.entries = Some((network.clone(), rows.clone()));
    Some(rows)
}
