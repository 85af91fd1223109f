//! Every channel as a tile: one texture, one mesh.

use egui::epaint::Mesh;
use egui::{
    Align2, Color32, Rect, Response, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, TextureOptions, Ui, vec2,
};

use super::areas::{PAIR_GAP, Tiling, tiling};
use super::atlas::{AtlasGrid, atlas_image};
use super::context::{LayerContext, Side};
use super::scene::LayerScene;
use super::tips;
use crate::imaging::build_atlas;
use crate::locale::text::tr_with;
use crate::session::Map;
use crate::state::Command;
use crate::ui::kit::paint::mark_silent;
use crate::ui::kit::{Area, Pressable, cell_in, heatmap_tile::cell_at, within};
use crate::ui::look::Look;
use crate::ui::style::{Theme, size};

/// Room around the tiles for the outline of the selected one, points.
const MARGIN: f32 = 4.0;
/// Room for the scroll bar beside the tiles.
const SCROLL_BAR: f32 = 14.0;

/// What the pointer and the keyboard found in the mosaic.
#[derive(Default)]
pub(super) struct Found {
    /// The cell under the pointer, row and column.
    pub cell: Option<(usize, usize)>,
    /// Whether the tiles show means of several cells.
    pub is_averaged: bool,
}

/// Shows the tiles; asks for what is clicked.
pub(super) fn mosaic(
    ui: &mut Ui,
    rect: Rect,
    seen: &LayerContext<'_>,
    scene: &mut LayerScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) -> Found {
    let sides = seen.sides().count();
    let tiling = tiling(rect.size(), seen.subject.order.len(), sides);
    let columns = tiling.columns;
    let side_px = (tiling.side * ui.pixels_per_point()).round().max(1.0) as usize;
    // Smaller maps are magnified, whatever the size of the tiles.
    let side_px = side_px.min(seen.subject.side());
    // Another number of columns puts every tile elsewhere.
    scene.reveal |= scene.columns != columns;
    scene.columns = columns;
    let rows = seen.subject.order.len().div_ceil(columns);
    let tiles = Tiles { seen, tiling, sides, side_px, theme: look.theme };
    let textures: Vec<_> = seen.sides().map(|side| tiles.texture(ui, side.map, look)).collect();
    let pitch = tiling.pitch.y;
    let mut found = Found { cell: None, is_averaged: seen.subject.side() > side_px };
    let still = seen.is_still();
    let area = rect.expand(MARGIN);
    let area = area.with_max_x(rect.right() + SCROLL_BAR);
    within(ui, area, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let scroll = ScrollArea::vertical().id_salt(("mosaic", &seen.layer.name)).auto_shrink(false).animated(!still);
        scroll.show_viewport(ui, |ui, viewport| {
            ui.set_height((rows as f32 * pitch - size::SPACE_4).max(0.0) + 2.0 * MARGIN);
            if scene.reveal {
                tiles.reveal(ui);
            }
            let first = (viewport.top() / pitch).floor().max(0.0) as usize * columns;
            let end = ((viewport.bottom() / pitch).ceil().max(0.0) as usize * columns).min(seen.subject.order.len());
            let first = first.min(end);
            for (index, (side, texture)) in seen.sides().zip(&textures).enumerate() {
                tiles.paint(ui, (index, &side), texture.id(), first..end);
            }
            found.cell = tiles.interact(ui, first..end, scene, commands);
            tiles.outline(ui, first..end);
        });
    });
    whole(ui, rect, seen, look.theme);
    found
}

/// The mosaic as one thing that the keyboard can talk to.
fn whole(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme) {
    let name = || {
        let values = [("count", seen.subject.order.len().to_string()), ("channel", seen.focus.channel.to_string())];
        tr_with("layer-mosaic", &values)
    };
    Pressable::new(mosaic_id())
        .role(Role::Grid)
        .sense(Sense::focusable_noninteractive())
        .radius(size::RADIUS_TILE)
        .show(ui, rect, theme, name);
}

/// What has the keyboard while the arrows walk through the tiles.
pub(super) fn mosaic_id() -> egui::Id {
    egui::Id::unique("layer-mosaic")
}

struct Tiles<'a> {
    seen: &'a LayerContext<'a>,
    tiling: Tiling,
    /// Tiles of a channel: one, or one of each photo.
    sides: usize,
    side_px: usize,
    theme: &'a Theme,
}

impl Tiles<'_> {
    /// All channels in the order of the network, so that another order moves tiles and paints none anew.
    fn texture(&self, ui: &Ui, map: &Map, look: &mut Look<'_>) -> egui::TextureHandle {
        let subject = self.seen.subject;
        let key = ("mosaic", format!("{:?}", subject.pixels_key(map)), self.side_px);
        look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
            let activation = &map.activation;
            let (channels, side) = (activation.shape.channels(), subject.side());
            let order: Vec<usize> = (0..channels).collect();
            let shape = [channels, side, side];
            let atlas =
                build_atlas(&activation.values(), shape, &order, subject.rule(), subject.colormap, self.side_px);
            atlas_image(&atlas)
        })
    }

    /// The rectangle of the tiles at a place of the order.
    fn rect(&self, ui: &Ui, place: usize) -> Rect {
        let side = self.tiling.side;
        let width = side * self.sides as f32 + PAIR_GAP * (self.sides - 1) as f32;
        let tiles = ui.max_rect().shrink(MARGIN);
        cell_in(tiles, place, self.tiling.columns, self.tiling.pitch).place(Align2::LEFT_TOP, vec2(width, side))
    }

    /// The tile of one of the photos in such a rectangle.
    fn part(&self, rect: Rect, index: usize) -> Rect {
        let side = self.tiling.side;
        rect.column(index, side + PAIR_GAP).square(Align2::LEFT_TOP, side)
    }

    /// The cell at a position, row and column, in whichever tile it lies.
    fn cell(&self, rect: Rect, position: egui::Pos2) -> Option<(usize, usize)> {
        let side = self.seen.subject.side();
        let mut parts = (0..self.sides).map(|index| self.part(rect, index));
        let part = parts.find(|part| part.contains(position))?;
        let [column, row] = cell_at(part, position, [side, side])?;
        Some((row, column))
    }

    fn selected_place(&self) -> Option<usize> {
        let channel = self.seen.focus.channel;
        self.seen.subject.order.iter().position(|&other| other == channel)
    }

    fn reveal(&self, ui: &Ui) {
        if let Some(place) = self.selected_place() {
            ui.scroll_to_rect(self.rect(ui, place).expand(size::SPACE_4), None);
        }
    }

    fn paint(
        &self,
        ui: &Ui,
        (index, shown): (usize, &Side<'_>),
        texture: egui::TextureId,
        places: std::ops::Range<usize>,
    ) {
        let subject = self.seen.subject;
        let (count, side) = (subject.map.activation.shape.channels(), subject.side());
        let grid = AtlasGrid::of(count, side, self.side_px);
        let mut mesh = Mesh::with_texture(texture);
        let mut marks = Vec::new();
        for place in places {
            let channel = subject.order[place];
            let rect = self.part(self.rect(ui, place), index);
            if self.seen.is_muted_in(shown.map, channel) {
                self.mark_muted(rect, &mut marks);
            } else if shown.silent[channel] {
                mark_silent(rect, self.theme, &mut marks);
            } else {
                mesh.add_rect_with_uv(rect, grid.uv(channel), Color32::WHITE);
            }
        }
        ui.painter().add(Shape::mesh(mesh));
        ui.painter().extend(marks);
    }

    /// Crossed out: a person took it away.
    fn mark_muted(&self, rect: Rect, shapes: &mut Vec<Shape>) {
        let inner = rect.shrink(0.5);
        shapes.push(Shape::rect_filled(inner, size::RADIUS_TILE, self.theme.bg3));
        let cross = rect.shrink(rect.width() * 0.33);
        let stroke = Stroke::new(2.0, self.theme.hi);
        shapes.push(Shape::line_segment([cross.left_top(), cross.right_bottom()], stroke));
        shapes.push(Shape::line_segment([cross.left_bottom(), cross.right_top()], stroke));
    }

    fn interact(
        &self,
        ui: &Ui,
        places: std::ops::Range<usize>,
        scene: &mut LayerScene,
        commands: &mut Vec<Command>,
    ) -> Option<(usize, usize)> {
        let is_walked = ui.memory(|memory| memory.has_focus(mosaic_id()));
        let mut cell = None;
        for place in places {
            let channel = self.seen.subject.order[place];
            let rect = self.rect(ui, place);
            let response = Pressable::new(ui.scope_id().with(channel))
                .sense(Sense::CLICK)
                .chosen(channel == self.seen.focus.channel)
                .show(ui, rect, self.theme, || tips::channel_name(self.seen, channel));
            if response.hovered() {
                cell = self.hover(ui, &response, channel);
            } else if is_walked && channel == self.seen.focus.channel {
                let (seen, theme) = (self.seen, self.theme);
                tips::channel(&response, seen, (channel, seen.focus.cell), true, theme);
            }
            if response.double_clicked() {
                scene.is_filled = true;
            } else if response.clicked() {
                self.click(&response, channel, commands);
            }
        }
        cell
    }

    fn hover(&self, ui: &Ui, response: &Response, channel: usize) -> Option<(usize, usize)> {
        let under = response.hover_pos();
        let cell = under.and_then(|pos| self.cell(response.rect, pos));
        let stroke = Stroke::new(size::stroke_focus(), self.theme.hi);
        ui.painter().rect_stroke(response.rect, size::RADIUS_TILE, stroke, StrokeKind::Outside);
        tips::channel(response, self.seen, (channel, cell), false, self.theme);
        cell
    }

    /// The first click selects the channel, one on the selected channel a cell of it.
    fn click(&self, response: &Response, channel: usize, commands: &mut Vec<Command>) {
        let is_selected = self.seen.state.selection.channel == Some(channel);
        if !is_selected {
            commands.push(Command::SelectChannel(Some(channel)));
            // The same place of another channel.
            if let Some(cell) = self.seen.focus.cell {
                commands.push(Command::SelectCell(Some(cell)));
            }
            return;
        }
        let at = response.interact_pointer_pos();
        if let Some(cell) = at.and_then(|pos| self.cell(response.rect, pos)) {
            commands.push(Command::SelectCell(Some(cell)));
        }
    }

    fn outline(&self, ui: &Ui, places: std::ops::Range<usize>) {
        let Some(place) = self.selected_place().filter(|place| places.contains(place)) else {
            return;
        };
        let stroke = Stroke::new(size::stroke_selection(), self.theme.hi);
        let rect = self.rect(ui, place).expand(0.5);
        ui.painter().rect_stroke(rect, size::RADIUS_TILE, stroke, StrokeKind::Outside);
        // Keeps a dark outline apart from a dark tile.
        let apart = Stroke::new(1.5, self.theme.bg0);
        ui.painter().rect_stroke(rect, size::RADIUS_TILE, apart, StrokeKind::Inside);
    }
}
