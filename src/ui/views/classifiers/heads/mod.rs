//! What the heads are made of, and what each would pay in training.

mod chain;
mod loss;
mod stage;
pub(super) mod thumbnail;

use egui::{Rect, Ui};

use super::class_query::Board;
use super::{Heads, Tab, tabs};
use crate::export::Table;
use crate::spec::Head;
use crate::state::ClassifiersTab;
use crate::ui::kit::Area;
use crate::ui::style::size;

/// Width of the column with the loss, least and most, and its share of the card.
const LOSS: [f32; 2] = [310.0, 400.0];
const LOSS_SHARE: f32 = 0.31;

impl ClassifiersTab {
    /// What a head is made of, and the training loss.
    pub const HEADS: Self = Self::new("heads");
}

pub(super) const TAB: Tab = Tab {
    tab: ClassifiersTab::HEADS,
    panel: Tab::panel(
        ClassifiersTab::HEADS,
        "classifiers-tab-heads",
        &["classifiers-tab-heads", "classifiers-panel-loss", "classifiers-panel-heads"],
        |source| Ok(Table::of_heads(&source.report)),
    ),
    term: None,
    heads: Heads::Cards,
    content: heads,
    controls: tabs::true_label,
};

/// Shows the tab.
pub(super) fn heads(ui: &mut Ui, content: Rect, panel: Option<usize>, board: &mut Board<'_, '_>) {
    let width = (content.width() * LOSS_SHARE).clamp(LOSS[0], LOSS[1]);
    if panel == Some(1) {
        return loss::loss(ui, content, board);
    }
    let chains = if panel.is_some() { content } else { content.without_right(width + size::SPACE_24) };
    for (head, row) in Head::ALL.into_iter().zip(chains.rows::<3>(10.0)) {
        chain::chain(ui, row, head, board);
    }
    if panel.is_none() {
        loss::loss(ui, content.right_part(width), board);
    }
}
