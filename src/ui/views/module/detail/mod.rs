//! Three ways to look closer, in place of the bottom row: walk through a 1x1, see why kernels are odd, see what each
//! branch sees of the photo.

mod bars;
mod fields;
mod odd;
mod sum;
mod walk;
mod walk_view;

use egui::{Rect, Response, Stroke, StrokeKind, Ui, vec2};

use super::scene::ModuleScene;
use super::show::Show;
use super::tiles::{Tile, paint_tile};
use crate::locale::indices;
use crate::locale::text::{tr, tr_with};
use crate::state::{Arrangement, Command, ModuleTool};
use crate::ui::kit::heatmap_tile::cell_at;
use crate::ui::kit::{
    Area, Button, Card, Icon, Segmented, arrows_pressed, bare_button, card_over, cell_after, focus_ring, from_right,
    lock_arrows, within,
};
use crate::ui::look::Look;
use crate::ui::style::size;

pub(super) use walk::Walk;

/// Shows the card with a tool, until it is closed.
pub(super) fn show(
    ui: &mut Ui,
    show: &Show<'_>,
    (rect, tool): (Rect, ModuleTool),
    scene: &mut ModuleScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let ModuleScene { tiles, walk, .. } = scene;
    walk.enter(show.facts);
    card_over(ui, rect, Card::new(""), show.theme, |_| {});
    let mut next = head(ui, show, rect, tool, walk);
    let content = rect.shrink2(vec2(size::CARD_PADDING, 0.0)).without_top(50.0).without_bottom(12.0);
    match tool {
        ModuleTool::Walk => walk_view::show(ui, show, content, walk, (tiles, look)),
        ModuleTool::OddKernels => {
            let input = show.state.maps().get(show.photo(), &show.facts.input_name);
            let tile = input.map(|map| tiles.mean(ui, show.state, look, &map));
            odd::show(ui, show, content, tile.as_ref(), walk, commands);
        }
        ModuleTool::ReceptiveFields => fields::show(ui, show, content, look, walk),
    }
    if crate::ui::shortcuts::ESCAPE.pressed(ui) {
        next = None;
    }
    if next != Some(tool) {
        commands.push(Command::Arrange(Arrangement { tool: next, ..show.state.arrangement }));
    }
}

/// The tools at the left; what drives the walk, and the way out, at the right.  Returns the tool that is open from now on.
fn head(ui: &mut Ui, show: &Show<'_>, rect: Rect, tool: ModuleTool, walk: &mut Walk) -> Option<ModuleTool> {
    let row = rect.shrink2(vec2(size::SPACE_12, 9.0)).top_part(size::CONTROL_HEIGHT);
    let names = [tr("module-tool-walk"), tr("module-tool-odd"), tr("module-tool-fields")];
    let tools = [ModuleTool::Walk, ModuleTool::OddKernels, ModuleTool::ReceptiveFields];
    let choices: Vec<_> = tools.into_iter().zip(names.iter().map(String::as_str)).collect();
    let name = tr("module-closer");
    let control = Segmented::new(&name, &choices, tool);
    let chosen = within(ui, row, |ui| control.show(ui, show.theme).inner).unwrap_or(tool);
    from_right(ui, row, |ui| {
        let name = tr("module-close");
        let is_closed = ui.add(Button::icon(show.theme, Icon::Close, &name)).clicked();
        if tool == ModuleTool::Walk {
            let sums = walk_view::stage(show).map_or([1, 1], |stage| [stage.input, stage.output]);
            walk.controls(ui, show.theme, sums);
        }
        (!is_closed).then_some(chosen)
    })
}

/// A map in which a click or the arrow keys choose a cell.
fn cell_picker(ui: &Ui, show: &Show<'_>, rect: Rect, tile: Option<&Tile>, walk: &mut Walk) {
    let response = bare_button(ui, rect, ui.scope_id().with("module-cell"), None, || {
        tr_with("module-cell-name", &[("cell", indices::cell(walk.cell()))])
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
    let place = rect.row(row, cell).column(column, cell);
    let (outer, inner) = (Stroke::new(3.5, show.theme.scrim), Stroke::new(2.0, egui::Color32::WHITE));
    ui.painter().rect_stroke(place, 1.0, outer, StrokeKind::Outside);
    ui.painter().rect_stroke(place, 1.0, inner, StrokeKind::Outside);
    focus_ring(ui, response, size::RADIUS_TILE, show.theme);
}
