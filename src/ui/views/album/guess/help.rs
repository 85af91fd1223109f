//! What helps to guess: where the evidence is, or what the strongest channels fire for elsewhere.

use egui::{Align2, Color32, ColorImage, Rect, Role, TextureOptions, Ui};

use super::super::context::AlbumContext;
use super::super::tile::{Pictures, picture};
use crate::engine::Looked;
use crate::imaging::{Range, overlay};
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::paint::{rounded_picture, spoken};
use crate::ui::kit::{Area, write_fitted};
use crate::ui::look::{Look, color_image, colormap_of};
use crate::ui::style::{TextRole, size};
use crate::ui::views::album::scene::AlbumScene;

/// The layer whose channels are shown.
const LAYER: &str = "inception5b";

/// The evidence for the network's answer over the photo; its name is not said.
pub(super) fn heatmap(ui: &Ui, rect: Rect, shown: &AlbumContext<'_>, looked: &Looked, look: &mut Look<'_>) {
    let Some(evidence) = &looked.evidence else { return };
    let colormap = colormap_of(shown.state, true);
    let key = ("guess evidence", looked.number, shown.album.id, colormap);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
        let shares = evidence.shares();
        let pixels = overlay(&shares, Range::symmetric(&shares), colormap).into_iter();
        let color = |[red, green, blue, alpha]: [u8; 4]| Color32::from_rgba_unmultiplied(red, green, blue, alpha);
        ColorImage::new([evidence.side; 2], pixels.map(color).collect())
    });
    rounded_picture(ui.painter(), texture.id(), rect, Color32::WHITE.gamma_multiply(0.8));
}

/// Nine channels: where each fires on this photo, and the album photo that fires it most.
pub(super) fn channels(ui: &Ui, rect: Rect, shown: &AlbumContext<'_>, scene: &mut AlbumScene, look: &mut Look<'_>) {
    let album = &shown.state.album;
    let (Some(looked), Some(turn)) = (album.guessing.looked.as_ref(), album.guessing.turn()) else { return };
    let theme = look.theme;
    let mut body = rect;
    let title = body.take_top(22.0).top_part(16.0);
    write_fitted(ui.painter(), title, Align2::LEFT_CENTER, &tr("guess-channels"), TextRole::StatusStrong, theme.hi);
    let columns = looked.channels.len().max(1) as f32;
    let side = ((body.width() - (columns - 1.0) * 8.0) / columns).min((body.height() - 26.0) / 2.0).min(76.0);
    let colormap = colormap_of(shown.state, false);
    for (place, (channel, values)) in looked.channels.iter().enumerate() {
        let upper = body.column(place, side + 8.0).square(Align2::LEFT_TOP, side);
        let key = ("guess channel", looked.number, shown.album.id, *channel, colormap);
        let texture = look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
            let cells = (values.len() as f64).sqrt() as usize;
            color_image(values, [cells, cells], Range::zero_to_max(values), colormap)
        });
        rounded_picture(ui.painter(), texture.id(), upper, Color32::WHITE);
        let lower = upper.beneath(4.0, side);
        let examples = album.index.as_ref().and_then(|index| index.examples(LAYER, *channel).ok()).unwrap_or_default();
        if let Some(example) = examples.iter().find(|example| example.photo != turn.photo) {
            let mut pictures = Pictures { textures: look.textures, wanted: &mut scene.wanted };
            picture(ui, lower, shown, example.photo, 1.0, &mut pictures);
        } else {
            ui.painter().rect_filled(lower, size::RADIUS_TILE, theme.bar_track);
        }
        let words = tr_with("guess-channel", &[("channel", channel.to_string())]);
        spoken(ui, upper.union(lower), Role::Image, &words);
    }
    let hint = body.without_top(2.0 * side + 8.0).top_part(16.0);
    write_fitted(ui.painter(), hint, Align2::LEFT_CENTER, &tr("guess-channels-hint"), TextRole::Tick, theme.low);
}
