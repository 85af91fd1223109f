//! Photos in a plane: those alike to the network at a depth lie near.
//!
//! | file | what it shows or does |
//! |---|---|
//! | `controls` | depth, travel, ring, way of placing |
//! | `lattice` | a place for each photo so that none overlap |
//! | `canvas` | the map itself |
//! | `scene` | pan, zoom, travel, photos on their way |
//! | `found` | which photo is where: pointer, keyboard, screen reader |
//! | `closer` | the card of a photo: answer, neighbours, what can be done with it |
//! | `legend` | what rings mean |
//! | `rings` | which photos stand out, and names beside groups |
//! | `curve` | how often neighbours share a label, by depth |
//! | `near` | a photo and its neighbours |
//! | `side` | which of the cards is shown where there is room for one |

mod canvas;
mod closer;
mod controls;
mod curve;
mod found;
mod lattice;
mod legend;
mod near;
mod rings;
mod scene;
mod side;

use egui::{Rect, Ui};

use super::WIDE;
use super::context::AlbumContext;
use super::scene::AlbumScene;
use super::tile::Pictures;
use super::words::whole_percent;
use crate::album::Depth;
use crate::locale::text::{tr, tr_with};
use crate::spec::MODULES;
use crate::state::Command;
use crate::ui::kit::{Area, Segmented, within};
use crate::ui::look::Look;
use crate::ui::style::size;
use crate::ui::views::album::map::side::Side;

pub(super) use scene::MapScene;

/// Width of the cards at the right.
const CARD: f32 = 304.0;
/// Height of the curve's card.
const CURVE: f32 = 376.0;
const GAP: f32 = size::SPACE_16;

/// What a depth is called: "Pixels", "3b", "5b · GAP".
pub(super) fn depth_text(depth: Depth) -> String {
    match depth {
        Depth::Pixels => tr("album-depth-pixels"),
        Depth::Average => tr("album-depth-average"),
        Depth::Inception3b | Depth::Inception4a | Depth::Inception4d => {
            let module = MODULES.iter().find(|module| module.layer_name() == depth.key());
            module.map_or_else(|| depth.key().to_owned(), |module| module.name.to_owned())
        }
    }
}

/// The same in short: "5b".
pub(super) fn short_depth(depth: Depth) -> String {
    let name = depth_text(depth);
    name.split(" · ").next().unwrap_or(&name).to_owned()
}

/// "Neighbours of the same class: 67% at 5b, 30% in pixels".
pub(super) fn headline(shown: &AlbumContext<'_>) -> Option<[String; 2]> {
    let placed = &shown.state.album.placed;
    let depth = shown.choices().depth;
    let share = |depth| placed.same_label(depth).and_then(|same| same.known.or(same.unknown));
    let (Some(here), Some(pixels)) = (share(depth), share(Depth::Pixels)) else { return None };
    let values = [("here", whole_percent(here)), ("depth", short_depth(depth)), ("pixels", whole_percent(pixels))];
    let short = tr_with("album-headline-near-short", &values);
    match depth {
        Depth::Pixels => Some([short.clone(), short]),
        _ => Some([tr_with("album-headline-near", &values), short]),
    }
}

/// Shows the tab.
pub(super) fn map(
    ui: &mut Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    scene: &mut AlbumScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let pictures = &mut Pictures { textures: look.textures, wanted: &mut scene.wanted };
    let scene = &mut scene.map;
    controls::keys(ui, shown, scene, commands);
    scene.travel(ui, shown, commands);
    let alone = shown.state.panel(2);
    let is_wide = alone.is_none() && rect.width() >= WIDE;
    let mut left = if is_wide { rect.without_right(CARD + GAP) } else { rect };
    controls::controls(ui, left.take_top(size::CONTROL_HEIGHT), shown, scene, commands);
    left.take_top(10.0);
    match alone {
        Some(1) => curve::card(ui, left, shown, commands),
        Some(_) => canvas::canvas(ui, left, shown, scene, pictures, commands),
        None if is_wide => {
            canvas::canvas(ui, left, shown, scene, pictures, commands);
            let mut column = rect.right_part(CARD);
            let curve = column.take_top(CURVE.min(column.height() * 0.56));
            curve::card(ui, curve, shown, commands);
            near::card(ui, column.without_top(GAP), shown, scene.pointed(shown), pictures);
        }
        None => one_of_three(ui, left, shown, scene, pictures, commands),
    }
}

/// The right-hand cards are tabs of the map.
fn one_of_three(
    ui: &mut Ui,
    mut rect: Rect,
    shown: &AlbumContext<'_>,
    scene: &mut MapScene,
    pictures: &mut Pictures<'_>,
    commands: &mut Vec<Command>,
) {
    within(ui, rect.take_top(size::CONTROL_HEIGHT), |ui| {
        let names = ["album-tab-map", "album-panel-curve", "album-near-card"].map(tr);
        let choices = [(Side::Map, &*names[0]), (Side::Curve, &*names[1]), (Side::Near, &*names[2])];
        let name = tr("album-map-parts");
        if let Some(side) = Segmented::new(&name, &choices, scene.side).show(ui, shown.theme).inner {
            scene.side = side;
        }
    });
    let part = rect.without_top(size::SPACE_8);
    let middle = part.middle_column(part.width().min(620.0));
    match scene.side {
        Side::Map => canvas::canvas(ui, part, shown, scene, pictures, commands),
        Side::Curve => curve::card(ui, middle, shown, commands),
        Side::Near => near::card(ui, middle, shown, scene.pointed(shown), pictures),
    }
}
