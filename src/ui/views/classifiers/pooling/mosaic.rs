//! Every map with its mean below it, and what it adds as a bar.

use std::ops::Range;

use egui::epaint::Mesh;
use egui::{
    Align2, Color32, Id, Rect, RichText, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::PoolingContext;
use crate::locale::format::{fixed, grouped};
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::paint::{paragraph, text};
use crate::ui::kit::{ColorBar, arrows_pressed, cell_after, enter_pressed, focus_ring, lock_arrows, tooltip_of};
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::evidence::channel_name;
use crate::ui::views::classifiers::maps::{
    LAST_MODULE, color_function, open_channel, select_channel, selected_channel,
};
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
    corner: egui::Pos2,
    columns: usize,
    pitch: f32,
}

impl Grid {
    fn tile(&self, place: usize) -> Rect {
        let (row, column) = (place / self.columns, place % self.columns);
        let offset = vec2(column as f32 * self.pitch, row as f32 * ROW);
        Rect::from_min_size(self.corner + offset, vec2(TILE, TILE))
    }
}

/// Shows the maps in their order; returns the channel under the pointer.
pub(super) fn mosaic(ui: &mut Ui, rect: Rect, shown: &PoolingContext<'_>, board: &mut Board<'_, '_>) -> Option<usize> {
    let body = rect.with_max_y(rect.bottom() - FOOT - size::SPACE_8);
    let columns = (((body.width() - 10.0) / (TILE + GAP)) as usize).max(1);
    let rows = shown.order.len().div_ceil(columns);
    let is_still = board.subject.is_still();
    let hovered = ui
        .scope_builder(UiBuilder::new().max_rect(body), |ui| {
            let scroll = ScrollArea::vertical().id_salt("pooled-maps").auto_shrink(false).animated(!is_still);
            scroll
                .show_viewport(ui, |ui, viewport| {
                    ui.set_height(rows as f32 * ROW);
                    let grid = Grid {
                        // Room for the outline of what is selected.
                        corner: ui.max_rect().min + vec2(3.0, 3.0),
                        columns,
                        pitch: (body.width() - 10.0) / columns as f32,
                    };
                    let first = (viewport.top() / ROW).floor().max(0.0) as usize * columns;
                    let end = (viewport.bottom() / ROW).ceil().max(0.0) as usize * columns;
                    let places = first..end.min(shown.order.len());
                    paint(ui, &grid, places.clone(), shown, board);
                    let is_walked = keyboard(ui, body, &grid, shown, board);
                    interact(ui, &grid, places, is_walked, shown, board)
                })
                .inner
        })
        .inner;
    foot(ui, rect.with_min_y(rect.bottom() - FOOT), shown, board);
    hovered
}

fn paint(ui: &Ui, grid: &Grid, places: Range<usize>, shown: &PoolingContext<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let atlas = shown.maps.atlas(ui, board.look);
    let mut mesh = Mesh::with_texture(atlas.id());
    let sums = shown.sums;
    let ends = sums.order.first().into_iter().chain(sums.order.last());
    let most = ends.map(|&channel| sums.channels[channel].product.abs()).fold(f64::MIN_POSITIVE, f64::max);
    let painter = ui.painter();
    let mut bars = Vec::new();
    for place in places.clone() {
        let channel = shown.order[place];
        let tile = grid.tile(place);
        mesh.add_rect_with_uv(tile, shown.maps.uv(channel), Color32::WHITE);
        let numbers = sums.channels[channel];
        let track = Rect::from_min_size(tile.left_bottom() + vec2(0.0, 2.0), vec2(TILE, 3.0));
        let width = TILE * (numbers.product.abs() / most).min(1.0) as f32;
        let fill = theme.sign(numbers.product as f32).fill;
        bars.push(Shape::rect_filled(track, 1.0, theme.bar_track));
        bars.push(Shape::rect_filled(track.with_max_x(track.left() + width), 1.0, fill));
    }
    painter.add(Shape::mesh(mesh));
    painter.extend(bars);
    for place in places {
        let channel = shown.order[place];
        let tile = grid.tile(place);
        let is_shown = channel == shown.channel;
        let ink = if is_shown { theme.hi } else { theme.mid };
        let mean = fixed(sums.channels[channel].mean, 2);
        let below = pos2(tile.center().x, tile.bottom() + 13.0);
        text(painter, below, Align2::CENTER_CENTER, &mean, TextRole::Tick, ink);
        let border = if is_shown {
            Stroke::new(size::stroke_selection(), theme.hi)
        } else {
            Stroke::new(size::hairline(), theme.line2)
        };
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
        let tile = grid.tile(place);
        let area = tile.with_max_y(tile.bottom() + 20.0);
        let response = ui.interact(area, Id::unique(("pooled", channel)), Sense::CLICK);
        let name = channel_name(shown.sums, channel);
        response.widget_info(|| {
            let is_chosen = chosen == Some(channel);
            WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, &name)
        });
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
    let response = ui.interact(body, id, Sense::focusable_noninteractive());
    let count = grouped(shown.order.len() as u64);
    response.widget_info(|| {
        let name = tr_with("classifiers-mosaic", &[("count", &*count)]);
        WidgetInfo::labeled(Role::Group, ui.is_enabled(), name)
    });
    focus_ring(ui, &response, size::RADIUS_TILE, board.look.theme);
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
    let range = shown.maps.range;
    let color_at = color_function(shown.maps.colormap);
    let bar = rect.with_max_x(rect.left() + (rect.width() * 0.42).min(300.0));
    ui.scope_builder(UiBuilder::new().max_rect(bar), |ui| {
        ColorBar::new("", [range.min(), range.max()], &color_at).ticks(3).show(ui, theme)
    });
    let words = rect.with_min_x(bar.right() + size::SPACE_24);
    ui.scope_builder(UiBuilder::new().max_rect(words), |ui| {
        let count = grouped(shown.order.len() as u64);
        let class = short(subject.label(subject.class), 20);
        let side = shown.sums.side.to_string();
        let values = [("count", &*count), ("side", &*side), ("class", &*class)];
        let words = tr_with("classifiers-below-maps", &values);
        paragraph(ui, &words, TextRole::Caption, theme.low);
    });
}
