//! The equation of a layer: what its maps add, what the biases behind it add, and that both are the logit.

use egui::{Align2, Id, Rect, Role, Shape, Stroke, Ui, vec2};

use super::{HUES, branch_name, short_name};
use crate::analysis::contribution::{Contributions, LayerContribution};
use crate::locale::format::{fixed, percent, signed};
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::MODULES;
use crate::state::{Command, State, View};
use crate::ui::kit::paint::{first_that_fits, spoken};
use crate::ui::kit::{Area, Axes, Lines, Pressable, Row, diverging_bar, stripe, write, write_fitted};
use crate::ui::style::{Hue, TextRole, Theme, size};

/// Shows all of it; the headline leaves `taken` points at its right.
pub(super) fn strip(
    ui: &Ui,
    (rect, taken): (Rect, f32),
    state: &State,
    (all, layer): (&Contributions, &LayerContribution),
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let mut middle = rect;
    let head = middle.take_top(34.0).without_right(taken);
    let foot = middle.take_bottom(56.0);
    middle = middle.without_top(4.0).without_bottom(6.0);
    headline(ui, head, state, layer, theme);
    if let Some(branches) = layer.branches {
        let bars = middle.take_left(middle.width() * 0.42);
        middle.take_left(size::SPACE_24);
        branch_bars(ui, bars, layer, branches, theme);
    }
    by_depth(ui, middle, state, all, (layer, theme), commands);
    equation(ui, foot, state, layer, theme);
}

/// The explained class: "cat", "cat − dog".
fn class(state: &State) -> String {
    let label = |class: usize| state.labels().get(class).map_or("", |label| class_text(label)).to_owned();
    let class = state.class().map_or_else(String::new, label);
    match state.contribution_question().and_then(|(_, question)| question.minus) {
        Some(minus) => format!("{class} − {}", label(minus)),
        None => class,
    }
}

/// "4d: 1×1 argues for “cat” (+0.44), 5×5 against (−0.12)".
fn headline(ui: &Ui, rect: Rect, state: &State, layer: &LayerContribution, theme: &Theme) {
    let name = short_name(&layer.layer).to_owned();
    let class = class(state);
    let sum = signed(layer.sum, 2);
    let whole =
        tr_with("contribution-headline-sum", &[("layer", name.clone()), ("class", class.clone()), ("sum", sum)]);
    let words = match layer.branches {
        None => [whole.clone(), whole],
        Some(branches) => {
            let order = |most: bool| {
                (0..4).max_by(|&one: &usize, &other: &usize| match most {
                    true => branches[one].total_cmp(&branches[other]),
                    false => branches[other].total_cmp(&branches[one]),
                })
            };
            let (most, least) = (order(true).unwrap_or(0), order(false).unwrap_or(0));
            let values = [
                ("layer", name),
                ("class", class),
                ("for", branch_name(most)),
                ("plus", signed(branches[most], 2)),
                ("against", branch_name(least)),
                ("minus", signed(branches[least], 2)),
            ];
            let key = match (branches[most] > 0.0, branches[least] < 0.0) {
                (true, true) => "contribution-headline",
                (true, false) => "contribution-headline-for",
                (false, _) => "contribution-headline-against",
            };
            [tr_with(key, &values), whole]
        }
    };
    let words = first_that_fits(ui.painter(), words, rect.width(), TextRole::StageNumber);
    spoken(ui, rect, Role::Heading, &words);
    write_fitted(ui.painter(), rect, Align2::LEFT_CENTER, &words, TextRole::StageNumber, theme.hi);
}

/// A bar for each branch, from 0 in the middle.
fn branch_bars(ui: &Ui, rect: Rect, layer: &LayerContribution, branches: [f64; 4], theme: &Theme) {
    let most = branches.iter().fold(f64::MIN_POSITIVE, |most, value| most.max(value.abs()));
    let height = (rect.height() / 4.0).min(26.0);
    let shares = layer.shares().unwrap_or_default();
    for (branch, value) in branches.into_iter().enumerate() {
        let painter = ui.painter();
        let slot = rect.row(branch, height);
        stripe(painter, slot, 14.0, HUES[branch], theme);
        let name = branch_name(branch);
        let place = slot.without_left(12.0).left_part(54.0);
        write_fitted(painter, place, Align2::LEFT_CENTER, &name, TextRole::Name, theme.hi);
        let number = signed(value, 3);
        let shown = write(painter, slot, Align2::RIGHT_CENTER, &number, TextRole::Name, theme.hi);
        let track = slot.without_left(70.0).without_right(shown.width().max(58.0) + size::SPACE_8);
        diverging_bar(painter, track.middle_row(12.0), value, most, theme);
        let values = [("branch", name), ("value", number), ("share", share_words(shares[branch]))];
        spoken(ui, slot, Role::Label, &tr_with("contribution-branch", &values));
    }
}

/// "+45%".
pub(super) fn share_words(share: f64) -> String {
    format!("{}%", signed(100.0 * share, 0))
}

/// What the maps of every layer carry of the logit; the rest (dashed) is left to the biases behind them.
fn by_depth(
    ui: &Ui,
    rect: Rect,
    state: &State,
    all: &Contributions,
    (shown, theme): (&LayerContribution, &Theme),
    commands: &mut Vec<Command>,
) {
    let painter = ui.painter();
    Row::new(&tr("contribution-by-depth"), TextRole::StatusStrong, theme.hi)
        .caption(&tr("contribution-by-depth-hint"), TextRole::Status, theme.low)
        .paint(painter, rect.top_part(16.0));
    let slots = rect.without_top(20.0).without_left(34.0);
    let sums = || all.layers.iter().map(|layer| layer.sum as f32).chain([all.logit as f32, 0.0]);
    let (low, high) = sums().fold((0.0_f32, 0.0_f32), |(low, high), value| (low.min(value), high.max(value)));
    let span = (high - low).max(f32::MIN_POSITIVE);
    let count = all.layers.len().max(1) as f32;
    let axes = Axes::new(slots.without_bottom(16.0), [0.0, count], [low, low + span]);
    let logit = all.logit as f32;
    axes.named_level(painter, 0.0, "0", theme);
    axes.named_level(painter, logit, &fixed(all.logit, 2), theme);
    // Stronger than the levels of other charts.
    axes.level(painter, 0.0, theme.line2);
    let stroke = Stroke::new(1.5, theme.hue(Hue::Classifier).fill);
    painter.hline(axes.chart.x_range(), axes.y_of(logit), stroke);
    let width = slots.width() / count;
    for (place, layer) in all.layers.iter().enumerate() {
        let slot = slots.column(place, width);
        let is_shown = layer.layer == shown.layer;
        let response = Pressable::new(Id::unique(("contribution-depth", &layer.layer)))
            .chosen(is_shown)
            .radius(size::RADIUS_TILE)
            .show(ui, slot, theme, || layer_words(layer));
        let sum = layer.sum as f32;
        let [left, right] = [0.2, 0.8].map(|share| place as f32 + share);
        let bar = Rect::from_two_pos(axes.at(left, 0.0), axes.at(right, sum));
        painter.rect_filled(bar, 1.0, theme.sign(sum).fill);
        for edge in [left, right] {
            let rest = axes.points([[edge, sum], [edge, logit]]);
            painter.extend(Shape::dashed_line(&rest, Stroke::new(1.0, theme.low), 2.0, 3.0));
        }
        let (role, ink) = match is_shown {
            true => (TextRole::StatusStrong, theme.hi),
            false => (TextRole::Tick, theme.low),
        };
        // Of the stem the first is named, the others numbered.
        let name = short_name(&layer.layer);
        let name = if place > 0 { name.trim_start_matches("conv") } else { name };
        write(painter, slot.bottom_part(14.0), Align2::CENTER_CENTER, name, role, ink);
        if response.clicked() {
            select(state, &layer.layer, commands);
        }
    }
}

/// What is said of a layer's bar.
fn layer_words(layer: &LayerContribution) -> String {
    let values = [
        ("layer", short_name(&layer.layer).to_owned()),
        ("sum", signed(layer.sum, 2)),
        ("remainder", signed(layer.remainder, 2)),
        ("logit", signed(layer.logit, 2)),
    ];
    tr_with(if layer.is_exact { "contribution-layer" } else { "contribution-layer-inexact" }, &values)
}

/// Looks at another layer; in the module view at another module.
fn select(state: &State, layer: &str, commands: &mut Vec<Command>) {
    commands.push(Command::SelectLayer(layer.to_owned()));
    let module = MODULES.iter().position(|module| module.layer_name() == layer);
    if let (View::Module(_), Some(module)) = (state.view, module) {
        commands.push(Command::Show(View::Module(module)));
    }
}

/// "+0.286 + 4.667 = 4.953 → 90.4%"; where it must not hold, that it does not.
fn equation(ui: &Ui, rect: Rect, state: &State, layer: &LayerContribution, theme: &Theme) {
    let painter = ui.painter();
    painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), size::RADIUS_TILE, theme.bg3);
    // The logit first, the rest with as many decimals.
    let [sum, remainder, logit] = [layer.sum, layer.remainder, layer.logit].map(|value| fixed(value, 3));
    let name = short_name(&layer.layer).to_owned();
    if !layer.is_exact {
        let values = [("layer", name), ("sum", sum), ("remainder", remainder), ("logit", logit)];
        let words = tr_with("contribution-inexact", &values);
        spoken(ui, rect, Role::Label, &words);
        let lines = Lines::new(painter, &words, TextRole::Body, theme.hi, rect.width());
        lines.paint(painter, rect, Align2::LEFT_CENTER);
        return;
    }
    let share = state.contribution_question().and_then(|(shown, question)| match question.minus {
        Some(_) => None,
        None => shown.report.main().probabilities.get(question.class).map(|share| f64::from(*share)),
    });
    let parts = [
        (sum.clone(), tr("contribution-sum"), theme.sign(layer.sum as f32).text),
        (remainder.clone(), tr_with("contribution-remainder", &[("layer", name)]), theme.hi),
        (logit.clone(), tr_with("contribution-logit", &[("class", class(state))]), theme.hi),
        (share.map_or_else(String::new, percent), "softmax".to_owned(), theme.hue(Hue::Classifier).text),
    ];
    let count = if share.is_some() { 4 } else { 3 };
    let width = rect.width() / count as f32;
    for (place, (number, caption, ink)) in parts.into_iter().take(count).enumerate() {
        let cell = rect.column(place, width);
        let upper = cell.top_part(36.0);
        write(painter, upper, Align2::CENTER_CENTER, &number, TextRole::RowNumber, ink);
        let lower = cell.bottom_part(28.0).shrink2(vec2(6.0, 0.0));
        write_fitted(painter, lower, Align2::CENTER_CENTER, &caption, TextRole::Status, theme.mid);
        // Between two numbers.
        if let Some(sign) = ["+", "=", "→"].get(place).filter(|_| place + 1 < count) {
            write(painter, upper.right_part(0.0), Align2::CENTER_CENTER, sign, TextRole::CardTitle, theme.mid);
        }
    }
    let words = format!("{sum} + {remainder} = {logit}");
    spoken(ui, rect, Role::Label, &words);
}
