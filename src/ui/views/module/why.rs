//! Why it is cheaper: the multiplications of one position, with the branch's own numbers.

use egui::{Align2, Color32, Painter, Rect, Stroke, Ui, Vec2, pos2, vec2};

use super::facts::HUES;
use super::paint;
use super::show::Show;
use crate::locale::format::{grouped, times_fewer};
use crate::locale::text::tr_with;
use crate::ui::style::{Hue, TextRole, Weight, caption_room, grown, size};

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
    let strip_height = (area.height() * 0.23).clamp(28.0, caption_room(44.0));
    let strip =
        Rect::from_min_max(pos2(area.left() - 6.0, area.bottom() - strip_height), area.right_bottom() + vec2(6.0, 0.0));
    let half = (strip.top() - 6.0 - area.top()) / 2.0;
    let upper = Rect::from_min_size(area.min, vec2(area.width(), half));
    sum(painter, show, upper, &direct_words, (&direct_formula, direct));
    painter.hline(area.x_range(), upper.bottom(), Stroke::new(size::hairline(), theme.line));
    let lower = upper.translate(vec2(0.0, half));
    sum(painter, show, lower, &reduced_words, (&reduced_formula, reduced));
    let values = [("kernel", name.clone()), ("direct", grouped(direct)), ("reduced", grouped(reduced))];
    paint::speak(ui, area, "why", &tr_with("module-why-spoken", &values));
    let words = tr_with("module-fewer-here", &[("kernel", name.clone())]);
    paint::result_strip(painter, strip, &times_fewer(direct as f64 / reduced as f64), &words, theme);
}

/// What is counted, below the card's title.
fn caption(painter: &Painter, show: &Show<'_>, area: Rect, branch: usize) {
    let words = tr_with("module-one-position", &[("kernel", show.facts.branch_names[branch].clone())]);
    let font = TextRole::Caption.font();
    let place = pos2(area.right(), area.top() - 19.0);
    if area.width() < 560.0 {
        painter.text(place, Align2::RIGHT_CENTER, words, font, show.theme.low);
    }
}

fn sum(painter: &Painter, show: &Show<'_>, rect: Rect, words: &str, (formula, result): (&[(&str, Color32)], u64)) {
    let theme = show.theme;
    let (upper, lower) = (rect.top() + rect.height() * 0.28, rect.top() + rect.height() * 0.70);
    let ink = (TextRole::Body.font(), theme.mid);
    paint::line(painter, pos2(rect.left(), upper), Align2::LEFT_CENTER, words, ink, rect.width());
    let points = (rect.height() * 0.28).clamp(15.0, 17.0);
    let place = pos2(rect.left(), lower);
    paint::pieces(painter, place, Align2::LEFT_CENTER, &Weight::SemiBold.size(points), formula);
    let number = Weight::SemiBold.size((rect.height() * 0.36).clamp(16.0, 22.0));
    painter.text(pos2(rect.right(), lower), Align2::RIGHT_CENTER, grouped(result), number, theme.hi);
}
