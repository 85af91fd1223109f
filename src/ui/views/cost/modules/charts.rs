//! One of the four charts: a pair of bars a module.

use egui::{Align2, Painter, Rect, Shape, Stroke, Ui, vec2};

use super::super::axis::Axis;
use super::super::bars::{Bar, Chart, Fill, fill_bar};
use super::super::caption_within;
use super::super::measure::Measure;
use super::bands::bands;
use super::values::{self, Pair, exact_ratio};
use crate::locale::format::ratio;
use crate::locale::text::{tr, tr_with};
use crate::spec::MODULES;
use crate::state::{Command, NaiveInput};
use crate::ui::kit::{Area, Card, card_over, left_of, write, write_sized};
use crate::ui::style::{Hue, TextRole, Theme, Weight, size};
use crate::ui::views::cost::context::CostContext;

/// Room for the numbers at the left and the names below, points.
const LEFT: f32 = 42.0;
pub(super) const BELOW: f32 = 24.0;
/// Above the highest bar, for its ratio.
const HEADROOM: f32 = 20.0;
/// How a factorised module is drawn.
const FACTORISED: Fill = Fill::Pale(Hue::Stem);
/// Seconds bars take to their new height.
const MOTION_SECONDS: f32 = 0.2;

/// Shows the chart in a card; the modules in focus and selected are marked.  Returns the module under the pointer.
pub(super) fn chart(
    ui: &mut Ui,
    card: Rect,
    shown: &CostContext<'_>,
    measure: Measure,
    marked: [usize; 2],
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let title = measure.name(shown.state.settings.unit);
    let captions = captions(shown, measure);
    let caption = caption_within(ui.painter(), card.width(), &title, captions);
    let framed = Card::new(&title).caption(&caption);
    let area = card_over(ui, card, framed, shown.theme, |ui| ui.available_rect_before_wrap());
    if measure == Measure::Arithmetic {
        legend(ui.painter(), card, shown.theme);
    }
    let chart = Chart {
        rect: area.without_left(LEFT - 6.0).without_right(-6.0).without_bottom(BELOW - 4.0),
        slots: MODULES.len(),
        headroom: HEADROOM,
    };
    let pairs: Vec<Pair> = (0..MODULES.len()).map(|module| values::of_module(shown, measure, module)).collect();
    let hovered = bands(ui, shown, measure, &chart, (&pairs, marked), commands);
    let third = (0..MODULES.len()).filter_map(|module| values::factorised(shown, measure, module));
    let all = pairs.iter().flat_map(Pair::both).flatten().chain(third);
    let axis = Axis::new(all, shown.state.settings.log_scale, 5);
    let bars = bars(ui, shown, measure, &axis, &pairs);
    let tops: Vec<f64> = bars.chunks(3).map(|bars| bars.iter().map(|bar| bar.share).fold(0.0, f64::max)).collect();
    chart.plot(ui, &format!("cost-{measure:?}"), &axis, bars, shown.theme);
    chart.numbers(ui.painter(), &axis, shown.theme, |value| measure.tick(value));
    ratios(ui.painter(), shown.theme, &chart, &tops, (&pairs, marked[0]));
    names(ui.painter(), shown.theme, &chart, (&pairs, marked));
    hovered
}

/// What is shown, or how far the measurement is; then the same in fewer words.
fn captions(shown: &CostContext<'_>, measure: Measure) -> [String; 2] {
    let is_stacked = shown.state.settings.naive_input == NaiveInput::Stacked;
    let done = values::done(shown);
    let runs = [("runs", values::runs(shown).unwrap_or(0) as f64)];
    match measure {
        Measure::Time if done < MODULES.len() => {
            let values = [("done", done as f64), ("total", MODULES.len() as f64)];
            let words = tr_with("cost-measuring-of", &values);
            [words.clone(), words]
        }
        Measure::Time if is_stacked => ["cost-time-stacked", "cost-time-stacked-short"].map(|key| tr_with(key, &runs)),
        Measure::Time => ["cost-time-runs", "cost-time-runs-short"].map(|key| tr_with(key, &runs)),
        Measure::Memory => ["cost-memory-note", "cost-memory-note-short"].map(tr),
        Measure::Arithmetic | Measure::Parameters | Measure::Speed => Default::default(),
    }
}

/// Width of a card from which on the legend has wide swatches beside the title, points.
const ROOMY_CARD: f32 = 360.0;

/// Hatched is naive, plain is reduced, pale is factorised; level with the first card's title.
fn legend(painter: &Painter, card: Rect, theme: &Theme) {
    let mut row = card.top_part(52.0).without_right(size::CARD_PADDING);
    let (width, gap) = if card.width() < ROOMY_CARD { (12.0, size::SPACE_8) } else { (18.0, size::SPACE_16) };
    for (key, fill) in [("cost-factorised", FACTORISED), ("cost-reduced", Fill::Plain), ("cost-naive", Fill::Hatched)] {
        let words = write(painter, row, Align2::RIGHT_CENTER, &tr(key), TextRole::Body, theme.mid);
        row = left_of(row, words, 6.0);
        let mut shapes = Vec::new();
        fill_bar(row.take_right(width).middle_row(14.0), fill, theme, &mut shapes);
        painter.extend(shapes);
        row.take_right(gap);
    }
}

/// Naive at the left of each slot, then reduced, then factorised where that is known, on their way to their heights.
fn bars(ui: &Ui, shown: &CostContext<'_>, measure: Measure, axis: &Axis, pairs: &[Pair]) -> Vec<Bar> {
    let mut bars = Vec::with_capacity(3 * pairs.len());
    for (module, pair) in pairs.iter().enumerate() {
        let third = values::factorised(shown, measure, module);
        // Two bars stand in the middle of their slot, as three do.
        let (step, width) = if third.is_some() { (0.26, 0.24) } else { (0.34, 0.29) };
        let first = if third.is_some() { -step } else { -step / 2.0 };
        let sides = [(pair.naive, Fill::Hatched), (pair.reduced, Fill::Plain), (third, FACTORISED)];
        for (place, (value, fill)) in sides.into_iter().enumerate() {
            let aside = first + step * place as f64;
            let share = value.map_or(0.0, |value| axis.share(value));
            let id = ui.scope_id().with(("height", measure, module, place));
            let share = if shown.is_still() {
                share
            } else {
                let ctx = ui.ctx();
                f64::from(ctx.animate_value_with_time(id, share as f32, MOTION_SECONDS))
            };
            bars.push(Bar { middle: module as f64 + 0.5 + aside, width, share, fill });
        }
    }
    bars
}

/// How many times the reduced bar the naive one is, above both, on a ground of its own since grid lines pass there.
fn ratios(painter: &Painter, theme: &Theme, chart: &Chart, tops: &[f64], (pairs, focus): (&[Pair], usize)) {
    let is_narrow = chart.slot_width() < 34.0;
    let points = if is_narrow { 11.5 } else { 13.0 };
    for (module, (pair, &top)) in pairs.iter().zip(tops).enumerate() {
        let Some(times) = pair.ratio() else { continue };
        let (weight, ink, ground) = if module == focus {
            (Weight::Bold, theme.hi, theme.bg3)
        } else {
            (Weight::SemiBold, theme.mid, theme.bg1)
        };
        // A second decimal only where there is room, or where the first would say that both are equal.
        let text = if is_narrow && times >= 1.05 { ratio(times) } else { exact_ratio(times) };
        let galley = painter.layout_no_wrap(text, weight.size(points), ink);
        let over = chart.band(module, module + 1).with_max_y(chart.height_of(top) - 2.0);
        let place = over.place(Align2::CENTER_BOTTOM, galley.size());
        painter.rect_filled(place.shrink2(vec2(0.0, 2.0)), 0.0, ground);
        painter.galley(place.min, galley, ink);
    }
}

/// The names below, and dots where a measurement is still to come.
fn names(painter: &Painter, theme: &Theme, chart: &Chart, (pairs, [focus, _]): (&[Pair], [usize; 2])) {
    let floor = Stroke::new(size::hairline(), theme.line2);
    painter.add(Shape::line_segment([chart.rect.left_bottom(), chart.rect.right_bottom()], floor));
    for (module, pair) in pairs.iter().enumerate() {
        let band = chart.band(module, module + 1);
        let (font, ink) =
            if module == focus { (Weight::Bold.size(13.0), theme.hi) } else { (TextRole::Caption.font(), theme.mid) };
        write_sized(painter, band.beneath(4.0, 0.0), Align2::CENTER_TOP, MODULES[module].name, font, ink);
        if pair.reduced.is_none() {
            write(painter, band.without_bottom(4.0), Align2::CENTER_BOTTOM, "…", TextRole::Name, theme.low);
        }
    }
}
