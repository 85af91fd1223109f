//! All channels as tiles, as far as their pictures are.

use egui::{Align2, Rect, Role, ScrollArea, Sense, Ui, Vec2, vec2};

use super::areas::{PITCH, TILE};
use super::scene::LooksScene;
use super::tile::{Tile, tile};
use super::words;
use crate::locale::text::tr_with;
use crate::state::{Command, PictureCommand, TileOrder};
use crate::ui::kit::{Area, Pressable, cell_in, within};
use crate::ui::look::Look;
use crate::ui::style::{Theme, size};
use crate::ui::views::layer::context::LayerContext;

/// Room around the tiles for the outline of the selected one.
const MARGIN: f32 = 4.0;
/// Room for the scroll bar.
const SCROLL_BAR: f32 = 12.0;

/// Channels in an order, each with the number it is ordered by.
pub(super) struct Ordered {
    pub order: Vec<usize>,
    pub numbers: Vec<f32>,
}

impl Ordered {
    /// As the state asks.
    pub fn of(seen: &LayerContext<'_>) -> Self {
        let looks_for = &seen.state.looks_for;
        // The network as it is, with nothing switched off.
        let report = &seen.shown.run().report;
        let Some(activation) = report.activation(&seen.layer.name) else {
            return Self { order: Vec::new(), numbers: Vec::new() };
        };
        let colour =
            looks_for.colour.as_ref().filter(|index| index.layer == seen.layer.name && index.report == report.id);
        let numbers: Vec<f32> = match (looks_for.order, colour) {
            (TileOrder::Colour, Some(colour)) => colour.values.clone(),
            (TileOrder::Colour | TileOrder::Index | TileOrder::OnThisPhoto, _) => {
                activation.statistics.iter().map(|channel| channel.max).collect()
            }
        };
        let mut order: Vec<usize> = (0..numbers.len()).collect();
        if looks_for.order != TileOrder::Index {
            order.sort_by(|&a, &b| numbers[b].total_cmp(&numbers[a]));
        }
        Self { order, numbers }
    }
}

/// Shows the tiles; says which are in sight.
pub(super) fn atlas(
    ui: &mut Ui,
    rect: Rect,
    seen: &LayerContext<'_>,
    scene: &mut LooksScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let Ordered { order, numbers } = Ordered::of(seen);
    let columns = (((rect.width() + PITCH.x - TILE) / PITCH.x) as usize).max(1);
    scene.reveal |= scene.columns != columns;
    scene.columns = columns;
    let rows = order.len().div_ceil(columns);
    let area = rect.expand(MARGIN).with_max_x(rect.right() + SCROLL_BAR);
    within(ui, area, |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let salt = ("looks-for", &seen.layer.name);
        let scroll = ScrollArea::vertical().id_salt(salt).auto_shrink(false).animated(!seen.is_still());
        scroll.show_viewport(ui, |ui, viewport| {
            ui.set_height(rows as f32 * PITCH.y + 2.0 * MARGIN);
            let tiles = ui.max_rect().shrink(MARGIN);
            let place_rect = |place: usize| cell_in(tiles, place, columns, PITCH).square(Align2::LEFT_TOP, TILE);
            let selected = order.iter().position(|&channel| channel == seen.focus.channel);
            if let Some(place) = selected.filter(|_| scene.reveal) {
                ui.scroll_to_rect(place_rect(place).expand2(vec2(0.0, PITCH.y - TILE)), None);
            }
            let first = (viewport.top() / PITCH.y).floor().max(0.0) as usize * columns;
            let end = ((viewport.bottom() / PITCH.y).ceil().max(0.0) as usize * columns).min(order.len());
            let places = first.min(end)..end;
            for place in places.clone() {
                let channel = order[place];
                let shown = Tile { channel, number: numbers[channel], rect: place_rect(place) };
                tile(ui, &shown, seen, scene, look, commands);
            }
            see(seen, &order, places, commands);
        });
    });
    whole(ui, rect, seen, order.len(), look.theme);
}

/// Says which tiles are in sight, where that has changed.
fn see(seen: &LayerContext<'_>, order: &[usize], places: std::ops::Range<usize>, commands: &mut Vec<Command>) {
    if seen.state.looks_for.atlas.visible() != &order[places.clone()] {
        commands.push(Command::Picture(PictureCommand::SeeTiles(order.to_vec(), places)));
    }
}

/// The atlas as one thing that the keyboard can talk to.
fn whole(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, count: usize, theme: &Theme) {
    let grid = Pressable::new(atlas_id()).role(Role::Grid).sense(Sense::focusable_noninteractive());
    grid.radius(size::RADIUS_TILE).show(ui, rect, theme, || {
        let channel = words::channel(seen.state, seen.layer, seen.focus.channel);
        tr_with("looks-atlas", &[("count", count.to_string()), ("channel", channel)])
    });
}

/// What has the keyboard while the arrows walk through the tiles.
pub(super) fn atlas_id() -> egui::Id {
    egui::Id::unique("looks-for-atlas")
}
