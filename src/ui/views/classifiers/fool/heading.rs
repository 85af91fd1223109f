//! What was answered and what is now, and what that means.

use egui::{Align2, Rect, Role, Ui};

use super::page::Page;
use super::words;
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr_with};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, write_fitted};
use crate::ui::style::{TextRole, Theme};

/// Height of the headline and of a line below it, points.
const TITLE: f32 = 36.0;
const LINE: f32 = 20.0;

/// "cat 98.9% → dog 88.0%", and below that what came of it.
pub(super) fn heading(ui: &Ui, rect: Rect, page: &Page<'_>, theme: &Theme) {
    let label = |class: usize| class_text(&page.report.labels[class]).to_owned();
    let (before, now) = (page.report.main(), page.now());
    let answer = page.asked.answer;
    let share = percent(f64::from(before.probabilities[answer]));
    let headline = if page.asked.is_answer() {
        tr_with("fool-is-answer", &[("class", label(answer))])
    } else if page.wishes.epsilon == 0 {
        format!("{} {share}", label(answer))
    } else {
        let best = now.best();
        let now_share = percent(f64::from(now.probabilities[best]));
        let values = [("before", label(answer)), ("share", share), ("now", label(best)), ("now-share", now_share)];
        tr_with("fool-headline", &values)
    };
    let ink = if page.is_current { theme.hi } else { theme.mid };
    let mut room = rect;
    let title = room.take_top(TITLE);
    write_fitted(ui.painter(), title, Align2::LEFT_CENTER, &headline, TextRole::BigNumber, ink);
    spoken(ui, title, Role::Heading, &headline);
    room.take_top(1.0);
    // There is room for three lines; the two short sentences share one.
    let more = [words::steps(page), words::heads(page)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let lines = [words::result(page), words::noise(page).unwrap_or_default(), more];
    for (line, words) in lines.into_iter().filter(|words| !words.is_empty()).enumerate() {
        let row = room.row(line, LINE);
        write_fitted(ui.painter(), row, Align2::LEFT_CENTER, &words, TextRole::Body, theme.mid);
        spoken(ui, row, Role::Label, &words);
    }
}
