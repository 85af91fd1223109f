//! Paints the map, from back to front.

use egui::Ui;

use super::Marks;
use super::line::BoxLook;
use super::means::Means;
use super::plan::Glyph;
use super::sheet::Sheet;
use super::targets::{Kind, Target};
use super::{columns, discs, glyph, heads, labels, line, tiles};
use crate::state::{Spoiler, State};
use crate::ui::look::Look;
use crate::ui::style::size;

/// Columns, line, modules, tiles, classifiers.
pub fn map(
    ui: &Ui,
    sheet: &Sheet<'_>,
    state: &State,
    look: &mut Look<'_>,
    means: &mut Means,
    targets: &[Target],
    marks: Marks,
) {
    columns::columns(sheet);
    let band = sheet.in_band();
    for pair in sheet.plan.nodes.windows(2) {
        line::duct(&band, &pair[0], &pair[1]);
    }
    let look_of = |kinds: &[Kind]| {
        let is = |index: Option<usize>| index.is_some_and(|index| kinds.contains(&targets[index].kind));
        let is_hovered = is(marks.touched.hovered) || is(marks.touched.focused);
        BoxLook::new(sheet.theme, is_hovered, is(marks.selected))
    };
    nodes(sheet, state, &look_of);
    if sheet.is_naive
        && let Some(span) = plate_span(sheet)
    {
        tiles::naive_plate(sheet, span);
    }
    let mut sums = Vec::new();
    for (place, node) in sheet.plan.nodes.iter().enumerate() {
        if sheet.shows_tiles() {
            let is_marked = look_of(&[Kind::Tile(place)]).is_outlined();
            tiles::tile(ui, sheet, state, look, means, node, is_marked);
        }
        let is_compared = sheet.shows_tiles() && !sheet.shows_contribution && !state.is_covered(Spoiler::Networks);
        if let Some(depths) = state.depths().filter(|_| is_compared) {
            discs::disc(ui, sheet, node, depths);
        }
        if let Some(known) = sheet.contribution {
            glyph::sum(sheet, node, known, &mut sums);
        }
        if sheet.shows_lane_tiles() && !sheet.shows_contribution {
            tiles::lane_tiles(ui, sheet, state, look, means, node);
        }
        if sheet.shows_lane_labels() {
            labels::lanes(sheet, node);
        }
    }
    if sheet.shows_tiles() {
        tiles::letters(sheet);
    }
    if !sheet.shows_contribution {
        leaves(sheet, state, &look_of);
    }
    focus(sheet, targets, marks);
}

fn nodes(sheet: &Sheet<'_>, state: &State, look_of: &impl Fn(&[Kind]) -> BoxLook) {
    let shown = state.shown_as(state.source());
    let probabilities = shown.as_ref().map(|shown| shown.report.main().probabilities.as_slice());
    // Where the last count ends: the next one is left out where it has no room.
    let mut counted_to = f32::NEG_INFINITY;
    for (place, node) in sheet.plan.nodes.iter().enumerate() {
        let sheet = &sheet.faded(sheet.node_strength(node));
        let band = &sheet.in_band();
        let look = look_of(&[Kind::Node(place)]);
        match node.glyph {
            Glyph::Module(module) => {
                glyph::module(sheet, node, module, look);
                if sheet.shows_module_names() {
                    glyph::label(sheet, node, module);
                }
            }
            Glyph::Average => line::average(band, node, look),
            Glyph::Linear => line::linear(band, node, probabilities, look),
            Glyph::Input | Glyph::Convolution | Glyph::Pool | Glyph::Norm => line::stem(band, node, look),
        }
        if sheet.shows_names() {
            line::label(sheet, node, &sheet.plan.network.layers[node.index]);
        }
        // Where sums stand there is no room for counts.
        if sheet.counts_channels() && !sheet.shows_contribution {
            counted_to = columns::channels(sheet, node, counted_to);
            columns::depth(sheet, node);
        }
    }
}

fn leaves(sheet: &Sheet<'_>, state: &State, look_of: &impl Fn(&[Kind]) -> BoxLook) {
    let is_stale = state.is_stale();
    let leaves = sheet.plan.leaves.iter().enumerate();
    for (place, leaf) in leaves.filter(|(_, leaf)| sheet.shows_head(leaf.head)) {
        let layers = sheet.plan.network.layers.iter().enumerate();
        let strongest = layers
            .filter(|(_, layer)| layer.place == crate::spec::Place::Head(leaf.head))
            .map(|(index, _)| sheet.strength(index))
            .fold(0.0, f32::max);
        let sheet = &sheet.faded(strongest * if is_stale { tiles::STALE } else { 1.0 });
        heads::edge(sheet, leaf);
        heads::card(sheet, state, leaf, look_of(&[Kind::Leaf(place)]));
    }
}

/// From the first convolution to the second module: where naive modules leave room.
fn plate_span(sheet: &Sheet<'_>) -> Option<[f32; 2]> {
    let nodes = &sheet.plan.nodes;
    let first = nodes.iter().find(|node| node.glyph != Glyph::Input)?;
    let last = nodes.iter().find(|node| node.glyph == Glyph::Module(1))?;
    Some([first.span[0], last.span[1]])
}

/// The ring around what the keyboard is at.
fn focus(sheet: &Sheet<'_>, targets: &[Target], marks: Marks) {
    if let Some(index) = marks.touched.focused {
        // Of a target larger than the canvas, at the canvas's edge.
        let canvas = sheet.painter.clip_rect().shrink(size::stroke_focus());
        let rect = targets[index].rect.expand(size::FOCUS_OFFSET);
        let rect = rect.intersect(canvas);
        let pen = egui::Stroke::new(size::stroke_focus(), sheet.theme.hi);
        let radius = size::RADIUS_CARD;
        sheet.painter.rect_stroke(rect, radius, pen, egui::StrokeKind::Outside);
    }
}
