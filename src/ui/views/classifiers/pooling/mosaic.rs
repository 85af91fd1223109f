//! Every map with its mean below it, and what it adds as a bar.

use std::ops::Range;

use egui::epaint::Mesh;
use egui::{Align2, Color32, Id, Rect, RichText, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, vec2};

use super::PoolingContext;
use crate::locale::format::{fixed, grouped};
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::paint::paragraph;
use crate::ui::kit::{
    Area, Pressable, arrows_pressed, cell_after, cell_in, enter_pressed, lock_arrows, tooltip_of, within, write,
};
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::evidence::channel_name;
use crate::ui::views::classifiers::maps::{LAST_MODULE, open_channel, scale, select_channel, selected_channel};
use crate::ui::views::classifiers::numbers::short;

/// Side of a tile, and the least distance between two, points.
const TILE: f32 = 40.0;
const GAP: f32 = 6.0;
/// Distance from one row of tiles to the next: tile, bar, mean.
const ROW: f32 = TILE + 24.0;
/// Height of the colour bar below.
const FOOT: f32 = 44.0;

/// Tiles in rows.
struct Grid {
    /// From the first tile on.
    room: Rect,
    columns: usize,
    pitch: f32,
}

impl Grid {
    fn tile(&self, place: usize) -> Rect {
        cell_in(self.room, place, self.columns, vec2(self.pitch, ROW)).square(Align2::LEFT_TOP, TILE)
    }
}

/// Shows the maps in their order; returns the channel under the pointer.
pub(super) fn mosaic(ui: &mut Ui, rect: Rect, shown: &PoolingContext<'_>, board: &mut Board<'_, '_>) -> Option<usize> {
    let body = rect.without_bottom(FOOT + size::SPACE_8);
    let columns = (((body.width() - 10.0) / (TILE + GAP)) as usize).max(1);
    let rows = shown.order.len().div_ceil(columns);
    let is_still = board.subject.is_still();
    let scroll = ScrollArea::vertical().id_salt("pooled-maps").auto_shrink(false).animated(!is_still);
    let hovered = within(ui, body, |ui| {
        let shown = scroll.show_viewport(ui, |ui, viewport| {
            ui.set_height(rows as f32 * ROW);
            // Room for the outline of what is selected.
            let room = ui.max_rect().without_left(3.0).without_top(3.0);
            let grid = Grid { room, columns, pitch: (body.width() - 10.0) / columns as f32 };
            let first = (viewport.top() / ROW).floor().max(0.0) as usize * columns;
            let end = (viewport.bottom() / ROW).ceil().max(0.0) as usize * columns;
            let places = first..end.min(shown.order.len());
            paint(ui, &grid, places.clone(), shown, board);
            let is_walked = keyboard(ui, body, &grid, shown, board);
            interact(ui, &grid, places, is_walked, shown, board)
        });
        shown.inner
    });
    foot(ui, rect.bottom_part(FOOT), shown, board);
    hovered
}

fn paint(ui: &Ui, grid: &Grid, places: Range<usize>, shown: &PoolingContext<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let atlas = shown.maps.atlas(ui, board.look);
    let mut mesh = Mesh::with_texture(atlas.id());
    for place in places.clone() {
        mesh.add_rect_with_uv(grid.tile(place), shown.maps.uv(shown.order[place]), Color32::WHITE);
    }
    let painter = ui.painter();
    painter.add(Shape::mesh(mesh));
    let sums = shown.sums;
    let ends = sums.order.first().into_iter().chain(sums.order.last());
    let most = ends.map(|&channel| sums.channels[channel].product.abs()).fold(f64::MIN_POSITIVE, f64::max);
    for place in places {
        let channel = shown.order[place];
        let tile = grid.tile(place);
        let numbers = sums.channels[channel];
        let track = tile.beneath(2.0, 3.0);
        painter.rect_filled(track, 1.0, theme.bar_track);
        let bar = track.share((numbers.product.abs() / most) as f32);
        painter.rect_filled(bar, 1.0, theme.sign(numbers.product as f32).fill);
        let (ink, border) = match channel == shown.channel {
            true => (theme.hi, Stroke::new(size::stroke_selection(), theme.hi)),
            false => (theme.mid, Stroke::new(size::hairline(), theme.line2)),
        };
        let below = tile.beneath(4.0, 18.0);
        write(painter, below, Align2::CENTER_CENTER, &fixed(numbers.mean, 2), TextRole::Tick, ink);
        painter.rect_stroke(tile, 1.0, border, StrokeKind::Outside);
    }
}

fn interact(
    ui: &Ui,
    grid: &Grid,
    places: Range<usize>,
    is_walked: bool,
    shown: &PoolingContext<'_>,
    board: &mut Board<'_, '_>,
) -> Option<usize> {
    let theme = board.look.theme;
    let chosen = selected_channel(board, LAST_MODULE, shown.order.len());
    let mut hovered = None;
    for place in places {
        let channel = shown.order[place];
        let name = channel_name(shown.sums, channel);
        let response = Pressable::new(Id::unique(("pooled", channel)))
            .sense(Sense::CLICK)
            .chosen(chosen == Some(channel))
            .show(ui, grid.tile(place).top_part(TILE + 20.0), theme, || name.clone());
        let is_here = is_walked && channel == shown.channel;
        if response.hovered() {
            hovered = Some(channel);
        }
        if response.hovered() || is_here {
            tooltip_of(&response, is_here, theme, |ui| {
                ui.label(RichText::new(&name).color(theme.hi));
                ui.label(RichText::new(tr("classifiers-channel-hint")).color(theme.mid));
            });
        }
        if response.double_clicked() || is_here && enter_pressed(ui) {
            open_channel(board.commands, LAST_MODULE, channel);
        } else if response.clicked() {
            select_channel(board.commands, LAST_MODULE, channel);
        }
    }
    hovered
}

/// The mosaic as a whole takes the focus; arrows move the selection.  Whether it has the focus.
fn keyboard(ui: &Ui, body: Rect, grid: &Grid, shown: &PoolingContext<'_>, board: &mut Board<'_, '_>) -> bool {
    let id = Id::unique("pooled-maps-focus");
    let whole = Pressable::new(id).role(Role::Group).sense(Sense::focusable_noninteractive()).radius(size::RADIUS_TILE);
    let response = whole.show(ui, body, board.look.theme, || {
        tr_with("classifiers-mosaic", &[("count", &*grouped(shown.order.len() as u64))])
    });
    if !response.has_focus() {
        return false;
    }
    lock_arrows(ui, id);
    let step = arrows_pressed(ui);
    if step != [0, 0] {
        let count = shown.order.len();
        let own = shown.order.iter().position(|&own| own == shown.channel);
        let size = [grid.columns, count.div_ceil(grid.columns)];
        let to = cell_after(own.unwrap_or(0), step, size).min(count - 1);
        ui.scroll_to_rect(grid.tile(to).expand(ROW), None);
        select_channel(board.commands, LAST_MODULE, shown.order[to]);
    }
    true
}

/// The scale that all maps share, and what stands below each.
fn foot(ui: &mut Ui, rect: Rect, shown: &PoolingContext<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let subject = board.subject;
    let bar = rect.left_part((rect.width() * 0.42).min(300.0));
    scale(ui, bar, (shown.maps.range, shown.maps.colormap), 3, theme);
    within(ui, rect.without_left(bar.width() + size::SPACE_24), |ui| {
        let count = grouped(shown.order.len() as u64);
        let class = short(subject.label(subject.class), 20);
        let side = shown.sums.side.to_string();
        let values = [("count", &*count), ("side", &*side), ("class", &*class)];
        let words = tr_with("classifiers-below-maps", &values);
        paragraph(ui, &words, TextRole::Caption, theme.low);
    });
}
