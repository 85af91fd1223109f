//! Why it is cheaper: the multiplications of one position, with the branch's own numbers.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, FontId, Painter, Rect, Ui, Vec2, vec2};

use super::facts::HUES;
use super::paint;
use super::show::Show;
use crate::locale::format::{grouped, times_fewer};
use crate::locale::text::tr_with;
use crate::ui::kit::{Area, above, line_below, write, write_fitted, write_sized};
use crate::ui::style::{Hue, TextRole, Weight, grown};

/// The branch whose numbers are shown: the selected one of the two that have a reduction, else the 3x3.
fn branch(show: &Show<'_>) -> usize {
    let selected = &show.state.selection.layer;
    let stages = &show.facts.reduced.stages;
    let stage = stages.iter().find(|stage| stage.name == *selected);
    match stage.map(|stage| stage.branch()) {
        Some(2) => 2,
        _ => 1,
    }
}

/// The size that the sums are laid out for on a desk, points.
const LAID_OUT_FOR: Vec2 = vec2(430.0, 200.0);

/// Shows both sums and their ratio.
pub(super) fn arithmetic(ui: &mut Ui, show: &Show<'_>) {
    let area = ui.available_rect_before_wrap();
    grown(area.size(), LAID_OUT_FOR, || sums(ui, show, area));
}

fn sums(ui: &Ui, show: &Show<'_>, area: Rect) {
    let theme = show.theme;
    let branch = branch(show);
    let (Some(reduce), Some(conv)) = show.facts.reduced.pair(branch) else {
        return;
    };
    let painter = ui.painter();
    caption(painter, show, area, branch);
    let (kernel, input, middle, output) = (conv.kernel, reduce.input, reduce.output, conv.output);
    let direct = (kernel * kernel * input * output) as u64;
    let reduced = (input * middle + kernel * kernel * middle * output) as u64;
    let name = &show.facts.branch_names[branch];
    let hue = theme.hue(HUES[branch]).text;
    let steel = theme.hue(Hue::Stem).text;
    let window = format!("{kernel}·{kernel}·");
    let texts = [input, middle, output].map(|count| count.to_string());
    let [input_text, middle_text, output_text] = &texts;
    let dot = ("·", theme.mid);
    let direct_words = tr_with("module-direct", &[("kernel", name.clone()), ("input", grouped(input as u64))]);
    let direct_formula = [(window.as_str(), theme.mid), (input_text.as_str(), steel), dot, (output_text.as_str(), hue)];
    let reduced_words = tr_with("module-squeezed", &[("kernel", name.clone()), ("middle", grouped(middle as u64))]);
    let reduced_formula = [
        (input_text.as_str(), steel),
        dot,
        (middle_text.as_str(), hue),
        ("  +  ", theme.mid),
        (window.as_str(), theme.mid),
        (middle_text.as_str(), hue),
        dot,
        (output_text.as_str(), hue),
    ];
    let strip = paint::result_place(area);
    let [upper, lower] = area.with_max_y(strip.top() - 6.0).rows::<2>(0.0);
    sum(painter, show, upper, &direct_words, (&direct_formula, direct));
    line_below(painter, upper, theme.line);
    sum(painter, show, lower, &reduced_words, (&reduced_formula, reduced));
    let values = [("kernel", name.clone()), ("direct", grouped(direct)), ("reduced", grouped(reduced))];
    paint::speak(ui, area, "why", &tr_with("module-why-spoken", &values));
    let words = tr_with("module-fewer-here", &[("kernel", name.clone())]);
    paint::result_strip(painter, strip, &times_fewer(direct as f64 / reduced as f64), &words, theme);
}

/// What is counted, below the card's title.
fn caption(painter: &Painter, show: &Show<'_>, area: Rect, branch: usize) {
    let words = tr_with("module-one-position", &[("kernel", show.facts.branch_names[branch].clone())]);
    if area.width() < 560.0 {
        write(painter, above(area, 0.0, 38.0), Align2::RIGHT_CENTER, &words, TextRole::Caption, show.theme.low);
    }
}

/// What is multiplied in words, and below them in numbers with their result.
fn sum(painter: &Painter, show: &Show<'_>, rect: Rect, words: &str, (formula, result): (&[(&str, Color32)], u64)) {
    let theme = show.theme;
    let (upper, lower) = (rect.top_part(rect.height() * 0.56), rect.bottom_part(rect.height() * 0.6));
    write_fitted(painter, upper, Align2::LEFT_CENTER, words, TextRole::Body, theme.mid);
    pieces(painter, lower, Weight::SemiBold.size((rect.height() * 0.28).clamp(15.0, 17.0)), formula);
    let number = Weight::SemiBold.size((rect.height() * 0.36).clamp(16.0, 22.0));
    write_sized(painter, lower, Align2::RIGHT_CENTER, &grouped(result), number, theme.hi);
}

/// Pieces of text in different colours on one line, from the left edge of a row.
fn pieces(painter: &Painter, row: Rect, font: FontId, pieces: &[(&str, Color32)]) {
    let mut job = LayoutJob::default();
    for (text, ink) in pieces {
        job.append(text, 0.0, TextFormat::simple(font.clone(), *ink));
    }
    let galley = painter.layout_job(job);
    painter.galley(row.place(Align2::LEFT_CENTER, galley.size()).min, galley, Color32::PLACEHOLDER);
}
