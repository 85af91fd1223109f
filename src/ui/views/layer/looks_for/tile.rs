//! One channel of the atlas.

use egui::{
    Align2, Color32, Rect, Response, RichText, Sense, Shape, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui,
    Vec2, vec2,
};

use super::atlas::atlas_id;
use super::scene::LooksScene;
use super::words;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, PictureCommand, TileKind, TileState};
use crate::ui::kit::paint::{WHOLE, rounded_picture};
use crate::ui::kit::{Area, Pressable, tooltip_of, write};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::forming::{dashed, forming, outline};

/// Side of a tile under the pointer, points.
const ENLARGED: f32 = 168.0;

/// Where a channel stands, and its number.
pub(super) struct Tile {
    pub channel: usize,
    pub number: f32,
    pub rect: Rect,
}

/// Shows it; asks for what is clicked.
pub(super) fn tile(
    ui: &mut Ui,
    tile: &Tile,
    seen: &LayerContext<'_>,
    scene: &mut LooksScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let state = &seen.state.looks_for;
    let texture = match state.tiles {
        TileKind::Picture => made(ui, tile.channel, seen, look).or_else(|| patch(ui, tile.channel, seen, look)),
        TileKind::Patch => patch(ui, tile.channel, seen, look),
    };
    let shown = state.atlas.tile(tile.channel);
    paint(ui, tile, shown, texture.as_ref(), seen, look.theme);
    let is_selected = tile.channel == seen.focus.channel;
    caption(ui, tile, is_selected, look.theme);
    let pressable = Pressable::new(ui.scope_id().with(tile.channel)).chosen(is_selected).sense(Sense::CLICK);
    let response = pressable.show(ui, tile.rect, look.theme, || name(seen, tile, shown));
    outline(ui, tile.rect, is_selected, response.hovered(), look.theme);
    let is_walked = is_selected && ui.memory(|memory| memory.has_focus(atlas_id()));
    if response.hovered() || is_walked {
        enlarge(&response, is_walked, tile, seen, texture.as_ref(), look.theme);
    }
    if response.double_clicked() {
        scene.is_filled = true;
    } else if response.clicked() {
        match shown {
            TileState::NoStart if is_selected => {
                commands.push(Command::Picture(PictureCommand::RetryTile(tile.channel)))
            }
            TileState::Waiting | TileState::Forming { .. } | TileState::Ready(_) | TileState::NoStart => {
                commands.push(Command::SelectChannel(Some(tile.channel)));
            }
        }
    }
}

/// The picture as far as it is.
fn made(ui: &Ui, channel: usize, seen: &LayerContext<'_>, look: &mut Look<'_>) -> Option<(TextureHandle, bool)> {
    let atlas = &seen.state.looks_for.atlas;
    let (picture, steps) = atlas.tile(channel).picture()?;
    let key = ("looks-tile", atlas.key(channel), steps);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(picture));
    Some((texture, false))
}

/// The patch of the strongest photo of the album, with a badge.
fn patch(ui: &Ui, channel: usize, seen: &LayerContext<'_>, look: &mut Look<'_>) -> Option<(TextureHandle, bool)> {
    let (number, patch) = seen.state.looks_for.atlas.patch(channel)?;
    let key = ("looks-tile-patch", number);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(patch));
    Some((texture, true))
}

fn paint(
    ui: &Ui,
    tile: &Tile,
    shown: &TileState,
    texture: Option<&(TextureHandle, bool)>,
    seen: &LayerContext<'_>,
    theme: &Theme,
) {
    let (painter, rect) = (ui.painter(), tile.rect);
    match texture {
        Some((texture, has_badge)) => {
            rounded_picture(painter, texture.id(), rect, Color32::WHITE);
            if *has_badge {
                badge(ui, rect, theme);
            }
        }
        None => {
            painter.rect_filled(rect, size::RADIUS_TILE, theme.bar_track);
        }
    }
    match shown {
        TileState::Forming { steps, .. } if seen.state.looks_for.tiles == TileKind::Picture => {
            let share = *steps as f32 / seen.state.pace.tile as f32;
            forming(ui, rect, share, theme);
        }
        TileState::NoStart if texture.is_none() => no_start(ui, rect, theme),
        TileState::Waiting | TileState::Forming { .. } | TileState::Ready(_) | TileState::NoStart => {}
    }
}

/// A patch, not a picture that was made.
fn badge(ui: &Ui, rect: Rect, theme: &Theme) {
    let badge = rect.shrink(3.0).square(Align2::RIGHT_BOTTOM, 18.0);
    ui.painter().rect_filled(badge, 3.0, theme.scrim.gamma_multiply(0.8));
    photo_glyph(ui, badge, Color32::WHITE);
}

/// A photo with a hill: what comes from the album.
pub(super) fn photo_glyph(ui: &Ui, rect: Rect, ink: Color32) {
    let frame = rect.shrink2(vec2(3.5, 4.5));
    let stroke = Stroke::new(1.2, ink);
    ui.painter().rect_stroke(frame, 1.0, stroke, StrokeKind::Middle);
    let hill = [[0.1, 0.85], [0.38, 0.4], [0.62, 0.7], [0.75, 0.55], [0.92, 0.85]];
    ui.painter().line(hill.map(|place| frame.lerp_inside(place)).to_vec(), stroke);
}

/// Nothing starts; a click on the selected tile tries again.
fn no_start(ui: &Ui, rect: Rect, theme: &Theme) {
    dashed(ui, rect, theme);
    let [above, below] = rect.rows(0.0);
    write(ui.painter(), above, Align2::CENTER_BOTTOM, &tr("looks-no-start"), TextRole::Tick, theme.mid);
    write(ui.painter(), below, Align2::CENTER_TOP, &tr("looks-retry"), TextRole::Tick, theme.low);
}

/// The channel at the left, its number at the right.
fn caption(ui: &Ui, tile: &Tile, is_selected: bool, theme: &Theme) {
    let row = tile.rect.beneath(1.0, 18.0);
    let role = if is_selected { TextRole::StatusStrong } else { TextRole::Tick };
    let [left, right] = if is_selected { [theme.hi; 2] } else { [theme.mid, theme.low] };
    let painter = ui.painter();
    write(painter, row, Align2::RIGHT_CENTER, &words::value(tile.number), role, right);
    write(painter, row, Align2::LEFT_CENTER, &tile.channel.to_string(), role, left);
}

/// The same, larger, with its words.
fn enlarge(
    response: &Response,
    is_walked: bool,
    tile: &Tile,
    seen: &LayerContext<'_>,
    texture: Option<&(TextureHandle, bool)>,
    theme: &Theme,
) {
    let first = name(seen, tile, seen.state.looks_for.atlas.tile(tile.channel));
    tooltip_of(response, is_walked, theme, |ui| {
        if let Some((texture, _)) = texture {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(ENLARGED), Sense::hover());
            ui.painter().add(Shape::image(texture.id(), rect, WHOLE, Color32::WHITE));
        }
        ui.set_max_width(260.0);
        ui.label(RichText::new(first).color(theme.hi));
    });
}

/// "Channel 40, strongest cell on this photo 5.80, picture ready".
fn name(seen: &LayerContext<'_>, tile: &Tile, shown: &TileState) -> String {
    let mut channel = words::channel(seen.state, seen.layer, tile.channel);
    if let Some(name) = seen.state.channel_name(tile.channel) {
        channel = format!("{channel} · {name}");
    }
    let pace = seen.state.pace.tile;
    let how_far = match shown {
        TileState::Waiting => tr("looks-tile-waiting"),
        TileState::Forming { steps, .. } => {
            let values = [("step", steps.to_string()), ("steps", pace.to_string())];
            tr_with("looks-step", &values)
        }
        TileState::Ready(_) => tr("looks-tile-ready"),
        TileState::NoStart => tr("looks-tile-no-start"),
    };
    let key = match seen.state.looks_for.order {
        crate::state::TileOrder::Index | crate::state::TileOrder::OnThisPhoto => "looks-tile",
        crate::state::TileOrder::Colour => "looks-tile-colour",
    };
    tr_with(key, &[("channel", channel), ("value", words::value(tile.number)), ("state", how_far)])
}
