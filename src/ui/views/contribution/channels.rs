//! The five channels that add or take most, and what is really lost without them.

use egui::{Align2, Id, Rect, Role, Sense, Stroke, StrokeKind, TextureOptions, Ui, WidgetInfo};

use super::{HUES, branch_name};
use crate::analysis::contribution::LayerContribution;
use crate::engine::TESTED;
use crate::imaging::Range;
use crate::locale::format::signed;
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::Op;
use crate::state::{Command, State, View, patch};
use crate::ui::kit::paint::{framed_picture, spoken};
use crate::ui::kit::{Area, NumberColumns, Pressable, focus_ring, stripe, tooltip, width_of, write, write_fitted};
use crate::ui::look::{Look, color_image, colormap_of, photo_image};
use crate::ui::style::{TextRole, Theme, size};

/// Width of the first number, points.
const ADDS: f32 = 54.0;

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
    let (heads, body) = (rect.top_part(20.0), rect.without_top(18.0));
    let names = [tr("contribution-adds"), tr("contribution-lost")];
    // What the second number is called has room beside what the first is called.
    let lost = width_of(ui.painter(), &names[1], TextRole::Tick.font()) + size::SPACE_12;
    let shares = [ADDS, lost.max(84.0)];
    let columns = NumberColumns::new(rect, rect.width() - shares[0] - shares[1], &shares);
    for (column, name) in names.iter().enumerate() {
        let cell = columns.cell(heads, column);
        write(ui.painter(), cell, Align2::RIGHT_CENTER, name, TextRole::Tick, theme.low);
    }
    let height = body.height() / TESTED as f32;
    let strongest = state.contributed().map_or(&[][..], |known| known.strongest(&layer.layer));
    for (place, &channel) in strongest.iter().take(TESTED).enumerate() {
        row(ui, (body.row(place, height), &columns), state, (layer, channel, place), look, commands);
    }
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
    (rect, columns): (Rect, &NumberColumns),
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
    let open = columns.name(rect);
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
    if let Some(branch) = branch_of(state, &layer.layer, channel) {
        stripe(ui.painter(), rect, rect.height() * 0.7, HUES[branch], theme);
    }
    let side = (rect.height() - 4.0).min(34.0);
    let mut room = open.without_left(8.0).without_right(4.0);
    map(ui, room.take_left(side).square(Align2::CENTER_CENTER, side), state, (&layer.layer, channel), look);
    room.take_left(3.0);
    let patch = room.take_left(side).square(Align2::CENTER_CENTER, side);
    let fires_for = patch_of(ui, patch, state, (&layer.layer, channel), look);
    names(ui, room.without_left(7.0), (state, &layer.layer, channel, &fires_for), theme);
    let ink = theme.sign(value as f32).text;
    write(ui.painter(), columns.cell(rect, 0), Align2::RIGHT_CENTER, &signed(value, 3), TextRole::BodyStrong, ink);
    let measured = drop.map_or_else(|| "…".to_owned(), |drop| signed(drop.measured, 3));
    write(ui.painter(), rect, Align2::RIGHT_CENTER, &measured, TextRole::Body, theme.mid);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(size::hairline(), theme.line));
    let numbers = rect.without_left(open.width());
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
fn names(ui: &Ui, rect: Rect, (state, layer, channel, fires_for): (&State, &str, usize, &str), theme: &Theme) {
    let name = tr_with("contribution-channel-name", &[("channel", channel.to_string())]);
    let row = |role: TextRole| ui.fonts_mut(|fonts| fonts.row_height(&role.font()));
    let heights = [row(TextRole::BodyStrong), row(TextRole::Tick)];
    if heights[0] + heights[1] > rect.height() + 4.0 {
        write_fitted(ui.painter(), rect, Align2::LEFT_CENTER, &name, TextRole::BodyStrong, theme.hi);
        return;
    }
    let of = match branch_of(state, layer, channel) {
        Some(branch) => format!("{} · {fires_for}", branch_name(branch)),
        None => fires_for.to_owned(),
    };
    let mut below = rect.middle_row(heights[0] + heights[1]);
    let above = below.take_top(heights[0]);
    write_fitted(ui.painter(), above, Align2::LEFT_CENTER, &name, TextRole::BodyStrong, theme.hi);
    write_fitted(ui.painter(), below, Align2::LEFT_CENTER, &of, TextRole::Tick, theme.mid);
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
    let words = tr_with("contribution-mute", &[("channel", channel.to_string())]);
    let response = Pressable::new(Id::unique(("contribution-mute", place)))
        .role(Role::Switch)
        .chosen(is_muted)
        .radius(size::RADIUS_TILE)
        .hints(&[&words])
        .show(ui, rect, look.theme, || words.clone());
    if response.hovered() || is_muted {
        let stroke = Stroke::new(size::hairline(), look.theme.mid);
        ui.painter().rect_stroke(rect.shrink(1.0), size::RADIUS_TILE, stroke, StrokeKind::Inside);
    }
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
