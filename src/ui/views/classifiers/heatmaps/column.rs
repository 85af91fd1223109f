//! One method, from its map down to the verdict.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::change;
use super::charts::{dashed, ink, line, mean, points};
use super::maps::{self, Of, Shown};
use super::page::Page;
use super::region::on_screen;
use super::table::{Rows, number};
use super::words::{column_words, curves_word, learned_word, method_detail, method_line, method_name};
use crate::analysis::heatmaps::{Curve, Heatmap, Method, Row};
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::spec::INPUT_SIDE;
use crate::ui::kit::paint::{dashes, fitted, text, text_within};
use crate::ui::kit::{focus_ring, tooltip};
use crate::ui::style::{Hue, TextRole, Weight, caption_room, size};
use crate::ui::views::classifiers::class_query::Board;

/// Shows a column; a click looks at the method.
pub(super) fn column(ui: &mut Ui, rect: Rect, method: Method, rows: &Rows, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let is_selected = page.wishes.selected == Some(method);
    let response = ui.interact(rect, Id::unique(("heatmap", method)), Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_selected, column_words(method, page)));
    if is_selected || response.hovered() {
        let ground = rect.expand2(vec2(3.0, 2.0));
        ui.painter().rect_filled(ground, size::RADIUS_TILE, theme.bg3.gamma_multiply(0.6));
    }
    if is_selected {
        let stroke = Stroke::new(size::stroke_focus(), theme.hi);
        ui.painter().rect_stroke(rect.expand2(vec2(3.0, 2.0)), size::RADIUS_TILE, stroke, StrokeKind::Outside);
    }
    let row = page.row(method);
    let cell = |[top, bottom]: [f32; 2]| Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), bottom));
    name(ui, cell(rows.name), method, page, board);
    pictures(ui, [cell(rows.map), cell(rows.random)], row, page, board);
    if let Some(row) = row {
        numbers(ui, &cell, row, rows, page, board);
        if !page.is_covered {
            verdict(ui, cell(rows.verdict), row, board);
        }
    }
    if let Some(row) = row.filter(|row| row.map.is_some() && !page.is_covered) {
        tooltip(&response, theme, |ui| {
            ui.set_max_width(420.0);
            ui.label(egui::RichText::new(method_line(row, page)).color(theme.hi));
        });
    }
    focus_ring(ui, &response, size::RADIUS_TILE, theme);
    if response.clicked() {
        change(board, |wishes| wishes.selected = Some(method).filter(|_| !is_selected));
    }
}

/// Its name over at most two lines.
fn name(ui: &Ui, rect: Rect, method: Method, page: &Page<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let painter = ui.painter();
    let words = method_name(method);
    let font = TextRole::StatusStrong.font();
    let width = painter.layout_no_wrap(words.clone(), font.clone(), theme.hi).size().x;
    if width <= rect.width() {
        let (upper, lower) = (rect.top() + caption_room(10.0), rect.top() + caption_room(26.0));
        text_within(painter, pos2(rect.left(), upper), rect.width(), &words, TextRole::StatusStrong, theme.hi);
        // What has no room is said where the pointer rests.
        let detail = fitted(painter, &method_detail(method, page), TextRole::Tick.font(), theme.low, rect.width());
        if !detail.elided {
            painter.galley(pos2(rect.left(), lower - detail.size().y / 2.0), detail, theme.low);
        }
    } else {
        let mut job = LayoutJob::single_section(words.clone(), TextFormat::simple(font.clone(), theme.hi));
        job.wrap.max_width = rect.width();
        job.wrap.max_rows = 2;
        let galley = painter.layout_job(job);
        // One long word is made smaller, not broken.
        let galley = match words.contains(' ') {
            true => galley,
            false => fitted(painter, &words, font, theme.hi, rect.width()),
        };
        painter.galley(pos2(rect.left(), rect.top() + 2.0), galley, theme.hi);
    }
}

/// The map and that of the first random network, with box and strongest point; of the second photo, where both are on screen,
/// in place of the random one.
pub(super) fn pictures(ui: &Ui, places: [Rect; 2], row: Option<&Row>, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let squares = places.map(|place| {
        let side = place.width().min(place.height());
        Rect::from_min_size(pos2(place.left(), place.top()), vec2(side, side))
    });
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
                    text(ui.painter(), square.center(), Align2::CENTER_CENTER, "–", TextRole::CardTitle, theme.low);
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
        let scale = square.width() / INPUT_SIDE as f32;
        let place = square.min + vec2(x as f32 + 0.5, y as f32 + 0.5) * scale;
        ui.painter().circle_stroke(place, 5.0, Stroke::new(3.0, Color32::BLACK));
        ui.painter().circle_stroke(place, 5.0, Stroke::new(1.5, Color32::WHITE));
    }
}

fn numbers(ui: &Ui, cell: &dyn Fn([f32; 2]) -> Rect, row: &Row, rows: &Rows, page: &Page<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let dash = || "–".to_owned();
    let agreement = cell(rows.agreement);
    let shown_agreement = row.agreement.filter(|_| !page.is_covered);
    let unknown = || if page.is_covered { "?".to_owned() } else { dash() };
    let words = shown_agreement.map_or_else(unknown, |agreement| fixed(agreement.mean, 2));
    let shown = number(ui, agreement, &words, true, board);
    if let Some(found) = shown_agreement {
        bar(ui, agreement.with_min_x(shown.left() + 40.0), found.mean as f32, Some(0.5), board);
    }
    let words = match (row.strongest, row.strongest_in_box) {
        (None, _) => dash(),
        (Some(_), Some(true)) => tr("heatmaps-hit"),
        (Some(_), Some(false)) => tr("heatmaps-miss"),
        (Some([x, y]), None) => format!("{x}, {y}"),
    };
    if Rows::has(rows.strongest) {
        let strongest = cell(rows.strongest);
        text_within(ui.painter(), strongest.left_center(), strongest.width(), &words, TextRole::Caption, theme.hi);
    }
    if Rows::has(rows.in_box) {
        let in_box = cell(rows.in_box);
        let words = row.in_box.map_or_else(dash, |share| format!("{}%", fixed(100.0 * share, 0)));
        let shown = number(ui, in_box, &words, is_best(row, page, |row| row.in_box), board);
        if let (Some(share), Some(region)) = (row.in_box, page.region) {
            bar(ui, in_box.with_min_x(shown.left() + 40.0), share as f32, Some(region.share() as f32), board);
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
        let passes = cell(rows.passes);
        let words = tr_with("heatmaps-passes", &[("count", made.passes as f64)]);
        let seconds = tr_with("heatmaps-seconds", &[("seconds", fixed(made.duration_ms / 1000.0, 1))]);
        let right =
            text(ui.painter(), passes.right_center(), Align2::RIGHT_CENTER, &seconds, TextRole::Tick, theme.low);
        text_within(
            ui.painter(),
            passes.left_center(),
            right.left() - passes.left() - 4.0,
            &words,
            TextRole::Tick,
            theme.mid,
        );
    }
}

/// Whether no other row has more of it.
fn is_best(row: &Row, page: &Page<'_>, of: impl Fn(&Row) -> Option<f64>) -> bool {
    let (Some(own), Some(table)) = (of(row), page.table()) else { return false };
    let others = table.rows.iter().filter(|other| other.method != row.method);
    page.is_complete() && others.filter_map(&of).all(|other| other < own)
}

/// A share as a bar with a tick where chance, or the middle, lies.
pub(super) fn bar(ui: &Ui, rect: Rect, share: f32, tick: Option<f32>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let track = Rect::from_min_max(pos2(rect.left(), rect.center().y - 4.0), pos2(rect.right(), rect.center().y + 4.0));
    if track.width() < 16.0 {
        return;
    }
    let painter = ui.painter();
    painter.rect_filled(track, size::RADIUS_BAR, theme.bar_track);
    painter.rect_filled(
        track.with_max_x(track.left() + track.width() * share.clamp(0.0, 1.0)),
        size::RADIUS_BAR,
        theme.mid,
    );
    if let Some(tick) = tick {
        let x = track.left() + track.width() * tick;
        painter.vline(x, track.top() - 3.0..=track.bottom() + 3.0, Stroke::new(1.5, theme.hi));
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
    let shown = number(ui, rect, &fixed(curve.area(), 2), is_best, board);
    let chart = Rect::from_min_max(pos2(shown.left() + 40.0, rect.top() + 4.0), rect.max - vec2(1.0, 3.0));
    if is_best {
        let place = pos2(rect.left() + 1.0, rect.bottom() - 6.0);
        text(ui.painter(), place, Align2::LEFT_CENTER, &tr("heatmaps-best"), TextRole::Tick, theme.hi);
    }
    if chart.width() < 20.0 {
        return;
    }
    ui.painter().rect_filled(chart, size::RADIUS_TILE, theme.bg0);
    let inside = chart.shrink(2.0);
    if let Some(chance) = chance {
        dashed(ui, &points(inside, &chance), theme.low);
    }
    line(ui, points(inside, &curve.beliefs), Stroke::new(1.5, theme.hue(Hue::Classifier).fill));
}

/// The verdict in a word, and what the curves say.
fn verdict(ui: &Ui, rect: Rect, row: &Row, board: &Board<'_, '_>) {
    let theme = board.look.theme;
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
    ui.painter().galley(rect.min + vec2(0.0, 4.0), galley, theme.mid);
}
