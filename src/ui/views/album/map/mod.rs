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

use egui::{Rect, Ui, pos2, vec2};

use super::context::AlbumContext;
use super::scene::AlbumScene;
use super::tile::Pictures;
use super::words::whole_percent;
use super::{WIDE, within};
use crate::album::Depth;
use crate::locale::text::{tr, tr_with};
use crate::spec::MODULES;
use crate::state::Command;
use crate::ui::kit::Segmented;
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
    let is_wide = rect.width() >= WIDE;
    if let Some(panel) = shown.state.panel(2) {
        let bar = rect.with_max_y(rect.top() + size::CONTROL_HEIGHT);
        controls::controls(ui, bar, shown, scene, commands);
        let below = rect.with_min_y(bar.bottom() + 10.0);
        match panel {
            1 => curve::card(ui, below, shown, commands),
            _ => canvas::canvas(ui, below, shown, scene, pictures, commands),
        }
        return;
    }
    let right = if is_wide { rect.right() - CARD - GAP } else { rect.right() };
    let bar = Rect::from_min_max(rect.min, pos2(right, rect.top() + size::CONTROL_HEIGHT));
    controls::controls(ui, bar, shown, scene, commands);
    let below = Rect::from_min_max(pos2(rect.left(), bar.bottom() + 10.0), pos2(right, rect.bottom()));
    if is_wide {
        canvas::canvas(ui, below, shown, scene, pictures, commands);
        let column = Rect::from_min_max(pos2(rect.right() - CARD, rect.top()), rect.max);
        let curve = column.with_max_y(column.top() + CURVE.min(column.height() * 0.56));
        curve::card(ui, curve, shown, commands);
        near::card(ui, column.with_min_y(curve.bottom() + GAP), shown, scene.pointed(shown), pictures);
        return;
    }
    // The right-hand cards are tabs of the map.
    let row = below.with_max_y(below.top() + size::CONTROL_HEIGHT);
    within(ui, row, |ui| {
        let names = ["album-tab-map", "album-panel-curve", "album-near-card"].map(tr);
        let choices = [(Side::Map, &*names[0]), (Side::Curve, &*names[1]), (Side::Near, &*names[2])];
        let name = tr("album-map-parts");
        if let Some(side) = Segmented::new(&name, &choices, scene.side).show(ui, shown.theme).inner {
            scene.side = side;
        }
    });
    let part = below.with_min_y(row.bottom() + size::SPACE_8);
    let middle = Rect::from_center_size(part.center(), vec2(part.width().min(620.0), part.height()));
    match scene.side {
        Side::Map => canvas::canvas(ui, part, shown, scene, pictures, commands),
        Side::Curve => curve::card(ui, middle, shown, commands),
        Side::Near => near::card(ui, middle, shown, scene.pointed(shown), pictures),
    }
}
