//! A line a method: what the table says first, where there is room for it only beside the lesson's card before a class.

use egui::{Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::change;
use super::charts::ink;
use super::column::{bar, pictures};
use super::page::Page;
use super::table::number;
use super::words::{column_words, learned_word, method_name};
use crate::analysis::heatmaps::Method;
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::focus_ring;
use crate::ui::kit::paint::text_within;
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

/// Left edges of maps, agreement and verdict.
struct Columns {
    maps: [f32; 2],
    agreement: f32,
    verdict: f32,
}

impl Columns {
    fn new(rect: Rect) -> Self {
        let at = |share: f32| rect.left() + rect.width() * share;
        Self { maps: [at(0.26), at(0.38)], agreement: at(0.5), verdict: at(0.69) }
    }
}

/// Shows the methods.
pub(super) fn list(ui: &mut Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let columns = Columns::new(rect);
    let heads = rect.with_max_y(rect.top() + caption_room(20.0));
    head(ui, heads, &columns, page, board);
    let methods = page.methods();
    let height = (rect.bottom() - heads.bottom()) / methods.len() as f32;
    for (place, method) in methods.into_iter().enumerate() {
        let corner = pos2(rect.left(), heads.bottom() + height * place as f32);
        row(ui, Rect::from_min_size(corner, vec2(rect.width(), height)), &columns, method, page, board);
    }
}

/// What stands in each column.
fn head(ui: &Ui, rect: Rect, columns: &Columns, page: &Page<'_>, board: &Board<'_, '_>) {
    let class = board.subject.label(board.subject.class).to_owned();
    let second = if page.other.is_some() { "heatmaps-row-second" } else { "heatmaps-row-random" };
    let heads = [
        (columns.maps[0], columns.maps[1], tr_with("heatmaps-row-map", &[("class", class)])),
        (columns.maps[1], columns.agreement, tr(second)),
        (columns.agreement, columns.verdict, tr("heatmaps-row-agreement")),
        (columns.verdict, rect.right(), tr("heatmaps-row-verdict")),
    ];
    for (left, right, words) in heads {
        let place = pos2(left, rect.center().y);
        text_within(ui.painter(), place, right - left - 6.0, &words, TextRole::Tick, board.look.theme.low);
    }
}

/// A method; a click looks at it.
fn row(ui: &Ui, rect: Rect, columns: &Columns, method: Method, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let is_selected = page.wishes.selected == Some(method);
    let response = ui.interact(rect, Id::unique(("heatmap", method)), Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_selected, column_words(method, page)));
    if is_selected || response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS_TILE, theme.bg3.gamma_multiply(0.6));
    }
    if is_selected {
        let stroke = Stroke::new(size::stroke_focus(), theme.hi);
        ui.painter().rect_stroke(rect, size::RADIUS_TILE, stroke, StrokeKind::Inside);
    }
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(size::hairline(), theme.line));
    let middle = rect.center().y;
    let room = columns.maps[0] - rect.left() - size::SPACE_12;
    let left = rect.left() + size::SPACE_4;
    text_within(ui.painter(), pos2(left, middle), room, &method_name(method), TextRole::StatusStrong, theme.hi);
    let side = (rect.height() - 6.0).min(LARGEST);
    let row = page.row(method);
    let places = columns.maps.map(|left| Rect::from_min_size(pos2(left, middle - side / 2.0), Vec2::splat(side)));
    pictures(ui, places, row, page, board);
    let found = row.and_then(|row| row.agreement).filter(|_| !page.is_covered);
    let unknown = if page.is_covered { "?" } else { "–" };
    let words = found.map_or_else(|| unknown.to_owned(), |agreement| fixed(agreement.mean, 2));
    let cell = rect.with_min_x(columns.agreement).with_max_x(columns.verdict - size::SPACE_12);
    let shown = number(ui, cell, &words, true, board);
    if let Some(found) = found {
        bar(ui, cell.with_min_x(shown.right() + size::SPACE_8), found.mean as f32, Some(0.5), board);
    }
    let verdict = row.and_then(|row| row.verdict).filter(|_| !page.is_covered);
    let (words, color) = match verdict {
        Some(verdict) => (learned_word(verdict.learned), ink(verdict.learned, theme)),
        None => (unknown.to_owned(), theme.mid),
    };
    let room = rect.right() - columns.verdict - size::SPACE_4;
    text_within(ui.painter(), pos2(columns.verdict, middle), room, &words, TextRole::StatusStrong, color);
    focus_ring(ui, &response, size::RADIUS_TILE, theme);
    if response.clicked() {
        change(board, |wishes| wishes.selected = Some(method).filter(|_| !is_selected));
    }
}
