//! Convolution, 1x1 and linear: a patch times a kernel for each input channel, summed up.

use egui::{Align2, Sense, Ui, vec2};

use super::super::context::LayerContext;
use super::super::scene::LayerScene;
use super::products::{product, products};
use super::rows::list;
use super::sliding;
use super::{Board, explanation, result};
use crate::analysis::{Arithmetic, Contribution, Explanation};
use crate::locale::agree::sum_decimals;
use crate::locale::format::{fixed, signed};
use crate::locale::indices::Numbered;
use crate::locale::text::{tr, tr_with};
use crate::spec::Norm;
use crate::ui::kit::paint::{line, number_row, rule};
use crate::ui::kit::{Area, stepper, write_fitted};
use crate::ui::style::{TextRole, size};

/// Rows of the list below a patch; in a low card.
const ROWS: [usize; 2] = [5, 3];
/// Rows more where there is no patch.
const MORE_ROWS: usize = 4;

/// Shows the arithmetic of a weighted sum.
pub(super) fn weighted(ui: &mut Ui, explanation: &Explanation, board: &mut Board<'_, '_>) {
    let Arithmetic::WeightedSum { kernel, contributions, .. } = &explanation.arithmetic else {
        return;
    };
    let place = place_of(board.scene, contributions);
    let one = |ui: &mut Ui, board: &mut Board<'_, '_>| {
        let Some(chosen) = contributions.get(place) else { return };
        header(ui, chosen, contributions.len(), place, board);
        if *kernel > 1 && sliding::is_on(board, chosen) {
            sliding::slide(ui, chosen, board);
        } else if *kernel > 1 {
            products(ui, chosen, *kernel, board);
            ui.add_space(size::SPACE_4);
            sliding::play(ui, chosen, board);
        } else {
            product(ui, chosen, board.look.theme);
        }
    };
    let all = |ui: &mut Ui, board: &mut Board<'_, '_>| {
        terms(ui, (contributions, place, *kernel), board);
        total(ui, explanation, board);
    };
    if board.is_in_columns {
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            one(left, board);
            all(right, board);
        });
    } else {
        one(ui, board);
        ui.add_space(size::SPACE_8);
        all(ui, board);
    }
}

/// What each input channel adds, the largest first.
fn terms(ui: &mut Ui, (contributions, place, kernel): (&[Contribution], usize, usize), board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let rows = ROWS[usize::from(board.is_short)] + if kernel == 1 { MORE_ROWS } else { 0 };
    let count = contributions.len().to_string();
    let key = if kernel > 1 { "layer-all-inputs" } else { "layer-dot-product" };
    line(ui, &tr_with(key, &[("count", &*count)]), 24.0, TextRole::BodyStrong, theme.hi);
    list(ui, contributions, place, rows, board);
    rule(ui, theme, 6.0);
}

/// Sum, bias, ReLU.
fn total(ui: &mut Ui, explanation: &Explanation, board: &Board<'_, '_>) {
    let Arithmetic::WeightedSum { sum, bias, relu, .. } = &explanation.arithmetic else {
        return;
    };
    let theme = board.look.theme;
    let is_folded = board.seen.state.loaded().is_some_and(|loaded| loaded.topology.norm != Norm::None);
    let is_folded = is_folded && !board.seen.layer.name.contains("fc");
    let key = if is_folded { "layer-bias-folded" } else { "layer-bias" };
    let decimals = sum_decimals(&[*sum, f64::from(*bias)], 3);
    let number = |value: f64| signed(value, decimals);
    let (words, sum_text, bias_text) = (tr(key), number(*sum), number(f64::from(*bias)));
    if board.is_short {
        number_row(ui, theme, &tr("layer-sum-bias"), &format!("{sum_text} {bias_text}"));
    } else {
        number_row(ui, theme, &tr("layer-sum"), &sum_text);
        number_row(ui, theme, &words, &bias_text);
    }
    if *relu {
        number_row(ui, theme, &tr("layer-before-relu"), &number(sum + f64::from(*bias)));
        ui.add_space(4.0);
        result(ui, theme, &tr("layer-relu"), &fixed(explanation.computed, decimals));
    } else {
        ui.add_space(4.0);
        result(ui, theme, &tr("layer-logit"), &number(explanation.computed));
    }
}

/// Which contribution is shown: that of the chosen input channel, or the largest.
fn place_of(scene: &LayerScene, contributions: &[Contribution]) -> usize {
    let is_chosen = |contribution: &Contribution| Some(contribution.channel) == scene.input_channel;
    contributions.iter().position(is_chosen).unwrap_or(0)
}

/// Goes to the next (or the previous) input channel, largest contribution first.
pub(in super::super) fn step(seen: &LayerContext<'_>, scene: &mut LayerScene, forward: bool) {
    let Some(explanation) = seen.focus.cell.and_then(|cell| explanation(seen, cell)) else {
        return;
    };
    if let Arithmetic::WeightedSum { contributions, .. } = &explanation.arithmetic {
        let place = place_of(scene, contributions);
        let last = contributions.len().saturating_sub(1);
        let next = if forward { (place + 1).min(last) } else { place.saturating_sub(1) };
        scene.input_channel = contributions.get(next).map(|contribution| contribution.channel);
    }
}

fn header(ui: &mut Ui, chosen: &Contribution, count: usize, place: usize, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
    let (count, rank) = (count.to_string(), (place + 1).to_string());
    let words = Numbered::InputChannel.at(chosen.channel);
    let painter = ui.painter();
    let room = rect.without_right(80.0);
    write_fitted(painter, room.top_part(20.0), Align2::LEFT_CENTER, &words, TextRole::BodyStrong, theme.hi);
    let words = tr_with("layer-input-rank", &[("rank", &*rank), ("count", &*count)]);
    write_fitted(painter, room.bottom_part(16.0), Align2::LEFT_CENTER, &words, TextRole::Tick, theme.low);
    let (previous, next) = (tr("layer-input-previous"), tr("layer-input-next"));
    match stepper(ui, rect, theme, [&previous, &next]) {
        0 => {}
        moved => step(board.seen, board.scene, moved > 0),
    }
    ui.add_space(6.0);
}
