//! The walk, drawn: the position, its inputs times the weights of a filter, the sum, and the filters done.

use egui::{Align2, Color32, Mesh, Painter, Rect, Shape, Stroke, StrokeKind, Ui, Vec2};

use super::super::facts::Stage;
use super::super::paint;
use super::super::scales::short_bar;
use super::super::tiles::Tiles;
use super::bars;
use super::sum::Sum;
use super::walk::Walk;
use crate::ui::views::module::show::Show;

use crate::imaging::Range;
use crate::locale::agree::Product;
use crate::locale::format::{fixed, signed};
use crate::locale::indices::{self, Numbered};
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::paint::first_that_fits;
use crate::ui::kit::{Area, cell_in, left_of, line_below, right_of, width_of, write_fitted, write_sized};
use crate::ui::look::{Look, colormap_of};
use crate::ui::style::{TextRole, Weight, caption_room};

/// The 1x1 that is walked through: the selected one.
pub(super) fn stage<'a>(show: &Show<'a>) -> Option<&'a Stage> {
    let selected = &show.state.selection.layer;
    let mut stages = show.facts.reduced.stages.iter();
    stages.find(|stage| stage.is_pointwise() && stage.name == *selected)
}

/// Shows the walk through the selected 1x1, or says that one has to be selected.
pub(super) fn show(
    ui: &mut Ui,
    show: &Show<'_>,
    area: Rect,
    walk: &mut Walk,
    (tiles, look): (&mut Tiles, &mut Look<'_>),
) {
    let Some(stage) = stage(show) else {
        return hint(ui, show, area, &tr("module-walk-choose"));
    };
    let maps = &show.state.maps();
    let layers = &show.facts.network.layers;
    let input = stage.index.and_then(|index| layers.get(*layers[index].inputs.first()?));
    let input = input.and_then(|layer| maps.get(show.photo(), &layer.name));
    let output = maps.get(show.photo(), &stage.name);
    let kernels = show.state.found.kernels.as_ref().filter(|kernels| kernels.layer == stage.name);
    let (Some(input), Some(output), Some(kernels)) = (input, output, kernels) else {
        return hint(ui, show, area, &tr("module-walk-waiting"));
    };
    walk.begin(&stage.name, &output.activation);
    if !show.state.still {
        walk.advance(ui, show.is_still(), stage.output);
    }
    let filter = walk.filter(stage.output);
    let at = [filter, walk.position()];
    let Some(sum) = Sum::new(kernels, &input.activation, &output.activation, at) else {
        return hint(ui, show, area, &tr("module-walk-waiting"));
    };
    let tile = tiles.mean(ui, show.state, look, &input);
    let [position, terms, equation, done] = places(area);
    super::cell_picker(ui, show, position, Some(&tile), walk);
    let painter = ui.painter().clone();
    let words = indices::cell(walk.cell());
    caption(&painter, show, position, &words, tile.range);
    bars::drag(ui, show, terms, sum.inputs.len(), walk);
    let count = walk.terms(sum.inputs.len());
    bars::rows(&painter, show, terms, (&sum, count), stage);
    numbers(&painter, show, equation, (&sum, count));
    paint::speak(ui, equation, "walk", &spoken(&sum, count, [filter, stage.output]));
    let values = output.activation.values();
    let values = values.iter().skip(walk.position());
    let values: Vec<f32> = values.step_by(show.facts.side * show.facts.side).copied().collect();
    let range = Range::zero_to_max(&values);
    let is_done = count == sum.inputs.len();
    filters(&painter, show, done, (&values, range), (filter, is_done));
    let words = Numbered::FilterWithin.of(filter, stage.output);
    caption(&painter, show, done, &words, range);
}

/// The sum in a sentence, its result once all products are in it.
fn spoken(sum: &Sum, count: usize, [filter, filters]: [usize; 2]) -> String {
    let decimals = sum.decimals();
    if count < sum.inputs.len() {
        let values = [
            ("which", Numbered::Filter.of(filter, filters)),
            ("count", count.to_string()),
            ("all", sum.inputs.len().to_string()),
            ("sum", signed(sum.of_first(count), decimals)),
        ];
        return tr_with("module-walk-spoken-so-far", &values);
    }
    let values = [
        ("which", Numbered::Filter.of(filter, filters)),
        ("sum", signed(sum.of_first(sum.inputs.len()), decimals)),
        ("bias", signed(f64::from(sum.bias), decimals)),
        ("result", fixed(sum.result(), decimals)),
        ("traced", fixed(f64::from(sum.traced), decimals)),
        ("verdict", verdict(sum)),
    ];
    tr_with("module-walk-spoken", &values)
}

fn verdict(sum: &Sum) -> String {
    tr(if sum.agrees() { "module-walk-equal" } else { "module-walk-unequal" })
}

fn hint(ui: &Ui, show: &Show<'_>, area: Rect, words: &str) {
    let skeleton = area.square(Align2::LEFT_TOP, area.height());
    paint::skeleton(ui.painter(), skeleton, show.theme);
    let beside = right_of(area, skeleton, 24.0);
    write_fitted(ui.painter(), beside, Align2::LEFT_CENTER, words, TextRole::Body, show.theme.mid);
}

/// Position, terms, equation, filters; the first and the last leave room for two lines below.  Where the area is low they
/// stand in a row, else the terms lie below the others, over the whole width.
fn places(area: Rect) -> [Rect; 4] {
    const GAP: f32 = 24.0;
    let is_low = area.height() < LOW * area.width();
    let terms_height = if is_low { 0.0 } else { (area.height() * TERMS).round() };
    let upper = area.without_bottom(terms_height);
    let words = caption_room(EQUATION);
    let least_terms = if is_low { caption_room(LEAST_TERMS) } else { 0.0 };
    let widest = (area.width() - words - least_terms - 3.0 * GAP) / 2.0;
    let side = (upper.height() - 2.0 * line_height() - 6.0).min(widest).max(24.0).floor();
    let (first, last) = (upper.square(Align2::LEFT_TOP, side), upper.square(Align2::RIGHT_TOP, side));
    let mut between = left_of(right_of(upper, first, GAP), last, GAP);
    if is_low {
        let equation = between.take_right(words);
        return [first, between.without_right(GAP), equation, last];
    }
    let terms = area.without_top(side + 2.0 * line_height() + GAP);
    [first, terms, between.top_part(side), last]
}

/// An area is low whose height is less than this part of its width.
const LOW: f32 = 0.3;
/// The part of a high area that the terms take.
const TERMS: f32 = 0.36;
/// Width of the equation and the least of the terms, as on a desk, points.
const EQUATION: f32 = 250.0;
const LEAST_TERMS: f32 = 190.0;

/// From one line of a caption to the next.
fn line_height() -> f32 {
    (TextRole::Tick.font().size * 1.35).ceil()
}

/// The words below a picture, and the numbers its colours span.
fn caption(painter: &Painter, show: &Show<'_>, above: Rect, words: &str, range: Range) {
    let row = above.beneath(4.0, line_height());
    let room = row.without_right(-18.0);
    // What is wider than the picture begins in the gap before it.
    let before = (width_of(painter, words, TextRole::Tick.font()) - room.width()).clamp(0.0, 24.0);
    write_fitted(painter, room.without_left(-before), Align2::LEFT_TOP, words, TextRole::Tick, show.theme.mid);
    short_bar(painter, show, row.beneath(0.0, line_height()), range, false);
}

/// The term just added, the sum so far, bias, ReLU, and what was traced.
fn numbers(painter: &Painter, show: &Show<'_>, area: Rect, (sum, count): (&Sum, usize)) {
    let theme = show.theme;
    let is_done = count == sum.inputs.len();
    // Before the first product the channel that comes next.
    let last = count.saturating_sub(1);
    let factors = [sum.inputs[last], sum.weights[last]].map(f64::from);
    let product = Product::new(factors, 3);
    let [input, weight, result] = [product.first(), product.second(), product.result()];
    let term = format!("{input} × {weight} = {result}");
    let decimals = sum.decimals();
    let number = |value: f64| signed(value, decimals);
    // What comes out is still to be guessed.
    let once_done = |words: String| if is_done { words } else { "…".to_owned() };
    let so_far = tr_with("module-walk-sum", &[("count", count as f64), ("all", sum.inputs.len() as f64)]);
    let before = sum.of_first(sum.inputs.len()) + f64::from(sum.bias);
    let beside = area.width() - width_of(painter, &term, TextRole::Body.font()) - 6.0;
    let channel = [Numbered::ChannelWithin.at(last), Numbered::ChannelShort.at(last)];
    let rows = [
        (first_that_fits(painter, channel, beside, TextRole::Caption), term, count > 0, false),
        (so_far, number(sum.of_first(count)), true, true),
        (tr("module-walk-bias"), number(f64::from(sum.bias)), is_done, false),
        (
            tr_with("module-walk-relu", &[("value", once_done(number(before)))]),
            fixed(sum.result(), decimals),
            is_done,
            true,
        ),
        (
            tr_with("module-walk-traced", &[("verdict", once_done(verdict(sum)))]),
            fixed(f64::from(sum.traced), decimals),
            is_done,
            false,
        ),
    ];
    for (index, (row, (words, value, is_known, is_strong))) in area.rows::<5>(0.0).into_iter().zip(rows).enumerate() {
        let value = if is_known { value } else { "…".to_owned() };
        let font = if is_strong { Weight::SemiBold.size(18.0) } else { TextRole::Body.font() };
        let ink = match (is_known, is_strong) {
            (false, _) => theme.low,
            (true, true) => theme.hi,
            (true, false) => theme.mid,
        };
        let shown = write_sized(painter, row, Align2::RIGHT_CENTER, &value, font, ink);
        let free = left_of(row, shown, 6.0);
        write_fitted(painter, free, Align2::LEFT_CENTER, &words, TextRole::Caption, theme.low);
        if index < 4 {
            line_below(painter, row, theme.line);
        }
    }
}

/// One square a filter, coloured once its value is known.
fn filters(
    painter: &Painter,
    show: &Show<'_>,
    area: Rect,
    (values, range): (&[f32], Range),
    (filter, is_done): (usize, bool),
) {
    let colormap = colormap_of(show.state, false);
    let columns = (values.len() as f32).sqrt().ceil() as usize;
    let cell = area.width() / columns as f32;
    let known = if is_done { filter + 1 } else { filter };
    let square = |index: usize| cell_in(area, index, columns, Vec2::splat(cell)).square(Align2::LEFT_TOP, cell - 1.0);
    let mut mesh = Mesh::default();
    for (index, &value) in values.iter().enumerate() {
        let [red, green, blue] = colormap.color(range.normalize(value));
        let known_color = Color32::from_rgb(red, green, blue);
        let color = if index < known { known_color } else { show.theme.bg3 };
        mesh.add_colored_rect(square(index), color);
    }
    painter.add(Shape::mesh(mesh));
    let stroke = Stroke::new(2.0, show.theme.hi);
    painter.rect_stroke(square(filter), 1.0, stroke, StrokeKind::Outside);
}
