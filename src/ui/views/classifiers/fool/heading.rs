//! What was answered and what is now, and what that means.

use egui::{Rect, Role, Ui, pos2};

use super::page::Page;
use super::words;
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr_with};
use crate::ui::kit::paint::{spoken, text_within};
use crate::ui::style::{TextRole, Theme};

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
    let place = pos2(rect.left(), rect.top() + 18.0);
    text_within(ui.painter(), place, rect.width(), &headline, TextRole::BigNumber, ink);
    spoken(ui, rect.with_max_y(rect.top() + 36.0), Role::Heading, &headline);
    // There is room for three lines; the two short sentences share one.
    let more = [words::steps(page), words::heads(page)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let lines = [words::result(page), words::noise(page).unwrap_or_default(), more];
    for (line, words) in lines.into_iter().filter(|words| !words.is_empty()).enumerate() {
        let y = rect.top() + 47.0 + 20.0 * line as f32;
        text_within(ui.painter(), pos2(rect.left(), y), rect.width(), &words, TextRole::Body, theme.mid);
        let row = Rect::from_min_max(pos2(rect.left(), y - 10.0), pos2(rect.right(), y + 10.0));
        spoken(ui, row, Role::Label, &words);
    }
}
