//! One class as a head sees it: label, bar, probability, logit.

use egui::{Align2, Rect, Stroke, StrokeKind, Ui};

use super::areas::ROWS;
use super::class_query::ClassQuery;
use super::numbers::{head_hue, head_name, logit, points};
use crate::analysis::Scores;
use crate::locale::format::{percent, ranked, signed};
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::ui::kit::{Area, NumberColumns, diverging_bar, write, write_fitted, write_sized};
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

/// Where the parts of a row lie, from left to right: label, bar, probability, logit.
pub(super) struct Columns(NumberColumns);

/// Of bar, probability and logit among the columns of numbers.
const BAR: usize = 0;
const SHARE: usize = 1;
const LOGIT: usize = 2;

impl Columns {
    /// Shares the width of a card out.
    pub fn new(inner: Rect, subject: &ClassQuery<'_>) -> Self {
        let share = caption_room(if subject.is_difference { 70.0 } else { 58.0 });
        let logit = caption_room(52.0);
        let room = inner.width() - share - logit;
        let label = (room * 0.62).min(116.0);
        Self(NumberColumns::new(inner, label, &[room - label, share, logit]))
    }

    /// What the numbers are, over them.
    pub fn words(&self, ui: &Ui, row: Rect, subject: &ClassQuery<'_>, theme: &Theme) {
        let share = if subject.is_difference { "classifiers-column-difference" } else { "classifiers-column-share" };
        for (column, key) in [(SHARE, share), (LOGIT, "classifiers-column-logit")] {
            let cell = self.0.cell(row, column);
            write(ui.painter(), cell, Align2::RIGHT_CENTER, &tr(key), TextRole::Tick, theme.low);
        }
        if subject.other.is_some() && !subject.is_difference {
            let left = self.0.name(row).union(self.0.cell(row, BAR));
            let words = tr("classifiers-lines-a-b");
            write_fitted(ui.painter(), left, Align2::LEFT_CENTER, &words, TextRole::Tick, theme.low);
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
        let is_studied = self.class == subject.class;
        let (role, ink) = match is_studied {
            true => (TextRole::Name, theme.hi),
            false => (TextRole::Body, theme.mid),
        };
        let mut label = self.label.to_owned();
        if self.rank >= ROWS {
            label = format!("{} {label}", ranked(self.rank));
        }
        let name = columns.0.name(slot).without_right(size::SPACE_8);
        write_fitted(ui.painter(), name, Align2::LEFT_CENTER, &label, role, ink);
        let thick = if slot.height() < 24.0 { 12.0 } else { 15.0 };
        self.bars(ui, columns.0.cell(slot, BAR).middle_row(thick), head, is_studied, theme);
        self.numbers(ui, slot, columns, is_studied, theme);
    }

    fn bars(&self, ui: &Ui, track: Rect, head: Head, is_studied: bool, theme: &Theme) {
        let painter = ui.painter();
        painter.rect_filled(track, size::RADIUS_BAR, theme.bar_track);
        let hue = head_hue(head);
        let width = |share: f64| (track.width() * share as f32).max(4.0);
        let fill = theme.hue(hue).fill.gamma_multiply(if is_studied { 1.0 } else { 0.8 });
        match self.other {
            None => {
                let bar = track.left_part(width(self.share));
                painter.rect(bar, size::RADIUS_BAR, fill, theme.outline(hue), StrokeKind::Inside);
            }
            Some((other, _)) if self.is_difference => {
                diverging_bar(painter, track, self.share - other, 1.0, theme);
                // The line at 0 is seen over the bar too.
                let stroke = Stroke::new(size::hairline(), theme.line2);
                painter.vline(track.center().x, track.expand(2.0).y_range(), stroke);
            }
            Some((other, _)) => {
                // The first photo's bar above, the second's in outline below.
                let [first, second] = track.rows(1.0);
                painter.rect_filled(first.left_part(width(self.share)), 2.0, fill);
                let stroke = Stroke::new(1.5, theme.hue(hue).fill);
                painter.rect_stroke(second.left_part(width(other)), 2.0, stroke, StrokeKind::Inside);
            }
        }
    }

    fn numbers(&self, ui: &Ui, slot: Rect, columns: &Columns, is_studied: bool, theme: &Theme) {
        let (ink, weight) = match is_studied {
            true => (theme.hi, Weight::SemiBold),
            false => (theme.mid, Weight::Regular),
        };
        let write = |line: Rect, points: f32, column: usize, words: &str, ink, weight: Weight| {
            let cell = columns.0.cell(line, column);
            write_sized(ui.painter(), cell, Align2::RIGHT_CENTER, words, weight.size(points), ink);
        };
        let pair = |line: Rect, points: f32, [share, logit]: [String; 2], ink, weight| {
            write(line, points, SHARE, &share, ink, weight);
            write(line, points, LOGIT, &logit, theme.low, Weight::Regular);
        };
        match self.other {
            None => pair(slot, 14.0, [percent(self.share), logit(self.logit)], ink, weight),
            Some((share, other)) if self.is_difference => {
                pair(slot, 14.0, [points(self.share - share), signed(self.logit - other, 2)], ink, weight);
            }
            Some((share, other)) => {
                let half = slot.height() / 2.0;
                let points = half.min(12.5);
                // Both lines are a point closer than halves are.
                let [upper, lower] = [slot.top_part(half + 1.0), slot.bottom_part(half + 1.0)];
                pair(upper, points, [percent(self.share), logit(self.logit)], ink, weight);
                pair(lower, points, [percent(share), logit(other)], theme.mid, Weight::Regular);
            }
        }
    }
}
