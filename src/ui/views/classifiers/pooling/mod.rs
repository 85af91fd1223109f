//! Global average pooling: every map of the last module with its mean, and what the means save.

mod mosaic;
mod saved;
mod side;

use std::rc::Rc;

use egui::{Rect, Ui};

use super::class_query::Board;
use super::maps::{ChannelMaps, LAST_MODULE, selected_channel};
use super::scene::ChannelOrder;
use super::{Heads, Tab, tabs};
use crate::analysis::LogitSums;
use crate::export::{NoTable, Table};
use crate::locale::glossary::Term;
use crate::state::ClassifiersTab;
use crate::ui::kit::Area;
use crate::ui::style::size;

/// Width of the column with the channel, least and most, and its share of the card.
const SIDE: [f32; 2] = [340.0, 470.0];
const SIDE_SHARE: f32 = 0.36;
/// Height of the strip with what is saved.
const SAVED: f32 = 74.0;

/// What the parts of the tab show.
struct PoolingContext<'a> {
    sums: &'a Rc<LogitSums>,
    /// Of the second photo, where both are on screen.
    other: Option<&'a Rc<LogitSums>>,
    maps: &'a ChannelMaps,
    /// The channel under the pointer, the selected one, or the first in this order.
    channel: usize,
    /// Channels in the order on screen.
    order: Vec<usize>,
}

impl ClassifiersTab {
    /// Global average pooling: 1024 maps and their means.
    pub const POOLING: Self = Self::new("pooling");
}

pub(super) const TAB: Tab = Tab {
    tab: ClassifiersTab::POOLING,
    panel: Tab::panel(
        ClassifiersTab::POOLING,
        "classifiers-tab-pooling",
        &["classifiers-tab-pooling", "classifiers-panel-channel", "classifiers-panel-heads"],
        |source| Table::of_pooling(&source.report, source.class, source.minus).ok_or(NoTable::NoEvidence),
    ),
    term: Some(Term::Gap),
    heads: Heads::Cards,
    content: pooling,
    controls: tabs::pooling,
};

/// Shows the tab.
pub(super) fn pooling(ui: &mut Ui, content: Rect, panel: Option<usize>, board: &mut Board<'_, '_>) {
    let subject = board.subject;
    let other = subject.other_sums(board.scene);
    let source = subject.source();
    let (Some(sums), Some(maps)) = (subject.sums(board.scene), ChannelMaps::get(board, source, LAST_MODULE)) else {
        return;
    };
    let order = order_of(&sums, board.scene.order);
    let channels = order.len();
    let hovered = board.scene.hovered.filter(|&channel| channel < channels);
    let chosen = selected_channel(board, LAST_MODULE, channels);
    let shown = PoolingContext {
        channel: hovered.or(chosen).unwrap_or(order[0]),
        sums: &sums,
        other: other.as_ref(),
        maps: &maps,
        order,
    };
    let width = (content.width() * SIDE_SHARE).clamp(SIDE[0], SIDE[1]);
    let [left, right] = match panel {
        None => [Some(content.without_right(width + size::SPACE_24)), Some(content.right_part(width))],
        Some(0) => [Some(content), None],
        Some(_) => [None, Some(content)],
    };
    let hovered = left.and_then(|rect| mosaic::mosaic(ui, rect, &shown, board));
    if let Some(rect) = right {
        side::side(ui, rect.without_bottom(SAVED + size::SPACE_12), &shown, board);
        saved::saved(ui, rect.bottom_part(SAVED), board);
    }
    if board.scene.hovered != hovered {
        board.scene.hovered = hovered;
        ui.ctx().request_repaint();
    }
}

fn order_of(sums: &LogitSums, order: ChannelOrder) -> Vec<usize> {
    match order {
        ChannelOrder::Contribution => sums.order.clone(),
        ChannelOrder::Index => (0..sums.channels.len()).collect(),
        ChannelOrder::Mean => {
            let mut order: Vec<usize> = (0..sums.channels.len()).collect();
            order.sort_by(|&a, &b| sums.channels[b].mean.total_cmp(&sums.channels[a].mean));
            order
        }
    }
}
