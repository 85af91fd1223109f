//! Three ways to look closer, in place of the bottom row: walk through a 1x1, see why kernels are odd, see what each
//! branch sees of the photo.

mod bars;
mod fields;
mod odd;
mod sum;
mod walk;
mod walk_view;

use egui::{
    Align, Layout, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::tiles::{Tile, Tiles, paint_tile};
use super::{Show, within};
use crate::locale::indices;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::heatmap_tile::cell_at;
use crate::ui::kit::{Button, Card, Icon, Segmented, arrows_pressed, cell_after, focus_ring, lock_arrows};
use crate::ui::look::Look;
use crate::ui::style::size;
use walk::Walk;

/// Which way to look closer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// A 1x1 convolution at one position, filter after filter.
    Walk,
    /// A 3x3 and a 4x4 window over the same cell.
    OddKernels,
    /// What each branch sees of the photo.
    ReceptiveFields,
}

/// The card, and what is looked at in it.
pub(super) struct Closer {
    tool: Tool,
    walk: Walk,
}

impl Closer {
    /// The card with one of the tools.
    pub fn new(tool: Tool) -> Self {
        Self { tool, walk: Walk::default() }
    }

    /// The tool in use.
    pub fn tool(&self) -> Tool {
        self.tool
    }

    /// Shows the card; returns itself unless it was closed.
    pub fn show(
        mut self,
        ui: &mut Ui,
        show: &Show<'_>,
        rect: Rect,
        (tiles, look): (&mut Tiles, &mut Look<'_>),
    ) -> Option<Self> {
        self.walk.enter(show.facts);
        within(ui, rect, |ui| Card::new("").fill_height().show(ui, show.theme, |_| {}));
        let is_open = self.head(ui, show, rect);
        let content =
            Rect::from_min_max(rect.min + vec2(size::CARD_PADDING, 50.0), rect.max - vec2(size::CARD_PADDING, 12.0));
        let walk = &mut self.walk;
        match self.tool {
            Tool::Walk => walk_view::show(ui, show, content, walk, (tiles, look)),
            Tool::OddKernels => {
                let input = show.state.maps().get(show.photo(), &show.facts.input_name);
                let tile = input.map(|map| tiles.mean(ui, show.state, look, &map));
                odd::show(ui, show, content, tile.as_ref(), walk);
            }
            Tool::ReceptiveFields => fields::show(ui, show, content, look, walk),
        }
        let is_left = crate::ui::shortcuts::ESCAPE.pressed(ui);
        (is_open && !is_left).then_some(self)
    }

    /// The tools at the left; what drives the walk, and the way out, at the right.  Returns whether the card stays.
    fn head(&mut self, ui: &mut Ui, show: &Show<'_>, rect: Rect) -> bool {
        let row = Rect::from_min_max(
            rect.min + vec2(size::SPACE_12, 9.0),
            pos2(rect.right() - size::SPACE_12, rect.top() + 9.0 + size::CONTROL_HEIGHT),
        );
        let names = [tr("module-tool-walk"), tr("module-tool-odd"), tr("module-tool-fields")];
        let choices = [
            (Tool::Walk, names[0].as_str()),
            (Tool::OddKernels, names[1].as_str()),
            (Tool::ReceptiveFields, names[2].as_str()),
        ];
        within(ui, row, |ui| {
            let chosen = Segmented::new(&tr("module-closer"), &choices, self.tool).show(ui, show.theme);
            self.tool = chosen.inner.unwrap_or(self.tool);
        });
        let builder = UiBuilder::new().max_rect(row).layout(Layout::right_to_left(Align::Center));
        ui.scope_builder(builder, |ui| {
            let name = tr("module-close");
            let is_closed = ui.add(Button::icon(show.theme, Icon::Close, &name)).clicked();
            if self.tool == Tool::Walk {
                self.walk.controls(ui, show);
            }
            !is_closed
        })
        .inner
    }
}

/// A map in which a click or the arrow keys choose a cell.
fn cell_picker(ui: &Ui, show: &Show<'_>, rect: Rect, tile: Option<&Tile>, walk: &mut Walk) {
    let response = ui.interact(rect, ui.scope_id().with("module-cell"), Sense::click());
    response.widget_info(|| {
        let cell = indices::cell(walk.cell());
        let name = tr_with("module-cell-name", &[("cell", cell)]);
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), name)
    });
    paint_tile(ui.painter(), rect, tile, show.theme);
    if let Some(position) = response.interact_pointer_pos().filter(|_| response.clicked()) {
        let side = show.facts.side;
        if let Some([column, row]) = cell_at(rect, position, [side, side]) {
            walk.go_to(row, column);
        }
    }
    move_by_arrow(ui, &response, show.facts.side, walk);
    mark_cell(ui, show, rect, &response, walk);
}

/// The arrow keys lead to the neighbouring cell while the picture has the focus.
fn move_by_arrow(ui: &Ui, response: &Response, side: usize, walk: &mut Walk) {
    if !response.has_focus() {
        return;
    }
    lock_arrows(ui, response.id);
    let step = arrows_pressed(ui);
    if step != [0, 0] {
        let (row, column) = walk.cell();
        let cell = cell_after(row * side + column, step, [side, side]);
        walk.go_to(cell / side, cell % side);
    }
}

/// Outlines the chosen cell.
fn mark_cell(ui: &Ui, show: &Show<'_>, rect: Rect, response: &Response, walk: &Walk) {
    let (row, column) = walk.cell();
    let cell = rect.width() / show.facts.side as f32;
    let corner = rect.min + vec2(column as f32, row as f32) * cell;
    let place = Rect::from_min_size(corner, Vec2::splat(cell));
    let (outer, inner) = (Stroke::new(3.5, show.theme.scrim), Stroke::new(2.0, egui::Color32::WHITE));
    ui.painter().rect_stroke(place, 1.0, outer, StrokeKind::Outside);
    ui.painter().rect_stroke(place, 1.0, inner, StrokeKind::Outside);
    focus_ring(ui, response, size::RADIUS_TILE, show.theme);
}
