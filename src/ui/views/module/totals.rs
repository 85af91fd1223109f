//! What the module costs in all: naive and reduced side by side.

use egui::{Align2, Painter, Rect, Ui, Vec2, vec2};

use super::cards::framed;
use super::facts::Version;
use super::paint;
use super::show::Show;
use crate::locale::format::{compact_parts, fixed, grouped, milliseconds, ratio, times_fewer, times_fewer_of};
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::card::title_height;
use crate::ui::kit::{Area, above, line_below, term, width_of, write, write_sized};
use crate::ui::style::{TextRole, Weight, caption_room, grown, size};

/// A row: what is counted, naive and reduced, each with its unit.
type Row = (String, [(String, String); 2]);

/// The size that the card is laid out for on a desk, points.
const LAID_OUT_FOR: Vec2 = vec2(300.0, 260.0);

/// Shows the card.
pub(super) fn card(ui: &mut Ui, show: &Show<'_>, rect: Rect, is_stacked: bool) {
    grown(rect.size(), LAID_OUT_FOR, || {
        framed(ui, show, rect, &tr("module-totals"), |ui| table(ui, show, is_stacked));
    });
}

fn table(ui: &mut Ui, show: &Show<'_>, is_stacked: bool) {
    let area = ui.available_rect_before_wrap();
    let strip = paint::result_place(area);
    let rows = rows(show, is_stacked);
    let body = area.without_top(-4.0).with_max_y(strip.top() - 4.0);
    let height = body.height() / rows.len() as f32;
    let columns = Columns::new(ui.painter(), show);
    // The gap below the title is as high as half of another line.
    let head = above(area, size::SPACE_8, title_height());
    heads(ui.painter(), show, (head, &columns), is_stacked);
    for (index, row) in rows.iter().enumerate() {
        let place = body.row(index, height);
        let label = paint_row(ui.painter(), show, (place, &columns), row);
        if let Some(explained) = explained(index) {
            term(ui, label, explained, show.theme);
        }
        speak_row(ui, show, place, row);
    }
    let [left, right] = versions(show, is_stacked);
    let times = left.macs as f64 / right.macs as f64;
    let (times, words) = match show.is_naive {
        // Enough digits to tell it from 1.
        _ if show.is_factorised => (times_fewer_of(&fixed(times, 2)), tr("module-fewer-than-reduced")),
        true => (ratio(times), tr("module-of-reduced")),
        false => (times_fewer(times), tr("module-fewer-than-naive")),
    };
    paint::result_strip(ui.painter(), strip, &times, &words, show.theme);
}

fn speak_row(ui: &Ui, show: &Show<'_>, place: Rect, (label, values): &Row) {
    let [naive, reduced] = values.each_ref().map(|(number, unit)| format!("{number} {unit}"));
    let words = [("label", label.as_str()), ("naive", naive.trim_end()), ("reduced", reduced.trim_end())];
    let key = if show.is_factorised { "module-row-spoken-factorised" } else { "module-row-spoken" };
    paint::speak(ui, place, label, &tr_with(key, &words));
}

/// Which column is which, level with the card's title.
fn heads(painter: &Painter, show: &Show<'_>, (head, columns): (Rect, &Columns), is_stacked: bool) {
    let left = match (show.is_factorised, is_stacked) {
        (true, _) => tr("module-column-reduced"),
        (false, true) => tr("module-column-stacked"),
        (false, false) => tr("module-column-naive"),
    };
    for ((index, cell), name) in columns.of(head).into_iter().enumerate().zip([left, right_head(show)]) {
        let (role, ink) = match is_drawn(show, index) {
            true => (TextRole::StatusStrong, show.theme.hi),
            false => (TextRole::Status, show.theme.low),
        };
        write(painter, cell, Align2::RIGHT_CENTER, &name, role, ink);
    }
}

/// The head of the right column.
fn right_head(show: &Show<'_>) -> String {
    tr(if show.is_factorised { "module-column-factorised" } else { "module-column-reduced" })
}

/// Two columns of numbers, of which the right one is as wide as its head.
struct Columns {
    right: f32,
}

impl Columns {
    fn new(painter: &Painter, show: &Show<'_>) -> Self {
        let head = width_of(painter, &right_head(show), TextRole::StatusStrong.font());
        Self { right: caption_room(88.0).max(head + size::SPACE_16) }
    }

    /// Both of a row; each ends at its right edge.
    fn of(&self, row: Rect) -> [Rect; 2] {
        [row.without_right(self.right), row]
    }
}

/// What is compared: naive and reduced, or reduced and factorised.
fn versions<'a>(show: &Show<'a>, is_stacked: bool) -> [&'a Version; 2] {
    match show.is_factorised {
        true => [&show.facts.reduced, &show.facts.factorised],
        false => [show.facts.naive_cost(is_stacked), &show.facts.reduced],
    }
}

/// Whether a column is that of the module that is drawn.
fn is_drawn(show: &Show<'_>, index: usize) -> bool {
    (index == 0) == (show.is_naive && !show.is_factorised)
}

fn rows(show: &Show<'_>, is_stacked: bool) -> Vec<Row> {
    let versions = versions(show, is_stacked);
    let count = |value: &dyn Fn(&Version) -> f64, unit: &str| {
        versions.map(|version| {
            let (number, prefix) = compact_parts(value(version));
            (number, format!("{prefix}{unit}"))
        })
    };
    let mut times = show.totals_ms();
    if show.is_factorised {
        times = [times[1], None];
    }
    if is_stacked {
        // Nobody trained it, so there is nothing to run.
        times[0] = None;
    }
    let times = times.map(|ms| match ms {
        Some(ms) => (milliseconds(ms).trim_end_matches(" ms").to_owned(), "ms".to_owned()),
        None => ("–".to_owned(), String::new()),
    });
    vec![
        (tr("module-row-channels"), versions.map(|version| (grouped(version.output() as u64), String::new()))),
        (tr("module-row-macs"), count(&|version| version.macs as f64, "")),
        (tr("module-row-params"), count(&|version| version.params as f64, "")),
        (tr("module-row-memory"), count(&|version| version.bytes as f64, "B")),
        (time_label(show), times),
    ]
}

/// The times of both modes were measured in one job, the stages' elsewhere: so it says how often.
fn time_label(show: &Show<'_>) -> String {
    let measured = show.state.module_ms(show.facts.module).map(|(_, runs)| runs);
    match show.naive.map(|run| run.runs).or(measured) {
        Some(runs) => tr_with("module-row-time-of", &[("runs", runs as f64)]),
        None => tr("module-row-time"),
    }
}

/// The rows whose label is explained: the second and the last.
fn explained(row: usize) -> Option<Term> {
    match row {
        1 => Some(Term::Mac),
        4 => Some(Term::Median),
        _ => None,
    }
}

/// Paints a row; returns where its label lies.
fn paint_row(painter: &Painter, show: &Show<'_>, (place, columns): (Rect, &Columns), (label, values): &Row) -> Rect {
    let theme = show.theme;
    let label = write(painter, place, Align2::LEFT_CENTER, label, TextRole::Body, theme.mid);
    for ((index, cell), (number, unit)) in columns.of(place).into_iter().enumerate().zip(values) {
        let (font, ink) = match is_drawn(show, index) {
            true => (Weight::SemiBold.size((place.height() * 0.7).clamp(15.0, 20.0)), theme.hi),
            false => (Weight::Regular.size(15.0), theme.low),
        };
        let unit_room = if unit.is_empty() { 0.0 } else { caption_room(24.0) };
        let behind = cell.right_part(unit_room).without_left(4.0).without_top(2.0);
        write(painter, behind, Align2::LEFT_CENTER, unit, TextRole::Caption, theme.low);
        write_sized(painter, cell.without_right(unit_room), Align2::RIGHT_CENTER, number, font, ink);
    }
    line_below(painter, place, theme.line);
    label
}
