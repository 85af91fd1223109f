//! The relative error by step, and below it what follows from the numbers.

use egui::{Align2, Rect, Role, ScrollArea, Shape, Stroke, Ui, UiBuilder, pos2};

use super::words;
use crate::locale::format::{fixed, steps_in_words};
use crate::locale::text::tr;
use crate::ui::kit::paint::{card_ground, paragraph, spoken, text, text_within};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::names::hue;

/// Height of the chart with title and numbers.
const CHART: f32 = 176.0;
/// Room for the numbers at the left, for the title, and for the numbers below.
const LEFT: f32 = 34.0;
const TITLE: f32 = 26.0;
const BELOW: f32 = 20.0;
/// The narrowest card with chart and sentences beside each other.
const BESIDE: f32 = 620.0;

/// Shows both: below each other, or beside each other where there is room.
pub(super) fn side(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme) {
    card_ground(ui.painter(), rect, theme);
    let inside = rect.shrink(size::CARD_PADDING);
    let (chart, sentences) = match inside.width() >= BESIDE {
        true => {
            let edge = inside.center().x;
            (inside.with_max_x(edge - size::SPACE_12), inside.with_min_x(edge + size::SPACE_12))
        }
        false => {
            let edge = inside.top() + CHART.min(inside.height() * 0.45);
            (inside.with_max_y(edge), inside.with_min_y(edge + size::SPACE_8))
        }
    };
    curve(ui, chart, seen, theme);
    ui.scope_builder(UiBuilder::new().max_rect(sentences), |ui| {
        ui.set_clip_rect(sentences.intersect(ui.clip_rect()));
        ScrollArea::vertical().id_salt("rebuild-sentences").show(ui, |ui| {
            ui.set_width(sentences.width() - size::SPACE_8);
            for sentence in words::sentences(seen) {
                paragraph(ui, &sentence, TextRole::Body, theme.mid);
                ui.add_space(size::SPACE_4);
            }
        });
    });
}

fn curve(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme) {
    let painter = ui.painter();
    let rebuilt = seen.state.rebuilds.shown().and_then(|entry| entry.rebuilt.as_deref());
    let errors = rebuilt.map_or(&[][..], |rebuilt| &rebuilt.errors);
    let read = rebuilt.map_or(&[][..], |rebuilt| &rebuilt.read_errors);
    let title = tr("rebuild-curve");
    let number = errors.last().map_or_else(String::new, |&error| fixed(f64::from(error), 3));
    let row = rect.with_max_y(rect.top() + TITLE);
    let right = text(painter, row.right_center(), Align2::RIGHT_CENTER, &number, TextRole::StageNumber, theme.hi);
    let room = right.left() - row.left() - size::SPACE_8;
    text_within(painter, row.left_center(), room, &title, TextRole::BodyStrong, theme.hi);
    let chart = Rect::from_min_max(
        pos2(rect.left() + LEFT, row.bottom() + 6.0),
        pos2(rect.right() - 4.0, rect.bottom() - BELOW),
    );
    spoken(ui, rect, Role::GraphicsObject, &format!("{title} {number}"));
    if chart.height() < 24.0 {
        return;
    }
    let most = errors.iter().chain(read).copied().fold(1.0, f32::max).ceil();
    let steps = seen.state.rebuilds.shown().map_or(1, |entry| entry.steps).max(errors.len().saturating_sub(1)).max(1);
    let at = |step: usize, error: f32| {
        let x = chart.left() + chart.width() * step as f32 / steps as f32;
        pos2(x, chart.bottom() - chart.height() * (error / most).min(1.0))
    };
    for share in [0.0, 0.5, 1.0] {
        let y = chart.bottom() - chart.height() * share;
        painter.hline(chart.x_range(), y, Stroke::new(size::hairline(), theme.line));
        let words = fixed(f64::from(share * most), 1);
        text(painter, pos2(chart.left() - 6.0, y), Align2::RIGHT_CENTER, &words, TextRole::Tick, theme.low);
    }
    let line = |errors: &[f32]| errors.iter().enumerate().map(|(step, &error)| at(step, error)).collect::<Vec<_>>();
    let fill = theme.hue(hue(seen.layer)).fill;
    painter.add(Shape::line(line(errors), Stroke::new(2.0, fill)));
    let mut dashed = Vec::new();
    Shape::dashed_line_many(&line(read), Stroke::new(1.5, theme.mid), 4.0, 3.0, &mut dashed);
    painter.extend(dashed);
    if let Some(&last) = errors.last() {
        painter.circle_filled(at(errors.len() - 1, last), 4.0, fill);
    }
    let below = chart.bottom() + 4.0;
    text(painter, pos2(chart.left(), below), Align2::LEFT_TOP, "0", TextRole::Tick, theme.low);
    let words = steps_in_words(steps);
    let last = text(painter, pos2(chart.right(), below), Align2::RIGHT_TOP, &words, TextRole::Tick, theme.low);
    if !read.is_empty() {
        let place = pos2(chart.left() + 14.0, below + last.height() / 2.0);
        let room = last.left() - place.x - size::SPACE_8;
        text_within(painter, place, room, &tr("rebuild-curve-read"), TextRole::Tick, theme.mid);
    }
}
