//! What follows from the numbers, in words.

use egui::text::{LayoutJob, TextFormat};
use egui::{Rect, Role, Ui, pos2};

use super::page::Page;
use super::words::{headline, method_line};
use crate::locale::format::grouped;
use crate::locale::text::{tr, tr_with};
use crate::state::Making;
use crate::ui::kit::paint::spoken;
use crate::ui::style::{TextRole, Weight};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::numbers::short;

/// Shows the result, and below it the line about the method that is looked at.
pub(super) fn heading(ui: &Ui, rect: Rect, page: &Page<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let subject = board.subject;
    let result = match page.is_complete() && !page.is_covered {
        true => headline(page),
        false => tr_with("heatmaps-question", &[("class", short(subject.label(subject.class), 24))]),
    };
    let upper = rect.with_max_y(rect.top() + 32.0);
    spoken(ui, upper, Role::Heading, &result);
    // The largest text that fits.
    let width = |points: f32| {
        let font = Weight::SemiBold.size(points);
        ui.painter().layout_no_wrap(result.clone(), font, theme.hi).size().x
    };
    let points = [26.0, 23.0, 20.0, 17.0].into_iter().find(|points| width(*points) <= rect.width());
    let font = Weight::SemiBold.size(points.unwrap_or(15.0));
    let galley = ui.painter().layout_no_wrap(result, font, theme.hi);
    ui.painter().with_clip_rect(upper.expand(2.0)).galley(
        pos2(upper.left(), upper.center().y - galley.size().y / 2.0),
        galley,
        theme.hi,
    );
    let words = below(page);
    let place = rect.with_min_y(upper.bottom());
    spoken(ui, place, Role::Label, &words);
    let mut job = LayoutJob::single_section(words, TextFormat::simple(TextRole::Caption.font(), theme.mid));
    job.wrap.max_width = place.width();
    job.wrap.max_rows = 2;
    ui.painter().galley(place.left_top(), ui.painter().layout_job(job), theme.mid);
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
