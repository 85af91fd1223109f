//! Mean activations over the line, and on each lane when near enough.

use egui::{Align2, Color32, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::glyph::lane_layer;
use super::means::Means;
use super::measures::{BAND, LANE_BEND, LANE_START, LANE_TILE};
use super::plan::{Glyph, Node};
use super::sheet::Sheet;
use super::word::Word;
use crate::locale::text::tr;
use crate::session::PhotoProgress;
use crate::state::State;
use crate::ui::chrome::compare::LETTERS;
use crate::ui::kit::Area;
use crate::ui::kit::paint::rounded_picture;
use crate::ui::look::Look;
use crate::ui::style::{TextRole, size};
use crate::ui::views::contribution;

/// Opacity of a result while the next one is computed.
pub const STALE: f32 = 0.6;

/// How far a run has come: layers that are done; `None` while nothing runs.
pub fn done(state: &State) -> Option<usize> {
    match *state.session.first.progress() {
        PhotoProgress::Running { done, .. } => Some(done),
        PhotoProgress::Idle | PhotoProgress::Done | PhotoProgress::Failed(_) => None,
    }
}

/// The tile over a node.
pub fn tile(
    ui: &Ui,
    sheet: &Sheet<'_>,
    state: &State,
    look: &mut Look<'_>,
    means: &mut Means,
    node: &Node,
    is_marked: bool,
) {
    let Some(place) = sheet.tile(node) else {
        return;
    };
    if !place.intersects(sheet.painter.clip_rect()) {
        return;
    }
    let sheet = sheet.faded(sheet.node_strength(node));
    if sheet.shows_contribution {
        let rect = sheet.part(place, 0);
        if let Some(layer) = sheet.contribution.and_then(|known| known.layer(&node.layer)) {
            let pixels = rect.width() * ui.pixels_per_point();
            let texture = contribution::texture(ui.ctx(), state, look, layer, pixels);
            if let Some(texture) = texture {
                picture(&sheet, rect, texture.id(), is_marked);
            }
        }
        return;
    }
    let progress = done(state);
    let is_done = progress.is_some_and(|done| done > node.index);
    match means.get(state, &node.layer) {
        Some(mean) => {
            let opacity = if state.is_stale() { STALE } else { 1.0 };
            for (index, part) in mean.pictures.iter().enumerate() {
                let rect = sheet.part(place, index);
                let pixels = rect.width() * ui.pixels_per_point();
                let texture = mean.texture(ui.ctx(), state, look, part, pixels);
                picture(&sheet.faded(opacity), rect, texture.id(), is_marked);
            }
        }
        None => skeleton(&sheet, sheet.part(place, 0), is_done),
    }
    if is_done {
        let line = place.beneath(4.0, size::stroke_focus());
        sheet.painter.rect_filled(line, 1.0, sheet.theme.hi);
    }
}

/// The letters of both photos at the left of their rows of tiles.
pub fn letters(sheet: &Sheet<'_>) {
    let first = sheet.plan.nodes.iter().find_map(|node| sheet.tile(node));
    let Some(place) = first.filter(|_| sheet.is_pair) else {
        return;
    };
    for (index, letter) in LETTERS.into_iter().enumerate() {
        let tile = sheet.part(place, index);
        let at = tile.left_center() - vec2(14.0 * sheet.camera.text_scale(), 0.0);
        sheet.text_at(at, Align2::RIGHT_CENTER, letter, TextRole::CardTitle, sheet.theme.hi);
    }
}

fn picture(sheet: &Sheet<'_>, rect: Rect, texture: egui::TextureId, is_marked: bool) {
    rounded_picture(&sheet.painter, texture, rect, Color32::WHITE);
    let border = if is_marked {
        Stroke::new(size::stroke_focus(), sheet.theme.hi)
    } else {
        Stroke::new(size::hairline(), sheet.theme.line2)
    };
    sheet.painter.rect_stroke(rect, size::RADIUS_TILE, border, StrokeKind::Outside);
}

/// Where a tile will be: filled once its layer is computed.
fn skeleton(sheet: &Sheet<'_>, rect: Rect, is_done: bool) {
    let theme = sheet.theme;
    let fill = if is_done { theme.bg3 } else { theme.bg1 };
    let border = Stroke::new(size::hairline(), theme.line);
    sheet.painter.rect(rect, size::RADIUS_TILE, fill, border, StrokeKind::Inside);
}

/// The place of a lane's own tile, world points; on a thin lane it is smaller, so that its neighbours keep their gap.
fn lane_tile(node: &Node, [middle, height]: [f32; 2]) -> Rect {
    let center = pos2(node.span[0] + (LANE_START + LANE_BEND) / 2.0, middle);
    Rect::from_pos(center).square(Align2::CENTER_CENTER, LANE_TILE.min(height + 4.0))
}

/// One of two tiles where otherwise one is: A at the left, B at the right.
fn beside(rect: Rect, part: usize) -> Rect {
    let side = rect.width() * 0.72;
    rect.middle_row(side).middle_column(2.0 * side + 3.0).columns::<2>(3.0)[part]
}

/// The four tiles on the lanes of a module.
pub fn lane_tiles(ui: &Ui, sheet: &Sheet<'_>, state: &State, look: &mut Look<'_>, means: &mut Means, node: &Node) {
    let Glyph::Module(module) = node.glyph else {
        return;
    };
    if sheet.is_naive {
        return;
    }
    let network = &sheet.plan.network;
    for (lane, at) in sheet.lanes(node).into_iter().enumerate() {
        let rect = sheet.camera.rect(lane_tile(node, at));
        let Some(index) = lane_layer(network, module, lane, false) else {
            continue;
        };
        let layer = &network.layers[index];
        let mean = rect.intersects(sheet.painter.clip_rect()).then(|| means.get(state, &layer.name));
        if let Some(mean) = mean.flatten() {
            let is_selected = state.selection.layer == layer.name;
            let faded = sheet.faded(sheet.strength(index));
            for (part, shown) in mean.pictures.iter().enumerate() {
                let rect = match mean.pictures.len() {
                    1 => rect,
                    _ => beside(rect, part),
                };
                let pixels = rect.width() * ui.pixels_per_point();
                let texture = mean.texture(ui.ctx(), state, look, shown, pixels);
                picture(&faded, rect, texture.id(), is_selected);
            }
        }
    }
}

/// In place of the tiles of the first stages: these modules were never trained, so there is nothing to show.
pub fn naive_plate(sheet: &Sheet<'_>, span: [f32; 2]) {
    let theme = sheet.theme;
    let world = Rect::from_x_y_ranges(span[0]..=span[1], BAND[0] - 8.0..=138.0);
    let rect = sheet.camera.rect(world);
    let painter = sheet.painter.with_clip_rect(rect.intersect(sheet.painter.clip_rect()));
    painter.rect_filled(rect, size::RADIUS_TILE, theme.bg2);
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        let ends = [pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())];
        painter.line_segment(ends, Stroke::new(size::hairline(), theme.line));
        x += 8.0;
    }
    let border = Stroke::new(size::hairline(), theme.line2);
    painter.rect_stroke(rect, size::RADIUS_TILE, border, StrokeKind::Inside);
    let rows = [
        (-9.0, tr("network-naive-plate"), TextRole::BodyStrong, theme.hi),
        (11.0, tr("network-naive-scale"), TextRole::Tick, theme.mid),
    ];
    for (down, words, role, color) in rows {
        let word = Word::new(sheet, &words, role, color);
        // Words that are wider than the plate, or lie on those above, are left out.
        let points = sheet.camera.font(role).size;
        let down = down * points / role.font().size.min(points);
        if word.size().x > rect.width() - 12.0 || word.size().y + down.abs() > rect.height() / 2.0 + 12.0 {
            continue;
        }
        let place = word.at(rect.center() + vec2(0.0, down), Align2::CENTER_CENTER);
        word.paint_on(&painter, place, vec2(6.0, 0.0), theme.bg2);
    }
}
