//! What the trained branch has that its linear equivalent lacks: their difference, on the naive lane.

use egui::{Align2, Color32, Painter, Rect, Stroke, StrokeKind, pos2};

use super::layout::Diagram;
use super::show::Show;
use super::tiles::{Tile, paint_tile};
use crate::imaging::Colormap;
use crate::locale::format::{decimals_for, fixed, signed};
use crate::locale::text::tr;
use crate::ui::kit::{Area, right_of, write, write_fitted};
use crate::ui::style::{TextRole, caption_room, size};

/// Width of the inset, points.
fn inset_width() -> f32 {
    caption_room(182.0)
}

/// Where the inset of a lane stands; `None` where there is none.
pub(super) fn place(show: &Show<'_>, at: &Diagram, branch: usize) -> Option<Rect> {
    let has_one = show.is_naive && !show.is_half && matches!(branch, 1 | 2);
    let room = at.columns[1] - at.splitter.right();
    (has_one && room > inset_width() + 90.0).then(|| {
        let right = at.columns[1] - 10.0;
        at.lane(branch, [right - inset_width(), right], at.box_size.y - 14.0)
    })
}

/// Draws the inset.
pub(super) fn inset(painter: &Painter, show: &Show<'_>, rect: Rect, tile: Option<&Tile>, colormap: Colormap) {
    let theme = show.theme;
    let border = Stroke::new(size::hairline(), theme.line2);
    painter.rect(rect, size::RADIUS_BUTTON, theme.bg1, border, StrokeKind::Inside);
    let side = (rect.height() - 14.0).min(62.0);
    let map = rect.without_left(7.0).square(Align2::LEFT_CENTER, side);
    paint_tile(painter, map, tile, theme);
    let beside = right_of(rect, map, 9.0).without_right(5.0);
    let pitch = caption_room(15.0);
    let largest = tile.map(|tile| f64::from(tile.range.max()));
    // Where bar and numbers have no room below the words, the numbers stand behind these.
    let has_bar = 3.0 * pitch + 18.0 <= rect.height();
    let block = beside.middle_row(pitch * if has_bar { 4.2 } else { 2.0 });
    let mut second = tr("module-equivalent");
    if let Some(largest) = largest.filter(|_| !has_bar) {
        second += &format!(" ±{}", fixed(largest, decimals_for(largest)));
    }
    for (line, words) in [tr("module-trained-minus"), second].iter().enumerate() {
        write_fitted(painter, block.row(line, pitch), Align2::LEFT_CENTER, words, TextRole::Tick, theme.hi);
    }
    let (Some(largest), true) = (largest, has_bar) else { return };
    let bar = block.without_top(1.5 * pitch + 14.0).top_part(9.0);
    gradient(painter, bar, colormap);
    painter.rect_stroke(bar, size::RADIUS_BAR, border, StrokeKind::Outside);
    let decimals = decimals_for(largest);
    let below = bar.beneath(0.0, caption_room(20.0));
    for (anchor, value) in [(Align2::LEFT_CENTER, -largest), (Align2::RIGHT_CENTER, largest)] {
        write(painter, below, anchor, &signed(value, decimals), TextRole::Navigation, theme.mid);
    }
}

/// The colours of a map from its lowest to its highest value.
pub(super) fn gradient(painter: &Painter, bar: Rect, colormap: Colormap) {
    const COLUMNS: usize = 48;
    let mut mesh = egui::Mesh::default();
    for column in 0..=COLUMNS {
        let share = column as f32 / COLUMNS as f32;
        let [red, green, blue] = colormap.color(share);
        let color = Color32::from_rgb(red, green, blue);
        let x = bar.left() + bar.width() * share;
        mesh.colored_vertex(pos2(x, bar.top()), color);
        mesh.colored_vertex(pos2(x, bar.bottom()), color);
        if column > 0 {
            let next = 2 * column as u32;
            mesh.add_triangle(next - 2, next - 1, next);
            mesh.add_triangle(next, next - 1, next + 1);
        }
    }
    painter.add(egui::Shape::mesh(mesh));
}
