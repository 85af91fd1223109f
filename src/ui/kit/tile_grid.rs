//! Tiles in rows, as many columns as fit: only those in sight are laid out, so that ten thousand cost no more than fifty.

use std::ops::Range;

use egui::{Id, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo, vec2};

use super::{focus_ring, grid_step, lock_arrows};
use crate::ui::style::{Theme, size};

/// Room around the tiles for the outline of the selected one, points.
const MARGIN: f32 = 5.0;
/// Room for the scroll bar beside the tiles.
const SCROLL_BAR: f32 = 14.0;

/// How the tiles lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tiling {
    /// Size of a tile with all that is written below it, points.
    pub tile: Vec2,
    /// From one tile to the next.
    pub pitch: Vec2,
}

impl Tiling {
    /// Columns that fit into so many points, at least one.
    #[must_use]
    pub fn columns(&self, width: f32) -> usize {
        let gap = self.pitch.x - self.tile.x;
        // Tiles that fill the width exactly are not one too few for a rounding error.
        (((width + gap) / self.pitch.x + 1e-3) as usize).max(1)
    }
}

/// A grid of tiles of which one may be selected.
pub struct TileGrid<'a> {
    id: Id,
    name: &'a str,
    count: usize,
    tiling: Tiling,
    selected: Option<usize>,
    reveals: bool,
    is_still: bool,
    takes_keys: bool,
}

/// A tile that is to be drawn.
pub struct Tile {
    /// Its place in the grid, from 0.
    pub place: usize,
    /// Where it lies.
    pub rect: Rect,
    /// What the pointer does there.
    pub response: Response,
    /// Whether it is the selected one.
    pub is_selected: bool,
    /// Whether it is the selected one and the keyboard walks through the grid.
    pub is_current: bool,
}

/// What became of the grid in this frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TileGridOutput {
    /// Tiles that were laid out.
    pub in_sight: Range<usize>,
    /// A tile that is to be selected: it was clicked, or the keyboard walked there.
    pub chosen: Option<usize>,
    /// A tile that is to be opened: by a double click, or Enter on the selected one.
    pub opened: Option<usize>,
    /// The tile under the pointer.
    pub hovered: Option<usize>,
}

impl<'a> TileGrid<'a> {
    /// A grid of `count` tiles called `name` (for screen readers).
    #[must_use]
    pub fn new(id: Id, name: &'a str, count: usize, tiling: Tiling) -> Self {
        Self { id, name, count, tiling, selected: None, reveals: false, is_still: false, takes_keys: true }
    }

    /// Outlines a tile; the keyboard walks from there.
    #[must_use]
    pub fn selected(mut self, place: Option<usize>) -> Self {
        self.selected = place;
        self
    }

    /// Scrolls to the selected tile.
    #[must_use]
    pub fn reveal(mut self, reveals: bool) -> Self {
        self.reveals = reveals;
        self
    }

    /// Scrolls without movement between.
    #[must_use]
    pub fn still(mut self, is_still: bool) -> Self {
        self.is_still = is_still;
        self
    }

    /// Listens to the keyboard only while it has the focus: another part of the view has the keys otherwise.
    #[must_use]
    pub fn keys_with_focus_only(mut self) -> Self {
        self.takes_keys = false;
        self
    }

    /// Shows the grid over `rect`; `name_of` says a tile to a screen reader, `draw` paints it.
    pub fn show(
        self,
        ui: &mut Ui,
        rect: Rect,
        theme: &Theme,
        name_of: &dyn Fn(usize) -> String,
        mut draw: impl FnMut(&mut Ui, &Tile),
    ) -> TileGridOutput {
        let columns = self.tiling.columns(rect.width());
        let mut output = TileGridOutput::default();
        let (walked, enters) = self.keys(ui, rect, columns);
        let has_focus = ui.memory(|memory| memory.has_focus(self.id));
        let pitch = self.tiling.pitch;
        let rows = self.count.div_ceil(columns);
        let area = rect.expand(MARGIN).with_max_x(rect.right() + SCROLL_BAR);
        ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            let scroll = ScrollArea::vertical().id_salt(self.id).auto_shrink(false).animated(!self.is_still);
            scroll.show_viewport(ui, |ui, viewport| {
                ui.set_height((rows as f32 * pitch.y - (pitch.y - self.tiling.tile.y)).max(0.0) + 2.0 * MARGIN);
                let corner = ui.max_rect().min + vec2(MARGIN, MARGIN);
                let rect_of = |place: usize| {
                    let cell = vec2((place % columns) as f32, (place / columns) as f32);
                    Rect::from_min_size(corner + cell * pitch, self.tiling.tile)
                };
                let target = walked.or(self.selected.filter(|_| self.reveals));
                if let Some(place) = target {
                    ui.scroll_to_rect(rect_of(place).expand(MARGIN), None);
                }
                let row_at = |y: f32| (y / pitch.y).max(0.0);
                let first = (row_at(viewport.top()).floor() as usize * columns).min(self.count);
                let end = (row_at(viewport.bottom()).ceil() as usize * columns).min(self.count);
                output.in_sight = first..end;
                for place in first..end {
                    let response = ui.interact(rect_of(place), self.id.with(place), Sense::CLICK);
                    let is_selected = self.selected == Some(place);
                    let is_enabled = ui.is_enabled();
                    response
                        .widget_info(|| WidgetInfo::selected(Role::Button, is_enabled, is_selected, name_of(place)));
                    if response.hovered() {
                        output.hovered = Some(place);
                    }
                    if response.double_clicked() {
                        output.opened = Some(place);
                    } else if response.clicked() {
                        output.chosen = Some(place);
                    }
                    let is_current = is_selected && has_focus;
                    draw(ui, &Tile { place, rect: rect_of(place), response, is_selected, is_current });
                }
            });
        });
        output.chosen = output.chosen.or(walked);
        if enters {
            output.opened = output.opened.or(self.selected);
        }
        self.whole(ui, rect, theme);
        output
    }

    /// Where the keyboard leads, and whether the selected tile is to be opened.
    fn keys(&self, ui: &Ui, rect: Rect, columns: usize) -> (Option<usize>, bool) {
        let focused = ui.memory(egui::Memory::focused);
        let is_ours = match focused {
            Some(id) => id == self.id,
            None => self.takes_keys,
        };
        if !is_ours || !ui.is_enabled() || self.count == 0 {
            return (None, false);
        }
        lock_arrows(ui, self.id);
        let rows = (rect.height() / self.tiling.pitch.y).floor().max(1.0) as usize;
        let step = grid_step(ui, self.selected, self.count, [columns, rows]);
        (step, super::enter_pressed(ui))
    }

    /// The grid as one thing that the keyboard can talk to.
    fn whole(&self, ui: &Ui, rect: Rect, theme: &Theme) {
        let response = ui.interact(rect, self.id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Grid, ui.is_enabled(), self.name));
        focus_ring(ui, &response, size::RADIUS_TILE, theme);
    }
}
