//! What the trained branch has that its linear equivalent lacks: their difference, on the naive lane.

use egui::{Align2, Color32, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use super::layout::Diagram;
use super::paint;
use super::show::Show;
use super::tiles::{Tile, paint_tile};
use crate::imaging::Colormap;
use crate::locale::format::{decimals_for, fixed, signed};
use crate::locale::text::tr;
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
        let size = vec2(inset_width(), at.box_size.y - 14.0);
        let left = at.columns[1] - inset_width() - 10.0;
        Rect::from_min_size(pos2(left, at.rows[branch] - size.y / 2.0), size)
    })
}

/// Draws the inset.
pub(super) fn inset(painter: &Painter, show: &Show<'_>, rect: Rect, tile: Option<&Tile>, colormap: Colormap) {
    let theme = show.theme;
    let border = Stroke::new(size::hairline(), theme.line2);
    painter.rect(rect, size::RADIUS_BUTTON, theme.bg1, border, StrokeKind::Inside);
    let side = (rect.height() - 14.0).min(62.0);
    let map = Rect::from_min_size(rect.left_center() + vec2(7.0, -side / 2.0), vec2(side, side));
    paint_tile(painter, map, tile, theme);
    let left = map.right() + 9.0;
    let room = rect.right() - left - 5.0;
    let ink = (TextRole::Tick.font(), theme.hi);
    let middle = rect.center().y;
    let pitch = caption_room(15.0);
    let largest = tile.map(|tile| f64::from(tile.range.max()));
    // Where bar and numbers have no room below the words, the numbers stand behind these.
    let has_bar = 3.0 * pitch + 18.0 <= rect.height();
    let first = if has_bar { middle - 24.0 * pitch / 15.0 } else { middle - pitch / 2.0 };
    let mut second = tr("module-equivalent");
    if let Some(largest) = largest.filter(|_| !has_bar) {
        second += &format!(" ±{}", fixed(largest, decimals_for(largest)));
    }
    for (line, words) in [(0.0, tr("module-trained-minus")), (1.0, second)] {
        let place = pos2(left, first + pitch * line);
        paint::line(painter, place, Align2::LEFT_CENTER, &words, ink.clone(), room);
    }
    let (Some(largest), true) = (largest, has_bar) else { return };
    let bar = Rect::from_min_size(pos2(left, first + pitch + 14.0), vec2(room, 9.0));
    gradient(painter, bar, colormap);
    painter.rect_stroke(bar, size::RADIUS_BAR, border, StrokeKind::Outside);
    let decimals = decimals_for(largest);
    let y = bar.bottom() + caption_room(10.0);
    for (x, anchor, value) in
        [(bar.left(), Align2::LEFT_CENTER, -largest), (bar.right(), Align2::RIGHT_CENTER, largest)]
    {
        let font = TextRole::Navigation.font();
        painter.text(pos2(x, y), anchor, signed(value, decimals), font, theme.mid);
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
