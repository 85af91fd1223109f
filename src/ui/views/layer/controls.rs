//! Order and scale of the mosaic.

use egui::{Align2, Rect, Ui};

use super::areas::{CONTROLS_LABELLED, CONTROLS_SIDE_BY_SIDE};
use super::context::LayerContext;
use crate::locale::glossary::Term;
use crate::locale::text::tr;
use crate::state::{Command, Normalisation, Sort};
use crate::ui::kit::{Area, Segmented, from_right, left_of, right_of, term_hint, within, write};
use crate::ui::style::{TextRole, Theme, size};

/// Order and scale of the mosaic.
pub(super) fn controls(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let is_labelled = rect.width() >= CONTROLS_LABELLED;
    let row = rect.top_part(size::CONTROL_HEIGHT);
    let mut place = row;
    if is_labelled {
        let words = tr("layer-sort-by");
        let shown = write(ui.painter(), row, Align2::LEFT_CENTER, &words, TextRole::Body, theme.mid);
        place = right_of(row, shown, size::SPACE_12);
    }
    within(ui, place, |ui| sort(ui, seen, theme, commands));
    // Vectors are bars with numbers: there is nothing to scale.
    if seen.is_vector() {
        return;
    }
    if rect.width() < CONTROLS_SIDE_BY_SIDE {
        let below = row.beneath(size::SPACE_8, size::CONTROL_HEIGHT);
        within(ui, below, |ui| scale(ui, seen, theme, commands));
        return;
    }
    let shown = from_right(ui, row, |ui| scale(ui, seen, theme, commands));
    if is_labelled {
        let place = left_of(row, shown, size::SPACE_12);
        write(ui.painter(), place, Align2::RIGHT_CENTER, &tr("layer-scale"), TextRole::Body, theme.mid);
    }
}

fn sort(ui: &mut Ui, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let labels = [
        tr("layer-sort-index"),
        tr(if seen.is_vector() { "layer-sort-value" } else { "layer-sort-mean" }),
        tr("layer-sort-max"),
        tr("layer-sort-zeros"),
        tr("layer-sort-contribution"),
    ];
    // Of a vector's single cells, mean and maximum are the same.
    let all = SORTS.iter().zip(&labels).map(|(&sort, label)| (sort, label.as_str()));
    let is_offered = |sort: Sort| !seen.is_vector() || !matches!(sort, Sort::Max | Sort::Zeros);
    let choices: Vec<_> = all.filter(|&(sort, _)| is_offered(sort)).collect();
    let name = tr("layer-sort-by");
    let hint = |&(sort, _): &(Sort, &str)| match sort {
        Sort::Contribution => term_hint(Term::ChannelContribution),
        Sort::Index | Sort::Mean | Sort::Max | Sort::Zeros => String::new(),
    };
    let hints: Vec<String> = choices.iter().map(hint).collect();
    let control = Segmented::new(&name, &choices, seen.state.settings.sort).padding(10.0).hints(&hints);
    if let Some(sort) = control.show(ui, theme).inner {
        commands.push(Command::SetSort(sort));
    }
}

/// The orders, from left to right.
pub(super) const SORTS: [Sort; 5] = [Sort::Index, Sort::Mean, Sort::Max, Sort::Zeros, Sort::Contribution];

fn scale(ui: &mut Ui, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) -> Rect {
    let (shared, own, symmetric) = (tr("layer-scale-shared"), tr("layer-scale-own"), tr("layer-scale-symmetric"));
    let choices =
        [(Normalisation::Shared, &*shared), (Normalisation::PerMap, &*own), (Normalisation::Symmetric, &*symmetric)];
    let name = tr("layer-scale");
    let control = Segmented::new(&name, &choices, seen.state.settings.normalisation).padding(10.0);
    let output = control.show(ui, theme);
    if let Some(normalisation) = output.inner {
        commands.push(Command::SetNormalisation(normalisation));
    }
    output.response.rect
}
