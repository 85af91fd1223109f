//! Convolution, 1x1 and linear: a patch times a kernel for each input channel, summed up.

use egui::{
    Align, Align2, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::super::names::square;
use super::super::paint::{line, number_row, rule, text, text_within};
use super::super::scene::LayerScene;
use super::super::seen::Seen;
use super::grid::Grid;
use super::{Board, explanation, result, strip};
use crate::analysis::{Arithmetic, Contribution, Explanation};
use crate::imaging::Range;
use crate::spec::Norm;
use crate::ui::format::{fixed, signed};
use crate::ui::look::colormap_of;
use crate::ui::text::{tr, tr_with};
use crate::ui::theme::{TextRole, Theme, size};
use crate::ui::widgets::{Button, Icon};

/// Side of patch and kernel, points; in a low card.
const GRID: [f32; 2] = [108.0, 86.0];
/// Rows of the list below a patch; in a low card.
const ROWS: [usize; 2] = [5, 3];
/// Rows more where there is no patch.
const MORE_ROWS: usize = 4;

/// Shows the arithmetic of a weighted sum.
pub(super) fn weighted(ui: &mut Ui, explanation: &Explanation, board: &mut Board<'_, '_>) {
    let Arithmetic::WeightedSum {
        kernel,
        contributions,
        sum,
        bias,
        relu,
    } = &explanation.arithmetic
    else {
        return;
    };
    let theme = board.look.theme;
    let place = place_of(board.scene, contributions);
    if let Some(chosen) = contributions.get(place) {
        header(ui, chosen, contributions.len(), place, board);
        if *kernel > 1 {
            products(ui, chosen, *kernel, board);
        } else {
            product(ui, chosen, theme);
        }
    }
    ui.add_space(size::SPACE_8);
    let rows = ROWS[usize::from(board.is_short)] + if *kernel == 1 { MORE_ROWS } else { 0 };
    let count = contributions.len().to_string();
    let key = if *kernel > 1 {
        "layer-all-inputs"
    } else {
        "layer-dot-product"
    };
    line(
        ui,
        &tr_with(key, &[("count", &*count)]),
        24.0,
        TextRole::BodyStrong,
        theme.hi,
    );
    list(ui, contributions, place, rows, board);
    rule(ui, theme, 6.0);
    let is_folded = board
        .seen
        .state
        .loaded()
        .is_some_and(|loaded| loaded.topology.norm != Norm::None);
    let is_folded = is_folded && !board.seen.layer.name.contains("fc");
    let key = if is_folded {
        "layer-bias-folded"
    } else {
        "layer-bias"
    };
    let (words, sum_text, bias_text) = (tr(key), signed(*sum, 3), signed(f64::from(*bias), 3));
    if board.is_short {
        number_row(
            ui,
            theme,
            &tr("layer-sum-bias"),
            &format!("{sum_text} {bias_text}"),
        );
    } else {
        number_row(ui, theme, &tr("layer-sum"), &sum_text);
        number_row(ui, theme, &words, &bias_text);
    }
    if *relu {
        number_row(
            ui,
            theme,
            &tr("layer-before-relu"),
            &signed(sum + f64::from(*bias), 3),
        );
        ui.add_space(4.0);
        result(
            ui,
            theme,
            &tr("layer-relu"),
            &fixed(explanation.computed, 3),
        );
    } else {
        ui.add_space(4.0);
        result(
            ui,
            theme,
            &tr("layer-logit"),
            &signed(explanation.computed, 3),
        );
    }
}

/// Which contribution is shown: that of the chosen input channel, or the largest.
fn place_of(scene: &LayerScene, contributions: &[Contribution]) -> usize {
    let is_chosen = |contribution: &Contribution| Some(contribution.channel) == scene.input_channel;
    contributions.iter().position(is_chosen).unwrap_or(0)
}

/// Goes to the next (or the previous) input channel, largest contribution first.
pub(in super::super) fn step(seen: &Seen<'_>, scene: &mut LayerScene, forward: bool) {
    let Some(explanation) = seen.focus.cell.and_then(|cell| explanation(seen, cell)) else {
        return;
    };
    if let Arithmetic::WeightedSum { contributions, .. } = &explanation.arithmetic {
        let place = place_of(scene, contributions);
        let last = contributions.len().saturating_sub(1);
        let next = if forward {
            (place + 1).min(last)
        } else {
            place.saturating_sub(1)
        };
        scene.input_channel = contributions
            .get(next)
            .map(|contribution| contribution.channel);
    }
}

fn header(
    ui: &mut Ui,
    chosen: &Contribution,
    count: usize,
    place: usize,
    board: &mut Board<'_, '_>,
) {
    let theme = board.look.theme;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
    let (channel, count, rank) = (
        chosen.channel.to_string(),
        count.to_string(),
        (place + 1).to_string(),
    );
    let words = tr_with("layer-input-channel", &[("channel", &*channel)]);
    let painter = ui.painter();
    let room = rect.width() - 80.0;
    text_within(
        painter,
        rect.left_center() - vec2(0.0, 8.0),
        room,
        &words,
        TextRole::BodyStrong,
        theme.hi,
    );
    let words = tr_with("layer-input-rank", &[("rank", &*rank), ("count", &*count)]);
    text_within(
        painter,
        rect.left_center() + vec2(0.0, 10.0),
        room,
        &words,
        TextRole::Tick,
        theme.low,
    );
    let layout = UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::right_to_left(Align::Center));
    let (next, previous) = (tr("layer-input-next"), tr("layer-input-previous"));
    let forward = ui.scope_builder(layout, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let next = ui
            .add(Button::icon(theme, Icon::ChevronRight, &next))
            .clicked();
        let previous = ui
            .add(Button::icon(theme, Icon::ChevronLeft, &previous))
            .clicked();
        next.then_some(true).or(previous.then_some(false))
    });
    if let Some(forward) = forward.inner {
        step(board.seen, board.scene, forward);
    }
    ui.add_space(6.0);
}

/// Patch times kernel; the product under the pointer, else the sum of all.
fn products(ui: &mut Ui, chosen: &Contribution, kernel: usize, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let side = GRID[usize::from(board.is_short)];
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), side + 22.0), Sense::hover());
    let left = Rect::from_min_size(rect.min, vec2(side, side));
    let right = Rect::from_min_size(pos2(rect.right() - side, rect.top()), vec2(side, side));
    let (patch_range, is_signed) = input_range(board, &chosen.patch);
    let hovered = response.hover_pos();
    let mut grid = Grid {
        values: &chosen.patch,
        columns: kernel,
        range: patch_range,
        colormap: colormap_of(board.seen.state, is_signed),
        highlight: None,
    };
    let index = hovered.and_then(|pos| grid.at(left, pos).or_else(|| grid.at(right, pos)));
    grid.highlight = index;
    let painter = ui.painter();
    grid.paint(painter, left, theme);
    Grid {
        values: &chosen.kernel,
        columns: kernel,
        range: Range::symmetric(&chosen.kernel),
        colormap: colormap_of(board.seen.state, true),
        highlight: index,
    }
    .paint(painter, right, theme);
    let middle = pos2(rect.center().x, left.center().y);
    text(
        painter,
        middle,
        Align2::CENTER_CENTER,
        "×",
        TextRole::RowNumber,
        theme.mid,
    );
    let caption = |grid: Rect, key: &str| {
        let words = tr_with(key, &[("size", &*square(kernel))]);
        let place = pos2(grid.center().x - 1.0, rect.bottom() - 9.0);
        text(
            painter,
            place,
            Align2::CENTER_CENTER,
            &words,
            TextRole::Tick,
            theme.low,
        );
    };
    caption(left, "layer-patch");
    caption(right, "layer-kernel");
    ui.add_space(6.0);
    match index {
        Some(index) => {
            let (value, weight) = (chosen.patch[index], chosen.kernel[index]);
            strip(
                ui,
                theme,
                &factors(value, weight),
                &signed(f64::from(value * weight), 3),
            );
        }
        None => {
            let count = chosen.patch.len().to_string();
            let words = tr_with("layer-products", &[("count", &*count)]);
            strip(ui, theme, &words, &signed(chosen.sum, 3));
        }
    }
}

/// The scale of the layer that is read, and whether it can be negative.
fn input_range(board: &Board<'_, '_>, patch: &[f32]) -> (Range, bool) {
    let report = &board.seen.shown.report;
    let before = board
        .seen
        .layer
        .inputs
        .first()
        .map(|&index| &report.network.layers[index]);
    match before {
        Some(layer) if layer.is_signed() => (Range::symmetric(patch), true),
        _ => (Range::own_max(patch), false),
    }
}

/// "3.14 × +0.054".
fn factors(value: f32, weight: f32) -> String {
    format!(
        "{} × {}",
        fixed(f64::from(value), 2),
        signed(f64::from(weight), 3)
    )
}

/// The one product of a 1x1.
fn product(ui: &mut Ui, chosen: &Contribution, theme: &Theme) {
    if let (Some(&value), Some(&weight)) = (chosen.patch.first(), chosen.kernel.first()) {
        strip(ui, theme, &factors(value, weight), &signed(chosen.sum, 3));
    }
}

/// The largest contributions as signed bars, and all others together.
fn list(
    ui: &mut Ui,
    contributions: &[Contribution],
    chosen: usize,
    rows: usize,
    board: &mut Board<'_, '_>,
) {
    let theme = board.look.theme;
    let shown = &contributions[..rows.min(contributions.len())];
    let others: f64 = contributions[shown.len()..]
        .iter()
        .map(|other| other.sum)
        .sum();
    let sums = || {
        shown
            .iter()
            .map(|contribution| contribution.sum)
            .chain([others])
    };
    let (low, high) = (sums().fold(0.0, f64::min), sums().fold(0.0, f64::max));
    for (place, contribution) in shown.iter().enumerate() {
        let channel = contribution.channel.to_string();
        let words = tr_with("layer-input-row", &[("channel", &*channel)]);
        let response = bar_row(
            ui,
            theme,
            &words,
            contribution.sum,
            (low, high),
            Some(place == chosen),
        );
        if response.clicked() {
            board.scene.input_channel = Some(contribution.channel);
        }
    }
    let rest = contributions.len() - shown.len();
    if rest > 0 {
        let rest = rest.to_string();
        let words = tr_with("layer-others", &[("count", &*rest)]);
        bar_row(ui, theme, &words, others, (low, high), None);
    }
}

/// A label, a bar from zero, a signed number; `is_chosen` is absent where there is nothing to choose.
pub(super) fn bar_row(
    ui: &mut Ui,
    theme: &Theme,
    words: &str,
    value: f64,
    (low, high): (f64, f64),
    is_chosen: Option<bool>,
) -> egui::Response {
    let sense = if is_chosen.is_some() {
        Sense::CLICK
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), sense);
    let number = signed(value, 2);
    response.widget_info(|| {
        let role = if is_chosen.is_some() {
            Role::Button
        } else {
            Role::Label
        };
        WidgetInfo::labeled(role, ui.is_enabled(), format!("{words} {number}"))
    });
    let painter = ui.painter();
    let is_chosen = is_chosen == Some(true);
    if is_chosen || (response.hovered() && response.sense.senses_click()) {
        painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), size::RADIUS_TILE, theme.bg3);
    }
    let ink = if is_chosen { theme.hi } else { theme.mid };
    text_within(
        painter,
        rect.left_center(),
        92.0,
        words,
        TextRole::Body,
        ink,
    );
    text(
        painter,
        rect.right_center(),
        Align2::RIGHT_CENTER,
        &number,
        TextRole::Body,
        theme.hi,
    );
    let track = Rect::from_min_max(
        pos2(rect.left() + 96.0, rect.top() + 5.0),
        pos2(rect.right() - 58.0, rect.bottom() - 5.0),
    );
    let x =
        |value: f64| track.left() + track.width() * ((value - low) / (high - low).max(1e-9)) as f32;
    let (from, to) = (x(value.min(0.0)), x(value.max(0.0)));
    let bar = Rect::from_min_max(
        pos2(from, track.top()),
        pos2(to.max(from + 1.0), track.bottom()),
    );
    painter.rect_filled(bar, 2.0, theme.sign(value as f32).fill);
    painter.vline(
        x(0.0),
        rect.y_range(),
        Stroke::new(size::HAIRLINE, theme.line2),
    );
    response
}
