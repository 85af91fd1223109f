//! Local response normalisation: a value divided by what its neighbouring channels hold.

use egui::Ui;

use super::result;
use super::rows::bar_row;
use crate::analysis::{Arithmetic, Explanation};
use crate::locale::format::fixed;
use crate::locale::indices::Numbered;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::paint::{line, number_row, paragraph, rule};
use crate::ui::style::{TextRole, Theme};

/// Shows `x / (k + alpha / n * sum of squares) ^ beta` with its numbers.
pub(super) fn normalised(ui: &mut Ui, explanation: &Explanation, theme: &Theme) {
    let Arithmetic::Normalised { norm, value, first_channel, neighbours, scale } = &explanation.arithmetic else {
        return;
    };
    paragraph(ui, &tr("layer-lrn"), TextRole::Body, theme.mid);
    ui.add_space(8.0);
    let count = neighbours.len().to_string();
    line(ui, &tr_with("layer-lrn-neighbours", &[("count", &*count)]), 24.0, TextRole::BodyStrong, theme.hi);
    let high = neighbours.iter().fold(0.0, |high: f64, &value| high.max(f64::from(value)));
    for (offset, &neighbour) in neighbours.iter().enumerate() {
        let channel = first_channel + offset;
        let words = Numbered::ChannelShort.at(channel);
        let is_itself = channel == explanation.cell.channel;
        bar_row(ui, theme, &words, f64::from(neighbour), (0.0, high), is_itself.then_some(true));
    }
    rule(ui, theme, 6.0);
    let squares: f64 = neighbours.iter().map(|&value| f64::from(value).powi(2)).sum();
    number_row(ui, theme, &tr("layer-lrn-squares"), &fixed(squares, 2));
    let (alpha, size, k) = (format!("{}", norm.alpha), norm.size.to_string(), fixed(f64::from(norm.k), 0));
    let words = tr_with("layer-lrn-scale", &[("k", &*k), ("alpha", &*alpha), ("size", &*size)]);
    number_row(ui, theme, &words, &fixed(*scale, 5));
    let beta = fixed(f64::from(norm.beta), 2);
    let words = tr_with("layer-lrn-power", &[("beta", &*beta)]);
    number_row(ui, theme, &words, &fixed(scale.powf(f64::from(norm.beta)), 5));
    ui.add_space(4.0);
    let value = fixed(f64::from(*value), 3);
    let words = tr_with("layer-lrn-result", &[("value", &*value)]);
    result(ui, theme, &words, &fixed(explanation.computed, 3));
}
