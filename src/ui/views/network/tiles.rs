//! Mean activations over the line, and on each lane when near enough.

use egui::epaint::RectShape;
use egui::{Align2, Color32, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::glyph::lane_layer;
use super::means::Means;
use super::measures::{BAND, LANE_BEND, LANE_START, LANE_TILE};
use super::plan::{Glyph, Node};
use super::sheet::Sheet;
use crate::locale::text::tr;
use crate::session::PhotoProgress;
use crate::state::State;
use crate::ui::chrome::compare::LETTERS;
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
        let line = Rect::from_min_size(place.left_bottom() + vec2(0.0, 4.0), vec2(place.width(), size::stroke_focus()));
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
        let row = sheet.part(place, index);
        let at = pos2(row.left() - 14.0 * sheet.camera.text_scale(), row.center().y);
        let theme = sheet.theme;
        sheet.text_at(at, Align2::RIGHT_CENTER, letter, TextRole::CardTitle, theme.hi);
    }
}

fn picture(sheet: &Sheet<'_>, rect: Rect, texture: egui::TextureId, is_marked: bool) {
    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    let shape = RectShape::filled(rect, size::RADIUS_TILE, Color32::WHITE);
    sheet.painter.add(shape.with_texture(texture, whole));
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
    let side = LANE_TILE.min(height + 4.0);
    Rect::from_center_size(center, vec2(side, side))
}

/// One of two tiles where otherwise one is: A at the left, B at the right.
fn beside(rect: Rect, part: usize) -> Rect {
    let side = rect.width() * 0.72;
    let center = rect.center() + vec2((part as f32 - 0.5) * (side + 3.0), 0.0);
    Rect::from_center_size(center, vec2(side, side))
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
    let world = Rect::from_min_max(pos2(span[0], BAND[0] - 8.0), pos2(span[1], 138.0));
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
        let font = sheet.camera.font(role);
        let galley = painter.layout_no_wrap(words, font.clone(), color);
        // Words that are wider than the plate, or lie on those above, are left out.
        let down = down * font.size / role.font().size.min(font.size);
        if galley.size().x > rect.width() - 12.0 || galley.size().y + down.abs() > rect.height() / 2.0 + 12.0 {
            continue;
        }
        let place = Align2::CENTER_CENTER.anchor_size(rect.center() + vec2(0.0, down), galley.size());
        painter.rect_filled(place.expand2(vec2(6.0, 0.0)), 2.0, theme.bg2);
        painter.galley(place.min, galley, color);
    }
}
