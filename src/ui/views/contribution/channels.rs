//! The five channels that add or take most, and what is really lost without them.

use egui::{Align2, Id, Rect, Role, Sense, Stroke, TextureOptions, Ui, WidgetInfo, pos2, vec2};

use super::{HUES, branch_name};
use crate::analysis::contribution::LayerContribution;
use crate::engine::TESTED;
use crate::imaging::Range;
use crate::locale::format::signed;
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::Op;
use crate::state::{Command, State, View, patch};
use crate::ui::kit::paint::{framed_picture, spoken, text, text_within};
use crate::ui::kit::{focus_ring, tooltip};
use crate::ui::look::{Look, color_image, colormap_of, photo_image};
use crate::ui::style::{Hue, TextRole, Theme, size};

/// Shows them.
pub(super) fn channels(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    layer: &LayerContribution,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = look.theme;
    let [adds, lost] = columns(ui, rect);
    for (x, key) in [(adds, "contribution-adds"), (lost, "contribution-lost")] {
        text(ui.painter(), pos2(x, rect.top() + 10.0), Align2::RIGHT_CENTER, &tr(key), TextRole::Tick, theme.low);
    }
    let body = rect.with_min_y(rect.top() + 18.0);
    let height = body.height() / TESTED as f32;
    let strongest = state.contributed().map_or(&[][..], |known| known.strongest(&layer.layer));
    for (place, &channel) in strongest.iter().take(TESTED).enumerate() {
        let top = body.top() + height * place as f32;
        let slot = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), height));
        row(ui, slot, state, (layer, channel, place), look, commands);
    }
}

/// Right edges of both numbers: what the second is called has room beside what the first is called.
fn columns(ui: &Ui, rect: Rect) -> [f32; 2] {
    let font = TextRole::Tick.font();
    let lost = ui.painter().layout_no_wrap(tr("contribution-lost"), font, egui::Color32::PLACEHOLDER).size().x;
    [rect.right() - (lost + size::SPACE_12).max(84.0), rect.right()]
}

/// The branch a channel of a module belongs to.
pub(super) fn branch_of(state: &State, layer: &str, channel: usize) -> Option<usize> {
    let network = state.network()?;
    let module = network.layer(layer).filter(|layer| layer.op == Op::Concat)?;
    let mut first = 0;
    module.inputs.iter().position(|&input| {
        first += network.layers[input].output.channels();
        channel < first
    })
}

fn row(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    (layer, channel, place): (&LayerContribution, usize, usize),
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = look.theme;
    let value = layer.channels[channel];
    let is_muted = state.muted().get(&layer.layer).is_some_and(|channels| channels.contains(&channel));
    let skipped = if layer.branches.is_some() { 4 } else { 0 };
    let drop = state.dropped().and_then(|dropped| dropped.drops.get(skipped + place));
    let open = rect.with_max_x(columns(ui, rect)[0] - 54.0);
    let response = ui.interact(open, Id::unique(("contribution-channel", place)), Sense::click());
    let values = [
        ("channel", channel.to_string()),
        ("value", signed(value, 3)),
        ("lost", drop.map_or_else(|| "–".to_owned(), |drop| signed(drop.measured, 3))),
    ];
    let words = tr_with("contribution-channel", &values);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &words));
    if response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS_TILE, theme.bg3);
    }
    let y = rect.center().y;
    if let Some(branch) = branch_of(state, &layer.layer, channel) {
        let stripe = Rect::from_min_size(pos2(rect.left(), y - rect.height() * 0.35), vec2(4.0, rect.height() * 0.7));
        ui.painter().rect_filled(stripe, 0.0, theme.hue(HUES[branch]).fill);
    }
    let side = (rect.height() - 4.0).min(34.0);
    let square = |left: f32| Rect::from_min_size(pos2(left, y - side / 2.0), vec2(side, side));
    let pictures = [square(rect.left() + 8.0), square(rect.left() + 8.0 + side + 3.0)];
    map(ui, pictures[0], state, (&layer.layer, channel), look);
    let fires_for = patch_of(ui, pictures[1], state, (&layer.layer, channel), look);
    names(ui, rect, [pictures[1].right() + 7.0, open.right() - 4.0], (state, &layer.layer, channel, &fires_for), theme);
    let [adds, lost] = columns(ui, rect);
    let ink = theme.hue(if value >= 0.0 { Hue::Positive } else { Hue::Negative }).text;
    text(ui.painter(), pos2(adds, y), Align2::RIGHT_CENTER, &signed(value, 3), TextRole::BodyStrong, ink);
    let measured = drop.map_or_else(|| "…".to_owned(), |drop| signed(drop.measured, 3));
    text(ui.painter(), pos2(lost, y), Align2::RIGHT_CENTER, &measured, TextRole::Body, theme.mid);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(size::hairline(), theme.line));
    let numbers = Rect::from_min_max(pos2(open.right(), rect.top()), rect.max);
    mute(ui, (numbers, place), (layer, channel, is_muted), look, commands);
    focus_ring(ui, &response, size::RADIUS_TILE, theme);
    tooltip(&response, theme, |ui| {
        ui.label(egui::RichText::new(tr_with("contribution-patch", &[("patch", fires_for)])).color(theme.hi));
        ui.label(egui::RichText::new(tr("contribution-channel-hint")).color(theme.hi));
    });
    if response.clicked() {
        commands.push(Command::SelectLayer(layer.layer.clone()));
        commands.push(Command::SelectChannel(Some(channel)));
        commands.push(Command::Show(View::Layer));
    }
}

/// Which channel, of which branch, and what it fires for; of two lines the first where there is no room for both.
fn names(
    ui: &Ui,
    rect: Rect,
    [left, right]: [f32; 2],
    (state, layer, channel, fires_for): (&State, &str, usize, &str),
    theme: &Theme,
) {
    let name = tr_with("contribution-channel-name", &[("channel", channel.to_string())]);
    let (y, room) = (rect.center().y, right - left);
    let row = |role: TextRole| ui.fonts_mut(|fonts| fonts.row_height(&role.font()));
    let heights = [row(TextRole::BodyStrong), row(TextRole::Tick)];
    if heights[0] + heights[1] > rect.height() + 4.0 {
        text_within(ui.painter(), pos2(left, y), room, &name, TextRole::BodyStrong, theme.hi);
        return;
    }
    let of = match branch_of(state, layer, channel) {
        Some(branch) => format!("{} · {fires_for}", branch_name(branch)),
        None => fires_for.to_owned(),
    };
    text_within(ui.painter(), pos2(left, y - heights[1] / 2.0), room, &name, TextRole::BodyStrong, theme.hi);
    text_within(ui.painter(), pos2(left, y + heights[0] / 2.0), room, &of, TextRole::Tick, theme.mid);
}

/// What the channel fires for most: the patch of the album's strongest photo, and its label; without an album this photo's.
fn patch_of(ui: &Ui, rect: Rect, state: &State, (layer, channel): (&str, usize), look: &mut Look<'_>) -> String {
    let album = state.looks_for.strongest.as_ref().filter(|known| known.layer == layer);
    if let Some(example) = album.and_then(|known| known.of_channel(channel))
        && let Some(patch) = &example.patch
    {
        let key = ("contribution-patch", state.album.number, layer, channel, example.photo, example.cell);
        let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(patch));
        framed_picture(ui.painter(), texture.id(), rect, look.theme);
        return example
            .label
            .as_deref()
            .map_or_else(|| tr("contribution-patch-album"), |label| class_text(label).to_owned());
    }
    let own = tr("contribution-patch-own");
    let (Some(map), Some(shown)) = (state.maps().get(state.source(), layer), state.shown_as(state.source())) else {
        return own;
    };
    let Some(field) = state.network().and_then(|network| network.layer(layer)).map(|layer| layer.receptive_field)
    else {
        return own;
    };
    let key = ("contribution-patch-own", map.key, channel);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || {
        let (values, side) = (map.activation.channel(channel), map.activation.shape.side());
        let cells = values.iter().enumerate();
        let strongest = cells.max_by(|one, other| one.1.total_cmp(other.1)).map_or(0, |(cell, _)| cell);
        photo_image(&patch(&shown.photo.prepared.pixels, field, [strongest / side, strongest % side]))
    });
    framed_picture(ui.painter(), texture.id(), rect, look.theme);
    own
}

/// A click on the numbers mutes the channel, or gives it back.
fn mute(
    ui: &Ui,
    (rect, place): (Rect, usize),
    (layer, channel, is_muted): (&LayerContribution, usize, bool),
    look: &Look<'_>,
    commands: &mut Vec<Command>,
) {
    let response = ui.interact(rect, Id::unique(("contribution-mute", place)), Sense::click());
    let words = tr_with("contribution-mute", &[("channel", channel.to_string())]);
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), is_muted, &words));
    if response.hovered() || is_muted {
        let stroke = Stroke::new(size::hairline(), look.theme.mid);
        ui.painter().rect_stroke(rect.shrink(1.0), size::RADIUS_TILE, stroke, egui::StrokeKind::Inside);
    }
    focus_ring(ui, &response, size::RADIUS_TILE, look.theme);
    tooltip(&response, look.theme, |ui| {
        ui.label(egui::RichText::new(&words).color(look.theme.hi));
    });
    if response.clicked() {
        commands.push(Command::Mute { layer: layer.layer.clone(), channel, muted: !is_muted });
    }
}

/// The channel's activations.
fn map(ui: &Ui, rect: Rect, state: &State, (layer, channel): (&str, usize), look: &mut Look<'_>) {
    let Some(map) = state.maps().get(state.source(), layer) else {
        spoken(ui, rect, Role::Label, "–");
        return;
    };
    let colormap = colormap_of(state, map.signed);
    let key = ("contribution-channel", map.key, channel, colormap);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
        let values = map.activation.channel(channel);
        let side = map.activation.shape.side();
        color_image(&values, [side, side], Range::per_map(&values, colormap), colormap)
    });
    framed_picture(ui.painter(), texture.id(), rect, look.theme);
}
