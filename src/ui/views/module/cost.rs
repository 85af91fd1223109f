//! Naive and reduced multiply-accumulates as two bars on one scale.

use egui::{Align2, Painter, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::facts::{HUES, Stage, Version};
use super::paint;
use super::show::Show;
use super::stage::macs_text;
use crate::locale::format::times_fewer;
use crate::locale::text::{tr, tr_with};
use crate::spec::Part;
use crate::ui::style::{Hue, TextRole, Theme, Weight, size};

/// Shows both bars and the legend.
pub(super) fn bars(ui: &mut Ui, show: &Show<'_>, is_stacked: bool) {
    let area = ui.available_rect_before_wrap();
    let theme = show.theme;
    let painter = ui.painter();
    if show.is_factorised {
        return factorised(ui, show, area);
    }
    let naive = show.facts.naive_cost(is_stacked);
    let reduced = &show.facts.reduced;
    let at = |share: f32| area.top() + area.height() * share;
    let most = naive.macs.max(reduced.macs) as f32;
    let height = area.height() * 0.2;
    let naive_name = if is_stacked {
        tr_with("module-cost-stacked", &[("input", naive.input as f64)])
    } else {
        tr_with("module-cost-same", &[("input", naive.input as f64)])
    };
    let reduced_name = tr("module-cost-reduced");
    let versions = [(naive, naive_name, 0.04, true), (reduced, reduced_name, 0.45, false)];
    let mut ends = [0.0; 2];
    for (index, (version, name, top, is_naive)) in versions.into_iter().enumerate() {
        let y = at(top);
        let is_current = is_naive == show.is_naive;
        let (font, ink) = match is_current {
            true => (TextRole::BodyStrong.font(), theme.hi),
            false => (TextRole::Body.font(), theme.mid),
        };
        painter.text(pos2(area.left(), y), Align2::LEFT_CENTER, name, font.clone(), ink);
        painter.text(pos2(area.right(), y), Align2::RIGHT_CENTER, macs_text(version.macs), font, ink);
        let bar = Rect::from_min_size(pos2(area.left(), at(top + 0.095)), vec2(area.width(), height));
        ends[index] = segments(painter, version, bar, most, theme);
    }
    let row = Rect::from_min_size(pos2(area.left(), at(0.545)), vec2(area.width(), height));
    let times = times_fewer(naive.macs as f64 / reduced.macs as f64);
    let words = tr_with("module-times-fewer", &[("times", times)]);
    fewer(painter, (ends[1] + 8.0, row.right()), row.center().y, &words, theme);
    legend(painter, show, pos2(area.left(), at(0.94)), area.width());
    let values = [
        ("naive", macs_text(naive.macs)),
        ("reduced", macs_text(reduced.macs)),
        ("times", times_fewer(naive.macs as f64 / reduced.macs as f64)),
    ];
    paint::speak(ui, area, "cost", &tr_with("module-cost-spoken", &values));
}

/// Reduced and factorised as two bars on one scale.
fn factorised(ui: &Ui, show: &Show<'_>, area: Rect) {
    let (theme, painter) = (show.theme, ui.painter());
    let (reduced, factorised) = (&show.facts.reduced, &show.facts.factorised);
    let at = |share: f32| area.top() + area.height() * share;
    let most = reduced.macs.max(factorised.macs) as f32;
    let height = area.height() * 0.2;
    let versions =
        [(reduced, tr("module-cost-reduced"), 0.04, false), (factorised, tr("module-cost-factorised"), 0.45, true)];
    for (version, name, top, is_current) in versions {
        let (font, ink) = match is_current {
            true => (TextRole::BodyStrong.font(), theme.hi),
            false => (TextRole::Body.font(), theme.mid),
        };
        painter.text(pos2(area.left(), at(top)), Align2::LEFT_CENTER, name, font.clone(), ink);
        painter.text(pos2(area.right(), at(top)), Align2::RIGHT_CENTER, macs_text(version.macs), font, ink);
        let bar = Rect::from_min_size(pos2(area.left(), at(top + 0.095)), vec2(area.width(), height));
        segments(painter, version, bar, most, theme);
    }
    legend(painter, show, pos2(area.left(), at(0.94)), area.width());
    let values = [("reduced", macs_text(reduced.macs)), ("factorised", macs_text(factorised.macs))];
    paint::speak(ui, area, "cost", &tr_with("module-cost-spoken-factorised", &values));
}

/// One bar; returns where it ends.
fn segments(painter: &Painter, version: &Version, bar: Rect, most: f32, theme: &Theme) -> f32 {
    let mut left = bar.left();
    for stage in version.stages.iter().filter(|stage| stage.macs > 0) {
        let width = (bar.width() * stage.macs as f32 / most).max(2.0);
        let rect = Rect::from_min_size(pos2(left, bar.top()), vec2((width - 1.5).max(1.5), bar.height()));
        segment(painter, rect, HUES[stage.branch()], is_reduction(stage), theme);
        left += width;
    }
    left
}

fn is_reduction(stage: &Stage) -> bool {
    matches!(stage.part, Part::Conv3x3Reduce | Part::Conv5x5Reduce)
}

/// A piece of a bar; pale with an outline where it is a reduction.
fn segment(painter: &Painter, rect: Rect, hue: Hue, is_pale: bool, theme: &Theme) {
    let fill = theme.hue(hue).fill;
    let (fill, outline) =
        if is_pale { (fill.gamma_multiply(0.28), Stroke::new(1.25, fill)) } else { (fill, theme.outline(hue)) };
    let radius = size::RADIUS_BAR.min(rect.width() / 2.0);
    painter.rect(rect, radius, fill, outline, StrokeKind::Inside);
}

/// What is saved, as a dotted line with the ratio in its middle.
fn fewer(painter: &Painter, (left, right): (f32, f32), y: f32, words: &str, theme: &Theme) {
    let galley = painter.layout_no_wrap(words.to_owned(), Weight::SemiBold.size(18.0), theme.hi);
    let width = galley.size().x;
    let middle = ((left + right) / 2.0).min(right - width / 2.0);
    let pen = Stroke::new(1.5, theme.low);
    for (from, to) in [(left, middle - width / 2.0 - 10.0), (middle + width / 2.0 + 10.0, right)] {
        if to > from {
            painter.extend(Shape::dashed_line(&[pos2(from, y), pos2(to, y)], pen, 3.0, 4.0));
        }
    }
    painter.galley(pos2(middle - width / 2.0, y - galley.size().y / 2.0), galley, theme.hi);
}

fn legend(painter: &Painter, show: &Show<'_>, place: egui::Pos2, width: f32) {
    let theme = show.theme;
    let names = &show.facts.branch_names;
    let entries = [
        (HUES[0], false, names[0].clone()),
        (HUES[1], false, names[1].clone()),
        (HUES[2], false, names[2].clone()),
        (HUES[3], false, tr("module-projection")),
        (Hue::Stem, true, tr("module-pale")),
    ];
    let mut left = place.x;
    for (hue, is_pale, name) in entries {
        let swatch = Rect::from_min_size(pos2(left, place.y - 5.5), vec2(16.0, 11.0));
        let font = TextRole::Tick.font();
        let galley = painter.layout_no_wrap(name, font, theme.mid);
        let end = swatch.right() + 6.0 + galley.size().x;
        if end > place.x + width {
            return;
        }
        segment(painter, swatch, hue, is_pale, theme);
        let text = pos2(swatch.right() + 6.0, place.y - galley.size().y / 2.0);
        painter.galley(text, galley, theme.mid);
        left = end + 16.0;
    }
}
