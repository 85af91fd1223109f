//! The relative error by step, and below it what follows from the numbers.

use egui::{Align2, Rect, Role, ScrollArea, Stroke, Ui};

use super::words;
use crate::locale::format::{fixed, steps_in_words};
use crate::locale::text::tr;
use crate::ui::kit::paint::{card_ground, paragraph, spoken};
use crate::ui::kit::{Area, Axes, Row, within, write_fitted};
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
    let mut inside = rect.shrink(size::CARD_PADDING);
    let [chart, sentences] = match inside.width() >= BESIDE {
        true => inside.columns(size::SPACE_24),
        false => [inside.take_top(CHART.min(inside.height() * 0.45)), inside.without_top(size::SPACE_8)],
    };
    curve(ui, chart, seen, theme);
    within(ui, sentences, |ui| {
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
    let entry = seen.state.rebuilds.shown();
    let rebuilt = entry.and_then(|entry| entry.made.as_deref());
    let errors = rebuilt.map_or(&[][..], |rebuilt| &rebuilt.errors);
    let read = rebuilt.map_or(&[][..], |rebuilt| &rebuilt.read_errors);
    let title = tr("rebuild-curve");
    let number = errors.last().map_or_else(String::new, |&error| words::error_number(error));
    Row::new(&title, TextRole::BodyStrong, theme.hi)
        .number(&number, TextRole::StageNumber, theme.hi)
        .paint(ui.painter(), rect.top_part(TITLE));
    spoken(ui, rect, Role::GraphicsObject, &format!("{title} {number}"));
    let chart = rect.without_left(LEFT).without_right(4.0).without_top(TITLE + 6.0).without_bottom(BELOW);
    if chart.height() < 24.0 {
        return;
    }
    let most = errors.iter().chain(read).copied().fold(1.0, f32::max).ceil();
    let steps = entry.map_or(1, |entry| entry.wanted).max(errors.len().saturating_sub(1)).max(1);
    let axes = Axes::new(chart, [0.0, steps as f32], [0.0, most]);
    lines(ui, &axes, [errors, read], seen, theme);
    below(ui, &axes, steps, !read.is_empty(), theme);
}

/// Both errors by step: that of the layer, and in dashes that of what it reads.
fn lines(ui: &Ui, axes: &Axes, [errors, read]: [&[f32]; 2], seen: &LayerContext<'_>, theme: &Theme) {
    let painter = ui.painter();
    let most = axes.y[1];
    for level in [0.0, 0.5 * most, most] {
        axes.named_level(painter, level, &fixed(f64::from(level), 1), theme);
    }
    let points =
        |errors: &[f32]| errors.iter().enumerate().map(|(step, error)| [step as f32, *error]).collect::<Vec<_>>();
    let fill = theme.hue(hue(seen.layer)).fill;
    axes.curve(painter, points(errors), Stroke::new(2.0, fill));
    axes.dashed(painter, points(read), Stroke::new(1.5, theme.mid));
    if let Some(last) = points(errors).last() {
        axes.dot(painter, *last, 4.0, fill);
    }
}

/// The steps, and between them what the dashes are, where there are some.
fn below(ui: &Ui, axes: &Axes, steps: usize, has_dashes: bool, theme: &Theme) {
    let painter = ui.painter();
    axes.below(painter, 0.0, 4.0, "0", Align2::LEFT_TOP, theme.low);
    let last = axes.below(painter, steps as f32, 4.0, &steps_in_words(steps), Align2::RIGHT_TOP, theme.low);
    if has_dashes {
        let room = last.with_min_x(axes.chart.left() + 14.0).with_max_x(last.left() - size::SPACE_8);
        write_fitted(painter, room, Align2::LEFT_CENTER, &tr("rebuild-curve-read"), TextRole::Tick, theme.mid);
    }
}
