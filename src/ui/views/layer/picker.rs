//! The list of all traced layers, in groups.

use std::rc::Rc;
use std::sync::Arc;

use egui::{Align2, Rect, ScrollArea, Ui, vec2};

use super::entry::Entry;
use super::names::{full_name, group_name, group_rank, hue, short_name};
use super::scene::LayerScene;
use crate::spec::Place;
use crate::state::{Command, State};
use crate::ui::kit::paint::card_ground;
use crate::ui::kit::{Area, Pressable, Row, hot_ground, within, write_fitted};
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
    within(ui, inner, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("layers").auto_shrink(false).animated(!still);
        area.show_viewport(ui, |ui, viewport| {
            ui.set_height(entries.len() as f32 * ROW);
            let rows = ui.max_rect().left_part(inner.width());
            let first = (viewport.top() / ROW).floor().max(0.0) as usize;
            let last = ((viewport.bottom() / ROW).ceil() as usize).min(entries.len());
            for (index, entry) in entries.iter().enumerate() {
                let row = rows.row(index, ROW);
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
    let inner = row.without_left(size::SPACE_8).without_right(size::SPACE_8);
    let Some(layer) = &entry.layer else {
        let place = inner.without_top(8.0);
        write_fitted(painter, place, Align2::LEFT_CENTER, &entry.words, TextRole::StatusStrong, theme.low);
        return;
    };
    let pressable = Pressable::new(ui.scope_id().with(layer)).chosen(is_selected);
    let response = pressable.show(ui, row, theme, || entry.name.clone());
    if is_selected || response.hovered() {
        hot_ground(ui, row.shrink2(vec2(0.0, 1.0)), theme);
    }
    let stripe = row.without_left(6.0).left_part(3.0).middle_row(ROW - 18.0);
    painter.rect_filled(stripe, 1.5, theme.hue(entry.hue).fill);
    let (role, ink) = match is_selected {
        true => (TextRole::BodyStrong, theme.hi),
        false => (TextRole::Body, theme.mid),
    };
    let words = Row::new(&entry.words, role, ink).number(&entry.channels, TextRole::Tick, theme.low);
    words.paint(painter, inner.without_left(10.0));
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
