//! Why the auxiliary heads exist: how strongly each part of the network is told to change.
//!
//! | file | what it shows or does |
//! |---|---|
//! | `heading` | the result in a sentence, seed, progress |
//! | `panel` | one kind of weights: its chart, its losses, what the chart says |
//! | `chart` | the norms along the network, with and without the heads |
//! | `spread` | fresh weights of one spread, chosen by a slider |
//! | `facts` | numbers and words that follow from a curve |

mod chart;
mod facts;
mod heading;
mod panel;
mod spread;

use egui::{Rect, Ui};

use super::class_query::Board;
use super::{Heads, Tab, tabs};
use crate::analysis::Initialisation;
use crate::export::Table;
use crate::locale::glossary::Term;
use crate::state::{Card, ClassifiersTab, Command, State};
use crate::ui::kit::{Area, within};
use crate::ui::look::Look;
use facts::Scale;

/// Between two panels, points.
const GAP: f32 = 24.0;
/// A narrower tab shows two charts, points.
const NARROW: f32 = 860.0;

/// What every part draws from.
struct Page<'a> {
    state: &'a State,
    look: &'a Look<'a>,
    /// Ends of the charts, so that they can be compared; the chart of a spread has its own.
    scale: Scale,
    /// Whether the network has auxiliary heads at all.
    has_heads: bool,
}

impl ClassifiersTab {
    /// Why the heads exist: gradients along the network.
    pub const GRADIENTS: Self = Self::new("gradients");
}

pub(super) const TAB: Tab = Tab {
    tab: ClassifiersTab::GRADIENTS,
    panel: Tab::panel(
        ClassifiersTab::GRADIENTS,
        "classifiers-tab-gradients",
        &["classifiers-tab-gradients", "classifiers-panel-heads"],
        |source| Ok(Table::of_gradients(&source.gradients()?, &source.network.labels)),
    ),
    term: Some(Term::Gradient),
    heads: Heads::Cards,
    content,
    controls: tabs::true_label,
};

fn content(ui: &mut Ui, rect: Rect, _panel: Option<usize>, board: &mut Board<'_, '_>) {
    within(ui, rect, |ui| gradients(ui, board.subject.state, board.look, board.commands));
}

/// Draws the tab over the available room.
fn gradients(ui: &mut Ui, state: &State, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let mut area = ui.available_rect_before_wrap();
    let Some(report) = state.report() else { return };
    let page =
        Page { state, look, scale: Scale::of(&state.found.gradients.curves), has_heads: report.scores.len() > 1 };
    let head = area.take_top(heading::height(area.size()));
    heading::heading(ui, head, &page, commands);
    area.take_top(10.0);
    let shown = kinds(state, area.width());
    let count = shown.len() as f32 + 1.0;
    let width = (area.width() - (count - 1.0) * GAP) / count;
    let place = |index: usize| area.column(index, width + GAP).left_part(width);
    for (index, initialisation) in shown.iter().enumerate() {
        panel::panel(ui, place(index), &page, *initialisation, commands);
    }
    spread::spread(ui, place(shown.len()), &page, commands);
}

/// What stands beside the weights of a chosen spread: all three kinds where there is room; where there is none, and where the
/// lesson compares old fresh weights with new ones, He's alone.
fn kinds(state: &State, width: f32) -> &'static [Initialisation] {
    let is_lesson = state.tour.is_some_and(|tour| Card::at(tour.card) == Card::Heads);
    if is_lesson || width < NARROW { &[Initialisation::Fresh] } else { &Initialisation::ALL }
}
