//! What was answered and what is now, and how large the change is.

use egui::{Rect, Role, Ui, pos2};

use super::page::Page;
use crate::analysis::Scores;
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr, tr_with};
use crate::ui::kit::paint::{first_that_fits, spoken, text_within};
use crate::ui::style::{TextRole, Theme};

/// "cat 98.9% → dog 88.0%", and below that no pixel changed by more than 2 of 255.
pub(super) fn heading(ui: &Ui, rect: Rect, page: &Page<'_>, theme: &Theme) {
    let label = |class: usize| class_text(&page.report.labels[class]).to_owned();
    let share = |scores: &Scores, class: usize| percent(f64::from(scores.probabilities[class]));
    let (before, now) = (page.report.main(), page.now());
    let answer = page.asked.answer;
    let best = now.best();
    let [headline, below] = if page.asked.is_answer() {
        let words = tr_with("fool-is-answer", &[("class", label(answer))]);
        [words, tr("fool-choose-another")]
    } else if page.wishes.epsilon == 0 {
        let words = format!("{} {}", label(answer), share(before, answer));
        [words, tr("fool-nothing-changed")]
    } else {
        let values = [
            ("before", label(answer)),
            ("share", share(before, answer)),
            ("now", label(best)),
            ("now-share", share(now, best)),
        ];
        let size = page.fooled.map_or(page.wishes.epsilon, |fooled| fooled.largest_change);
        let other = page.other().unwrap_or(answer);
        let nearest = [("size", size.to_string()), ("class", label(other)), ("share", share(now, other))];
        let below = match (page.is_fooled(), page.is_complete() && none_is_fooled(page)) {
            (true, _) => tr_with("fool-size", &[("size", size.to_string())]),
            (false, true) => tr_with("fool-never", &nearest),
            (false, false) => tr_with("fool-not", &nearest),
        };
        [tr_with("fool-headline", &values), below]
    };
    let theme_ink = if page.is_current { theme.hi } else { theme.mid };
    let words = first_that_fits(ui.painter(), [headline.clone(), headline], rect.width(), TextRole::BigNumber);
    let place = pos2(rect.left(), rect.top() + 20.0);
    text_within(ui.painter(), place, rect.width(), &words, TextRole::BigNumber, theme_ink);
    spoken(ui, rect.with_max_y(rect.top() + 40.0), Role::Heading, &words);
    let place = pos2(rect.left(), rect.top() + 50.0);
    text_within(ui.painter(), place, rect.width(), &below, TextRole::Body, theme.mid);
    spoken(ui, rect.with_min_y(rect.top() + 40.0), Role::Label, &below);
}

/// Whether no size of the change makes the network answer what it was to answer.
fn none_is_fooled(page: &Page<'_>) -> bool {
    let known = page.entry.map(|entry| &entry.known[..]).unwrap_or_default();
    !known.iter().flatten().any(|fooled| fooled.is_fooled())
}
