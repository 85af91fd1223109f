//! A line a method: what the table says first, where there is room for it only beside the lesson's card before a class.

use egui::{Align2, Color32, Rect, Stroke, StrokeKind, Ui};

use super::charts::ink;
use super::column::{bar, look_at, pictures, pressed};
use super::page::Page;
use super::table::number;
use super::words::{learned_word, method_name};
use crate::analysis::heatmaps::Method;
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::{Area, crossing, write_fitted};
use crate::ui::style::{TextRole, caption_room, is_projected, size};
use crate::ui::views::classifiers::class_query::Board;

/// A narrower table has a line a method, points.
const NARROW: f32 = 760.0;
/// Largest map, points.
const LARGEST: f32 = 64.0;

/// Whether there is no room for a column a method.
pub(super) fn is_wanted(rect: Rect) -> bool {
    is_projected() && rect.width() < NARROW
}

/// Where the columns lie.
struct Columns {
    name: Rect,
    maps: [Rect; 2],
    agreement: Rect,
    verdict: Rect,
}

impl Columns {
    fn new(rect: Rect) -> Self {
        let mut room = rect;
        let mut next = |share: f32| room.take_left(rect.width() * share);
        Self { name: next(0.26), maps: [next(0.12), next(0.12)], agreement: next(0.19), verdict: next(0.31) }
    }
}

/// Shows the methods.
pub(super) fn list(ui: &mut Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let columns = Columns::new(rect);
    let mut body = rect;
    head(ui, body.take_top(caption_room(20.0)), &columns, page, board);
    let methods = page.methods();
    let height = body.height() / methods.len() as f32;
    for (place, method) in methods.into_iter().enumerate() {
        row(ui, body.row(place, height), &columns, method, page, board);
    }
}

/// What stands in each column.
fn head(ui: &Ui, rect: Rect, columns: &Columns, page: &Page<'_>, board: &Board<'_, '_>) {
    let class = board.subject.label(board.subject.class).to_owned();
    let second = if page.other.is_some() { "heatmaps-row-second" } else { "heatmaps-row-random" };
    let heads = [
        (columns.maps[0], tr_with("heatmaps-row-map", &[("class", class)])),
        (columns.maps[1], tr(second)),
        (columns.agreement, tr("heatmaps-row-agreement")),
        (columns.verdict, tr("heatmaps-row-verdict")),
    ];
    for (column, words) in heads {
        let place = crossing(column, rect).without_right(6.0);
        write_fitted(ui.painter(), place, Align2::LEFT_CENTER, &words, TextRole::Tick, board.look.theme.low);
    }
}

/// A method; a click looks at it.
fn row(ui: &Ui, rect: Rect, columns: &Columns, method: Method, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let response = pressed(ui, [rect, rect], method, page, theme);
    if page.wishes.selected == Some(method) {
        let stroke = Stroke::new(size::stroke_focus(), theme.hi);
        ui.painter().rect_stroke(rect, size::RADIUS_TILE, stroke, StrokeKind::Inside);
    }
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(size::hairline(), theme.line));
    let write = |cell: Rect, words: &str, ink: Color32| {
        write_fitted(ui.painter(), cell, Align2::LEFT_CENTER, words, TextRole::StatusStrong, ink);
    };
    let name = crossing(columns.name, rect).without_left(size::SPACE_4).without_right(size::SPACE_8);
    write(name, &method_name(method), theme.hi);
    let side = (rect.height() - 6.0).min(LARGEST);
    let row = page.row(method);
    let squares = columns.maps.map(|column| crossing(column, rect).square(Align2::LEFT_CENTER, side));
    pictures(ui, squares, row, page, board);
    let found = row.and_then(|row| row.agreement).filter(|_| !page.is_covered);
    let unknown = if page.is_covered { "?" } else { "–" };
    let words = found.map_or_else(|| unknown.to_owned(), |agreement| fixed(agreement.mean, 2));
    let cell = crossing(columns.agreement, rect).without_right(size::SPACE_12);
    let shown = number(ui, cell, &words, true, board);
    if let Some(found) = found {
        bar(ui, cell.with_min_x(shown.right() + size::SPACE_8), found.mean as f32, 0.5, theme);
    }
    let verdict = row.and_then(|row| row.verdict).filter(|_| !page.is_covered);
    let (words, color) = match verdict {
        Some(verdict) => (learned_word(verdict.learned), ink(verdict.learned, theme)),
        None => (unknown.to_owned(), theme.mid),
    };
    write(crossing(columns.verdict, rect).without_right(size::SPACE_4), &words, color);
    look_at(&response, method, board);
}
