//! The photos with their answers.
//!
//! | file | what it shows |
//! |---|---|
//! | `chips` | which photos, in which order |
//! | `labels` | what the folders are called, and how often the answer is right |
//! | `grid` | the photos |
//! | `card` | the selected photo |
//! | `scene` | what a person moved among photos |

mod card;
mod chips;
mod grid;
mod labels;
pub(super) mod scene;

use egui::{Rect, Ui};

use scene::Part;

use super::WIDE;
use super::context::AlbumContext;
use super::scene::AlbumScene;
use super::tile::Pictures;
use crate::locale::text::tr_with;
use crate::state::{AlbumCommand, Command, Filter, PhotoOrder};
use crate::ui::kit::Area;
use crate::ui::look::Look;
use crate::ui::shortcuts;
use crate::ui::style::size;

/// Width of the card of labels.
const LABELS: f32 = 212.0;
/// Width of the selected photo's card.
const CARD: f32 = 304.0;
/// Between labels and grid, and between grid and card.
const GAP: f32 = size::SPACE_16;

/// "Main head right on 115 of 130 known photos".
pub(super) fn headline(shown: &AlbumContext<'_>) -> Option<[String; 2]> {
    let main = shown.facts.main().filter(|main| main.known > 0);
    match main {
        Some(main) => {
            let values = [("right", main.top1 as f64), ("known", main.known as f64)];
            Some([tr_with("album-headline-right", &values), tr_with("album-headline-right-short", &values)])
        }
        None => {
            let ran = shown.album.ran().count() as f64;
            let words = tr_with("album-headline-ran", &[("count", ran)]);
            Some([words.clone(), words])
        }
    }
}

/// Shows the tab.
pub(super) fn photos(
    ui: &mut Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    scene: &mut AlbumScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    keys(ui, shown, commands);
    let order = shown.facts.shown(shown.album, shown.choices());
    let pictures = &mut Pictures { textures: look.textures, wanted: &mut scene.wanted };
    let scene = &mut scene.photos;
    if let Some(panel) = shown.state.panel(2) {
        match (panel, selected_or_first(shown, &order)) {
            (1, Some(photo)) => {
                let middle = rect.middle_column(rect.width().min(ALONE));
                card::card(ui, middle, shown, photo, pictures, commands);
            }
            _ => grid::grid(ui, rect, shown, &order, scene, pictures, commands),
        }
        return;
    }
    let is_wide = rect.width() >= WIDE;
    let card = shown.choices().selected.filter(|&photo| shown.photo(photo).is_some());
    let mut grid = rect;
    if is_wide && card.is_some() {
        grid.take_right(CARD + GAP);
    }
    let bar = grid.take_top(size::CONTROL_HEIGHT);
    chips::chips(ui, bar, shown, is_wide, commands);
    let drawn = scene.drawn_now(shown.state.still);
    if drawn < Part::Grid {
        ui.ctx().request_repaint();
    }
    grid.take_top(10.0);
    if is_wide {
        let place = grid.take_left(LABELS);
        grid.take_left(GAP);
        if drawn >= Part::Labels {
            labels::card(ui, place, shown, scene, commands);
        }
    }
    if drawn >= Part::Grid {
        grid::grid(ui, grid, shown, &order, scene, pictures, commands);
    }
    // The drawer has the pointer before the grid below it.
    if let Some(photo) = card {
        card::drawer(ui, rect.right_part(CARD), (shown, is_wide), photo, pictures, commands);
    }
}

/// Width of a single card before a class, points.
const ALONE: f32 = 960.0;

/// The selected photo if it is among those that are shown, else the first of them.
fn selected_or_first(shown: &AlbumContext<'_>, order: &[usize]) -> Option<usize> {
    shown.choices().selected.filter(|photo| order.contains(photo)).or_else(|| order.first().copied())
}

fn keys(ui: &Ui, shown: &AlbumContext<'_>, commands: &mut Vec<Command>) {
    if ui.text_edit_focused() || shown.state.album.shows_about {
        return;
    }
    let choices = shown.choices();
    if shortcuts::ALBUM_FILTER.pressed(ui) {
        let now = Filter::ALL.iter().position(|&filter| filter == choices.filter).unwrap_or(0);
        let next = Filter::ALL[(now + 1) % Filter::ALL.len()];
        commands.push(Command::Album(AlbumCommand::SetFilter(next)));
    }
    if shortcuts::ALBUM_SORT.pressed(ui) {
        let now = PhotoOrder::ALL.iter().position(|&order| order == choices.order).unwrap_or(0);
        let next = PhotoOrder::ALL[(now + 1) % PhotoOrder::ALL.len()];
        commands.push(Command::Album(AlbumCommand::SetOrder(next)));
    }
    if choices.selected.is_some() && !shown.state.projector.is_on && shortcuts::ESCAPE.pressed(ui) {
        commands.push(Command::Album(AlbumCommand::Select(None)));
    }
}
