//! One method, from its map down to the verdict.

use egui::epaint::RectShape;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, Id, Rect, Response, Shape, Stroke, StrokeKind, Ui, vec2};

use super::change;
use super::charts::{dashed, ink, line, mean};
use super::maps::{self, Of, Shown};
use super::page::Page;
use super::region::on_screen;
use super::table::{Rows, number};
use super::words::{column_words, curves_word, learned_word, method_detail, method_line, method_name};
use crate::analysis::heatmaps::{Curve, Heatmap, Method, Row};
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::spec::INPUT_SIDE;
use crate::ui::kit::paint::{dashes, fitted};
use crate::ui::kit::{self, Area, Lines, Pressable, crossing, plain_share_bar, tooltip, width_of, write, write_fitted};
use crate::ui::style::{Hue, TextRole, Theme, Weight, caption_room, size};
use crate::ui::views::classifiers::class_query::Board;

/// Width of the number before a bar or a curve, points.
const BEFORE: f32 = 41.0;

/// Shows a column; a click looks at the method.
pub(super) fn column(ui: &mut Ui, rect: Rect, method: Method, rows: &Rows, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let ground = rect.expand2(vec2(3.0, 2.0));
    let response = pressed(ui, [rect, ground], method, page, theme);
    if page.wishes.selected == Some(method) {
        let stroke = Stroke::new(size::stroke_focus(), theme.hi);
        ui.painter().rect_stroke(ground, size::RADIUS_TILE, stroke, StrokeKind::Outside);
    }
    let row = page.row(method);
    let cell = |row: Rect| crossing(rect, row);
    name(ui, cell(rows.name), method, page, board);
    pictures(ui, [cell(rows.map), cell(rows.random)], row, page, board);
    if let Some(row) = row {
        numbers(ui, &cell, row, rows, page, board);
        if !page.is_covered {
            verdict(ui, cell(rows.verdict), row, theme);
        }
    }
    if let Some(row) = row.filter(|row| row.map.is_some() && !page.is_covered) {
        tooltip(&response, theme, |ui| {
            ui.set_max_width(420.0);
            ui.label(egui::RichText::new(method_line(row, page)).color(theme.hi));
        });
    }
    look_at(&response, method, board);
}

/// Where a method is pressed: a ground behind it where it is looked at or pointed at.
pub(super) fn pressed(ui: &Ui, [rect, ground]: [Rect; 2], method: Method, page: &Page<'_>, theme: &Theme) -> Response {
    let is_selected = page.wishes.selected == Some(method);
    // The ground may reach beyond the rectangle, where the focus ring is: it lies below the ring.
    let behind = ui.painter().add(Shape::Noop);
    let pressable = Pressable::new(Id::unique(("heatmap", method))).chosen(is_selected).radius(size::RADIUS_TILE);
    let response = pressable.show(ui, rect, theme, || column_words(method, page));
    if is_selected || response.hovered() {
        let ink = theme.bg3.gamma_multiply(0.6);
        ui.painter().set(behind, RectShape::filled(ground, size::RADIUS_TILE, ink));
    }
    response
}

/// A click looks at a method; a second one no longer.
pub(super) fn look_at(response: &Response, method: Method, board: &mut Board<'_, '_>) {
    if response.clicked() {
        change(board, |wishes| wishes.selected = Some(method).filter(|_| wishes.selected != Some(method)));
    }
}

/// Its name over at most two lines.
fn name(ui: &Ui, rect: Rect, method: Method, page: &Page<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let painter = ui.painter();
    let words = method_name(method);
    let (role, ink) = (TextRole::StatusStrong, theme.hi);
    let width = width_of(painter, &words, role.font());
    if width <= rect.width() {
        let [upper, lower] = [Area::top_part, Area::bottom_part].map(|part| part(rect, caption_room(20.0)));
        write(painter, upper, Align2::LEFT_CENTER, &words, role, ink);
        // What has no room is said where the pointer rests.
        let detail = fitted(painter, &method_detail(method, page), TextRole::Tick.font(), theme.low, rect.width());
        if !detail.elided {
            painter.galley(lower.place(Align2::LEFT_CENTER, detail.size()).min, detail, theme.low);
        }
    } else if words.contains(' ') {
        let lines = Lines::at_most(painter, &words, (role, ink), rect.width(), 2);
        lines.paint(painter, rect.without_top(2.0), Align2::LEFT_TOP);
    } else {
        // One long word is made smaller, not broken.
        write_fitted(painter, rect.without_top(2.0), Align2::LEFT_TOP, &words, role, ink);
    }
}

/// The map and that of the first random network, with box and strongest point; of the second photo, where both are on screen,
/// in place of the random one.
pub(super) fn pictures(ui: &Ui, places: [Rect; 2], row: Option<&Row>, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let squares = places.map(|place| place.square(Align2::LEFT_TOP, place.width().min(place.height())));
    let failed = row.is_some_and(|row| row.failed.is_some() && row.map.is_none());
    let made = row.and_then(|row| row.map.as_ref());
    let lower: Option<(&Heatmap, _)> = match page.other {
        Some((run, entry)) => {
            let of = row.and_then(|row| entry.table.as_ref()?.row(row.method)?.map.as_deref());
            of.map(|made| (made, Shown { asked: &entry.asked, made, of: Of::Trained, run }))
        }
        None if page.is_covered => None,
        None => row
            .and_then(|row| row.random.first())
            .map(|made| (&**made, Shown { asked: &page.asked, made, of: Of::Random(0), run: page.run })),
    };
    let upper = made.map(|made| Shown { asked: &page.asked, made, of: Of::Trained, run: page.run });
    for (square, shown) in squares.into_iter().zip([upper, lower.map(|(_, shown)| shown)]) {
        match shown {
            Some(shown) => maps::paint(ui, square, &shown, false, board),
            None => {
                ui.painter().rect_filled(square, size::RADIUS_TILE, theme.bar_track);
                if failed {
                    write(ui.painter(), square, Align2::CENTER_CENTER, "–", TextRole::CardTitle, theme.low);
                }
            }
        }
    }
    let Some(row) = row.filter(|row| row.map.is_some()) else { return };
    let square = squares[0];
    if let Some(region) = page.region {
        let mut shapes = Vec::new();
        dashes(on_screen(square, region), Stroke::new(1.0, Color32::WHITE), 3.0, 3.0, &mut shapes);
        ui.painter().extend(shapes);
    }
    if let Some([x, y]) = row.strongest {
        let place = square.lerp_inside(vec2(x as f32 + 0.5, y as f32 + 0.5) / INPUT_SIDE as f32);
        ui.painter().circle_stroke(place, 5.0, Stroke::new(3.0, Color32::BLACK));
        ui.painter().circle_stroke(place, 5.0, Stroke::new(1.5, Color32::WHITE));
    }
}

fn numbers(ui: &Ui, cell: &dyn Fn(Rect) -> Rect, row: &Row, rows: &Rows, page: &Page<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let dash = || "–".to_owned();
    let agreement = cell(rows.agreement);
    let shown_agreement = row.agreement.filter(|_| !page.is_covered);
    let unknown = || if page.is_covered { "?".to_owned() } else { dash() };
    let words = shown_agreement.map_or_else(unknown, |agreement| fixed(agreement.mean, 2));
    number(ui, agreement, &words, true, board);
    if let Some(found) = shown_agreement {
        bar(ui, agreement.without_left(BEFORE), found.mean as f32, 0.5, theme);
    }
    let words = match (row.strongest, row.strongest_in_box) {
        (None, _) => dash(),
        (Some(_), Some(true)) => tr("heatmaps-hit"),
        (Some(_), Some(false)) => tr("heatmaps-miss"),
        (Some([x, y]), None) => format!("{x}, {y}"),
    };
    if Rows::has(rows.strongest) {
        write_fitted(ui.painter(), cell(rows.strongest), Align2::LEFT_CENTER, &words, TextRole::Caption, theme.hi);
    }
    if Rows::has(rows.in_box) {
        let in_box = cell(rows.in_box);
        let words = row.in_box.map_or_else(dash, |share| format!("{}%", fixed(100.0 * share, 0)));
        number(ui, in_box, &words, is_best(row, page, |row| row.in_box), board);
        if let (Some(share), Some(region)) = (row.in_box, page.region) {
            bar(ui, in_box.without_left(BEFORE), share as f32, region.share() as f32, theme);
        }
    }
    let chance = page.table().and_then(|table| table.chance.as_ref()).map(|chance| mean(&chance.curves));
    let best = is_best(row, page, |row| row.deletion.as_ref().map(|curve| -curve.area()));
    if Rows::has(rows.deletion) {
        sparkline(ui, cell(rows.deletion), (&row.deletion, best), chance.clone(), board);
    }
    let best = is_best(row, page, |row| row.insertion.as_ref().map(Curve::area));
    let backwards = chance.map(|chance| chance.into_iter().rev().collect());
    if Rows::has(rows.insertion) {
        sparkline(ui, cell(rows.insertion), (&row.insertion, best), backwards, board);
    }
    if let Some(made) = row.map.as_ref().filter(|_| Rows::has(rows.passes)) {
        let words = tr_with("heatmaps-passes", &[("count", made.passes as f64)]);
        let seconds = tr_with("heatmaps-seconds", &[("seconds", fixed(made.duration_ms / 1000.0, 1))]);
        kit::Row::new(&words, TextRole::Tick, theme.mid)
            .number(&seconds, TextRole::Tick, theme.low)
            .paint(ui.painter(), cell(rows.passes));
    }
}

/// Whether no other row has more of it.
fn is_best(row: &Row, page: &Page<'_>, of: impl Fn(&Row) -> Option<f64>) -> bool {
    let (Some(own), Some(table)) = (of(row), page.table()) else { return false };
    let others = table.rows.iter().filter(|other| other.method != row.method);
    page.is_complete() && others.filter_map(&of).all(|other| other < own)
}

/// A share as a bar with a tick where chance, or the middle, lies.
pub(super) fn bar(ui: &Ui, rect: Rect, share: f32, tick: f32, theme: &Theme) {
    if rect.width() >= 16.0 {
        plain_share_bar(ui.painter(), rect.middle_row(8.0), share, theme.mid, Some(tick), theme);
    }
}

/// The area under a curve, and the curve with what chance gives.
fn sparkline(
    ui: &Ui,
    rect: Rect,
    (curve, is_best): (&Option<Curve>, bool),
    chance: Option<Vec<f64>>,
    board: &Board<'_, '_>,
) {
    let theme = board.look.theme;
    let Some(curve) = curve else {
        number(ui, rect, "–", false, board);
        return;
    };
    // With a word below it the number makes room.
    let place = if is_best { rect.without_bottom(12.0) } else { rect };
    number(ui, place, &fixed(curve.area(), 2), is_best, board);
    let painter = ui.painter();
    if is_best {
        let below = rect.without_left(1.0).without_bottom(4.0).bottom_part(12.0);
        write(painter, below, Align2::LEFT_CENTER, &tr("heatmaps-best"), TextRole::Tick, theme.hi);
    }
    let chart = rect.without_left(BEFORE).without_right(1.0).without_top(4.0).without_bottom(3.0);
    if chart.width() < 20.0 {
        return;
    }
    painter.rect_filled(chart, size::RADIUS_TILE, theme.bg0);
    let inside = chart.shrink(2.0);
    if let Some(chance) = chance {
        dashed(painter, inside, &chance, theme.low);
    }
    line(painter, inside, &curve.beliefs, Stroke::new(1.5, theme.hue(Hue::Classifier).fill));
}

/// The verdict in a word, and what the curves say.
fn verdict(ui: &Ui, rect: Rect, row: &Row, theme: &Theme) {
    let lay_out = |with_curves: bool| {
        let plain = TextFormat::simple(TextRole::Tick.font(), theme.mid);
        let mut job = LayoutJob::default();
        match (row.verdict, &row.failed) {
            (Some(verdict), _) => {
                let strong = TextFormat::simple(Weight::SemiBold.size(12.0), ink(verdict.learned, theme));
                job.append(&learned_word(verdict.learned), 0.0, strong);
                if with_curves {
                    job.append(&format!(" {}", curves_word(verdict)), 0.0, plain);
                }
            }
            (None, Some(_)) => job.append(&tr("heatmaps-no-map"), 0.0, plain),
            (None, None) => {}
        }
        job.wrap.max_width = rect.width();
        job.wrap.max_rows = ((rect.height() - 4.0) / (1.25 * TextRole::Tick.font().size)).max(1.0) as usize;
        ui.painter().layout_job(job)
    };
    let all = lay_out(true);
    let galley = if all.elided { lay_out(false) } else { all };
    ui.painter().galley(rect.without_top(4.0).min, galley, theme.mid);
}
