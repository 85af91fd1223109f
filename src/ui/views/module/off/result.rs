//! Three heads before and now.

use egui::{Align2, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::spoken_place;
use crate::analysis::Report;
use crate::locale::format::{percent, signed};
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::{Head, MODULES};
use crate::state::Command;
use crate::ui::kit::Button;
use crate::ui::kit::paint::{card_ground, text, text_within};
use crate::ui::style::{Hue, TextRole, Weight, size};
use crate::ui::views::classifiers::{hangs_on, head_hue, head_name};
use crate::ui::views::module::show::Show;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, show: &Show<'_>, rect: Rect, is_shared: bool, commands: &mut Vec<Command>) {
    let (Some(before), Some(now)) = (show.state.unmuted(), show.state.report()) else { return };
    let theme = show.theme;
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink2(vec2(size::CARD_PADDING, 10.0));
    let class = show.state.study.class.unwrap_or_else(|| before.main().best());
    let head = inner.with_max_y(inner.top() + size::CONTROL_HEIGHT);
    let restore = Rect::from_min_size(pos2(head.right() - 120.0, head.top()), vec2(120.0, size::CONTROL_HEIGHT));
    // Where both cards share a place, their choice stands at the right.
    let restore = if is_shared { restore.translate(vec2(-262.0, 0.0)) } else { restore };
    let right = egui::Layout::right_to_left(egui::Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(restore).layout(right), |ui| {
        if ui.add(Button::plain(theme, &tr("module-restore"))).clicked() {
            commands.push(Command::ClearMuted);
        }
    });
    headline(ui, head.with_max_x(restore.left() - 12.0), show, [before, now], class);
    let rows = inner.with_min_y(head.bottom() + 6.0);
    let others = rows.height() > 108.0;
    let height = (rows.height() / if others { 4.0 } else { 3.0 }).min(42.0);
    for (place, head) in Head::ALL.into_iter().enumerate() {
        let top = rows.top() + place as f32 * height;
        let slot = Rect::from_min_size(pos2(rows.left(), top), vec2(rows.width(), height));
        row(ui, slot, show, head, [before, now], class);
    }
    if others {
        let top = rows.top() + 3.0 * height + 2.0;
        strip(ui, rows.with_min_y(top).with_max_y(top + height), show, [before, now], class);
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
    spoken_place(ui, rect, &words);
    let width = |points: f32| {
        let font = Weight::SemiBold.size(points);
        ui.painter().layout_no_wrap(words.clone(), font, show.theme.hi).size().x
    };
    let points = [30.0, 26.0, 22.0, 18.0].into_iter().find(|points| width(*points) <= rect.width()).unwrap_or(15.0);
    let galley = ui.painter().layout_no_wrap(words.clone(), Weight::SemiBold.size(points), show.theme.hi);
    let place = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().with_clip_rect(rect.expand2(vec2(0.0, 6.0))).galley(place, galley, show.theme.hi);
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
    text(painter, rect.left_center(), Align2::LEFT_CENTER, &name, TextRole::Name, hue.text);
    let share = |report: &Report| report.head(head).map(|scores| f64::from(scores.probabilities[class]));
    let (Some(old), Some(new)) = (share(before), share(now)) else {
        let place = pos2(rect.left() + 60.0, rect.center().y);
        text_within(painter, place, rect.width() - 60.0, &tr("classifiers-absent-why"), TextRole::Caption, theme.low);
        return;
    };
    let after = hangs_on(&now.network, head).map_or(String::new(), |(module, _)| MODULES[module].name.to_owned());
    let words = tr_with("module-off-after", &[("module", after)]);
    let caption =
        text_within(painter, pos2(rect.left() + 58.0, rect.center().y), 92.0, &words, TextRole::Caption, theme.low);
    let points = text(
        painter,
        rect.right_center(),
        Align2::RIGHT_CENTER,
        &signed(100.0 * (new - old), 1),
        TextRole::Name,
        if new >= old { theme.hue(Hue::Positive).text } else { theme.hue(Hue::Negative).text },
    );
    let numbers = format!("{} → {}", percent(old), percent(new));
    let place = pos2(points.left().min(rect.right() - 52.0) - 10.0, rect.center().y);
    let shown = text(painter, place, Align2::RIGHT_CENTER, &numbers, TextRole::Body, theme.hi);
    let bar = Rect::from_min_max(
        pos2(caption.right().max(rect.left() + 130.0) + 8.0, rect.center().y - 5.0),
        pos2(shown.left() - 14.0, rect.center().y + 5.0),
    );
    if bar.width() > 20.0 {
        painter.rect_filled(bar, size::RADIUS_BAR, theme.bar_track);
        let filled = bar.with_max_x(bar.left() + bar.width() * new as f32);
        painter.rect_filled(filled, size::RADIUS_BAR, hue.fill);
        let tick = bar.left() + bar.width() * old as f32;
        painter.vline(tick, bar.top() - 4.0..=bar.bottom() + 4.0, Stroke::new(2.0, theme.hi));
    }
    spoken_place(ui, rect, &format!("{name}: {numbers}"));
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(size::hairline(), theme.line));
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
    spoken_place(ui, rect, &words);
    let place = rect.left_center() + vec2(10.0, 0.0);
    text_within(ui.painter(), place, rect.width() - 20.0, &words, TextRole::Caption, theme.mid);
}
