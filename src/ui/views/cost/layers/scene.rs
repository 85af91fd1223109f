//! What a person moved on this tab.

use std::sync::Arc;

use crate::spec::Network;
use crate::state::Unit;
use crate::ui::views::cost::measure::Measure;
use crate::ui::views::cost::row::Row;
use crate::ui::views::cost::table::TableScene;

/// What is chosen, sorted and hovered.
#[derive(Default)]
pub(in crate::ui::views::cost) struct LayersScene {
    pub(super) measure: Measure,
    pub(super) table: TableScene,
    pub(super) hovered: Option<String>,
    pub(super) made: Option<(Key, Vec<usize>, Vec<Row>)>,
}

/// What the rows depend on: network, times and report behind them, unit.
pub(super) type Key = (Arc<Network>, Option<usize>, Option<u64>, Unit);
