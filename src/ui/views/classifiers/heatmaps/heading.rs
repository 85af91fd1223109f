//! What follows from the numbers, in words.

use egui::{Align2, Rect, Role, Ui};

use super::page::Page;
use super::words::{headline, method_line};
use crate::locale::format::grouped;
use crate::locale::text::{tr, tr_with};
use crate::state::Making;
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Lines, write_largest};
use crate::ui::style::TextRole;
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::numbers::short;

/// Sizes of the result, points: the first that fits.
const SIZES: [f32; 5] = [26.0, 23.0, 20.0, 17.0, 15.0];

/// Shows the result, and below it the line about the method that is looked at.
pub(super) fn heading(ui: &Ui, rect: Rect, page: &Page<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let subject = board.subject;
    let result = match page.is_complete() && !page.is_covered {
        true => headline(page),
        false => tr_with("heatmaps-question", &[("class", short(subject.label(subject.class), 24))]),
    };
    let mut place = rect;
    let upper = place.take_top(32.0);
    spoken(ui, upper, Role::Heading, &result);
    let painter = ui.painter().with_clip_rect(upper.expand(2.0));
    write_largest(&painter, upper, Align2::LEFT_CENTER, &[result], &SIZES, theme.hi);
    let words = below(page);
    spoken(ui, place, Role::Label, &words);
    let lines = Lines::at_most(ui.painter(), &words, (TextRole::Caption, theme.mid), place.width(), 2);
    lines.paint(ui.painter(), place, Align2::LEFT_TOP);
}

/// How far it is, or what is to be said of the selected method.
fn below(page: &Page<'_>) -> String {
    if let Some(entry) = page.entry
        && let Making::Failed(_) = entry.making
    {
        return tr("heatmaps-stopped-by-error");
    }
    if page.is_covered {
        return tr("heatmaps-covered");
    }
    let row = page.wishes.selected.and_then(|method| page.row(method));
    if let Some(row) = row {
        return method_line(row, page);
    }
    match page.entry.filter(|_| !page.is_complete()) {
        Some(entry) => {
            let [done, total] = entry.progress.map(|count| grouped(count as u64));
            tr_with("heatmaps-progress", &[("done", done), ("total", total)])
        }
        None => tr("heatmaps-read"),
    }
}
