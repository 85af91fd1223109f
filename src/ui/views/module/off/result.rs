//! Three heads before and now.

use egui::{Align2, Rect, Role, Ui, vec2};

use crate::analysis::Report;
use crate::locale::format::{percent, signed};
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::{Head, MODULES};
use crate::state::Command;
use crate::ui::kit::paint::{card_ground, spoken};
use crate::ui::kit::{
    Area, Button, from_right, left_of, line_below, plain_share_bar, write, write_fitted, write_largest,
};
use crate::ui::style::{Hue, TextRole, size};
use crate::ui::views::classifiers::{hangs_on, head_hue, head_name};
use crate::ui::views::module::show::Show;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, show: &Show<'_>, rect: Rect, is_shared: bool, commands: &mut Vec<Command>) {
    let (Some(before), Some(now)) = (show.state.unmuted(), show.state.report()) else { return };
    let theme = show.theme;
    card_ground(ui.painter(), rect, theme);
    let mut rows = rect.shrink2(vec2(size::CARD_PADDING, 10.0));
    let class = show.state.study.class.unwrap_or_else(|| before.main().best());
    let mut head = rows.take_top(size::CONTROL_HEIGHT);
    if is_shared {
        // The choice between both cards stands at the right.
        head.take_right(262.0);
    }
    from_right(ui, head.take_right(120.0), |ui| {
        if ui.add(Button::plain(theme, &tr("module-restore"))).clicked() {
            commands.push(Command::ClearMuted);
        }
    });
    headline(ui, head.without_right(12.0), show, [before, now], class);
    rows.take_top(6.0);
    let others = rows.height() > 108.0;
    let height = (rows.height() / if others { 4.0 } else { 3.0 }).min(42.0);
    for (place, head) in Head::ALL.into_iter().enumerate() {
        row(ui, rows.row(place, height), show, head, [before, now], class);
    }
    if others {
        strip(ui, rows.without_top(2.0).row(3, height), show, [before, now], class);
    }
}

/// "Without 5×5: cat 90.4% → 90.7%".
fn headline(ui: &Ui, rect: Rect, show: &Show<'_>, [before, now]: [&Report; 2], class: usize) {
    let share = |report: &Report| percent(f64::from(report.main().probabilities[class]));
    let values = [
        ("what", what(show)),
        ("class", class_text(&now.labels[class]).to_owned()),
        ("before", share(before)),
        ("after", share(now)),
    ];
    let words = tr_with("module-off-headline", &values);
    spoken(ui, rect, Role::Label, &words);
    let painter = ui.painter().with_clip_rect(rect.expand2(vec2(0.0, 6.0)));
    let sizes = [30.0, 26.0, 22.0, 18.0, 15.0];
    write_largest(&painter, rect, Align2::LEFT_CENTER, &[words], &sizes, show.theme.hi);
}

/// What is off: the branches of this module, else how much there is.
fn what(show: &Show<'_>) -> String {
    let here: Vec<String> =
        (0..4).filter(|&branch| show.is_off(branch)).map(|branch| show.facts.branch_names[branch].clone()).collect();
    let count = show.state.off();
    match here.len() == count.branches && count.channels == 0 {
        true => here.join(", "),
        false => crate::ui::chrome::off::off_text(count).unwrap_or_default(),
    }
}

/// A head: bar now, tick before, both numbers and the difference.
fn row(ui: &Ui, rect: Rect, show: &Show<'_>, head: Head, [before, now]: [&Report; 2], class: usize) {
    let theme = show.theme;
    let painter = ui.painter();
    let name = head_name(head);
    let hue = theme.hue(head_hue(head));
    write(painter, rect, Align2::LEFT_CENTER, &name, TextRole::Name, hue.text);
    let share = |report: &Report| report.head(head).map(|scores| f64::from(scores.probabilities[class]));
    let (Some(old), Some(new)) = (share(before), share(now)) else {
        let (why, words) = (rect.without_left(60.0), tr("classifiers-absent-why"));
        write_fitted(painter, why, Align2::LEFT_CENTER, &words, TextRole::Caption, theme.low);
        return;
    };
    let after = hangs_on(&now.network, head).map_or(String::new(), |(module, _)| MODULES[module].name.to_owned());
    let words = tr_with("module-off-after", &[("module", after)]);
    let beside = rect.without_left(58.0);
    let caption =
        write_fitted(painter, beside.left_part(92.0), Align2::LEFT_CENTER, &words, TextRole::Caption, theme.low);
    let change = signed(100.0 * (new - old), 1);
    let ink = theme.hue(if new >= old { Hue::Positive } else { Hue::Negative }).text;
    let points = write(painter, rect, Align2::RIGHT_CENTER, &change, TextRole::Name, ink);
    let numbers = format!("{} → {}", percent(old), percent(new));
    let both = rect.without_right(points.width().max(52.0) + 10.0);
    let shown = write(painter, both, Align2::RIGHT_CENTER, &numbers, TextRole::Body, theme.hi);
    let track = left_of(beside.without_left(caption.width().max(72.0) + 8.0), shown, 14.0).middle_row(10.0);
    if track.width() > 20.0 {
        plain_share_bar(painter, track, new as f32, hue.fill, Some(old as f32), theme);
    }
    spoken(ui, rect, Role::Label, &format!("{name}: {numbers}"));
    line_below(painter, rect, theme.line);
}

/// What the main head says of the other classes.
fn strip(ui: &Ui, rect: Rect, show: &Show<'_>, [before, now]: [&Report; 2], class: usize) {
    let theme = show.theme;
    ui.painter().rect_filled(rect, size::RADIUS_TILE, theme.bg3);
    let share = |report: &Report, class: usize| percent(f64::from(report.main().probabilities[class]));
    let others = before.main().top(5, &before.labels);
    let words: Vec<String> = others
        .iter()
        .filter(|other| other.index != class)
        .take(3)
        .map(|other| {
            let label = class_text(&before.labels[other.index]);
            format!("{label} {} → {}", share(before, other.index), share(now, other.index))
        })
        .collect();
    let words = words.join("   ·   ");
    spoken(ui, rect, Role::Label, &words);
    let inner = rect.shrink2(vec2(10.0, 0.0));
    write_fitted(ui.painter(), inner, Align2::LEFT_CENTER, &words, TextRole::Caption, theme.mid);
}
