//! One class as a head sees it: label, bar, probability, logit.

use egui::{Align2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::areas::ROWS;
use super::class_query::ClassQuery;
use super::numbers::{head_hue, head_name, logit, points};
use crate::analysis::Scores;
use crate::locale::format::{percent, ranked, signed};
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::ui::kit::paint::{text, text_within};
use crate::ui::style::{TextRole, Theme, Weight, caption_room, size};

/// A class with its numbers.
pub(super) struct Row<'a> {
    /// The class.
    pub class: usize,
    /// Its place among all classes, from 1.
    pub rank: usize,
    label: &'a str,
    share: f64,
    logit: f64,
    /// Probability and logit in the run it is compared with.
    other: Option<(f64, f64)>,
    is_difference: bool,
}

/// The five most probable classes of a head, and the class under study where it is none of them.
pub(super) fn rows_of<'a>(scores: &Scores, subject: &ClassQuery<'a>) -> Vec<Row<'a>> {
    let labels = &subject.run.report.labels;
    let mut classes: Vec<usize> = scores.top(ROWS - 1, labels).iter().map(|class| class.index).collect();
    if !classes.contains(&subject.class) {
        classes.push(subject.class);
    }
    let other = subject.other.and_then(|other| other.report.head(scores.head));
    let other = other.map(|scores| scores.at(subject.state.study.temperature));
    let row = |class: usize| {
        let numbers = |scores: &Scores, class: usize| {
            Some((f64::from(*scores.probabilities.get(class)?), f64::from(*scores.logits.get(class)?)))
        };
        let (share, logit) = numbers(scores, class)?;
        Some(Row {
            class,
            rank: scores.rank(class)?,
            label: subject.label(class),
            share,
            logit,
            other: other.as_ref().and_then(|other| numbers(other, subject.in_other(class)?)),
            is_difference: subject.is_difference,
        })
    };
    classes.into_iter().filter_map(row).collect()
}

/// Where the parts of a row lie, from left to right.
pub(super) struct Columns {
    label: [f32; 2],
    bar: [f32; 2],
    /// Right edges of both numbers.
    numbers: [f32; 2],
}

impl Columns {
    /// Shares the width of a card out.
    pub fn new(inner: Rect, subject: &ClassQuery<'_>) -> Self {
        let logit = inner.right();
        let percent = logit - caption_room(52.0);
        let bar_right = percent - caption_room(if subject.is_difference { 70.0 } else { 58.0 });
        let room = bar_right - inner.left();
        let label_right = inner.left() + (room * 0.62).min(116.0);
        Self {
            label: [inner.left(), label_right - size::SPACE_8],
            bar: [label_right, bar_right],
            numbers: [percent, logit],
        }
    }

    /// What the numbers are, over them.
    pub fn words(&self, ui: &Ui, y: f32, subject: &ClassQuery<'_>, theme: &Theme) {
        let keys = if subject.is_difference {
            ["classifiers-column-difference", "classifiers-column-logit"]
        } else {
            ["classifiers-column-share", "classifiers-column-logit"]
        };
        for (right, key) in self.numbers.into_iter().zip(keys) {
            let place = pos2(right, y);
            text(ui.painter(), place, Align2::RIGHT_CENTER, &tr(key), TextRole::Tick, theme.low);
        }
    }
}

impl Row<'_> {
    /// What a screen reader says: "cat in aux 1: 42.8%, logit 3.09, rank 1".
    pub fn name(&self, head: Head) -> String {
        let share = percent(self.share);
        let values = [
            ("label", self.label.to_owned()),
            ("head", head_name(head)),
            ("share", share),
            ("logit", logit(self.logit)),
            ("rank", self.rank.to_string()),
        ];
        let name = tr_with("classifiers-row", &values);
        match self.other {
            Some((share, _)) => {
                let second = tr_with("classifiers-row-second", &[("share", &*percent(share))]);
                format!("{name} {second}")
            }
            None => name,
        }
    }

    /// Draws the row; the class under study is bold.
    pub fn paint(&self, ui: &Ui, slot: Rect, head: Head, columns: &Columns, subject: &ClassQuery<'_>, theme: &Theme) {
        let middle = slot.center().y;
        let is_studied = self.class == subject.class;
        let (role, ink) = match is_studied {
            true => (TextRole::Name, theme.hi),
            false => (TextRole::Body, theme.mid),
        };
        let mut label = self.label.to_owned();
        if self.rank >= ROWS {
            label = format!("{} {label}", ranked(self.rank));
        }
        let [left, right] = columns.label;
        text_within(ui.painter(), pos2(left, middle), right - left, &label, role, ink);
        let [left, right] = columns.bar;
        let half = if slot.height() < 24.0 { 6.0 } else { 7.5 };
        let track = Rect::from_min_max(pos2(left, middle - half), pos2(right, middle + half));
        self.bars(ui, track, head, is_studied, theme);
        self.numbers(ui, middle, slot.height(), columns, is_studied, theme);
    }

    fn bars(&self, ui: &Ui, track: Rect, head: Head, is_studied: bool, theme: &Theme) {
        let painter = ui.painter();
        painter.rect_filled(track, size::RADIUS_BAR, theme.bar_track);
        let hue = head_hue(head);
        let width = |share: f64| (track.width() * share as f32).max(4.0);
        let fill = theme.hue(hue).fill.gamma_multiply(if is_studied { 1.0 } else { 0.8 });
        match self.other {
            None => {
                let bar = track.with_max_x(track.left() + width(self.share));
                let outline = theme.outline(hue);
                painter.rect(bar, size::RADIUS_BAR, fill, outline, StrokeKind::Inside);
            }
            Some((other, _)) if self.is_difference => {
                let difference = self.share - other;
                let middle = track.center().x;
                let end = middle + track.width() / 2.0 * difference as f32;
                let bar = Rect::from_x_y_ranges(middle.min(end)..=middle.max(end), track.y_range());
                let fill = theme.sign(difference as f32).fill;
                painter.rect_filled(bar, size::RADIUS_BAR, fill);
                let stroke = Stroke::new(size::hairline(), theme.line2);
                painter.vline(middle, track.expand(2.0).y_range(), stroke);
            }
            Some((other, _)) => {
                // The first photo's bar above, the second's in outline below.
                let first = track.with_max_y(track.center().y - 0.5);
                let second = track.with_min_y(track.center().y + 0.5);
                let bar = first.with_max_x(track.left() + width(self.share));
                painter.rect_filled(bar, 2.0, fill);
                let bar = second.with_max_x(track.left() + width(other));
                let stroke = Stroke::new(1.5, theme.hue(hue).fill);
                painter.rect_stroke(bar, 2.0, stroke, StrokeKind::Inside);
            }
        }
    }

    fn numbers(&self, ui: &Ui, middle: f32, height: f32, columns: &Columns, is_studied: bool, theme: &Theme) {
        let ink = if is_studied { theme.hi } else { theme.mid };
        let weight = if is_studied { Weight::SemiBold } else { Weight::Regular };
        let both = self.other.filter(|_| !self.is_difference);
        let [first, second] = match (self.other, self.is_difference) {
            (Some((share, other)), true) => [points(self.share - share), signed(self.logit - other, 2)],
            (Some(_) | None, _) => [percent(self.share), logit(self.logit)],
        };
        let points = if both.is_some() { (height / 2.0).min(12.5) } else { 14.0 };
        let up = if both.is_some() { height / 4.0 - 0.5 } else { 0.0 };
        let write = |column: usize, up: f32, words: &str, ink, weight: Weight| {
            let place = pos2(columns.numbers[column], middle) - vec2(0.0, up);
            let font = weight.size(points);
            ui.painter().text(place, Align2::RIGHT_CENTER, words, font, ink);
        };
        write(0, up, &first, ink, weight);
        write(1, up, &second, theme.low, Weight::Regular);
        if let Some((share, other)) = both {
            write(0, -up, &percent(share), theme.mid, Weight::Regular);
            write(1, -up, &logit(other), theme.low, Weight::Regular);
        }
    }
}
