//! What a person moved on this tab.

use crate::ui::views::cost::measure::Measure;

/// What the pointer rests on, and which numbers of the branches are asked for.
#[derive(Default)]
pub(in crate::ui::views::cost) struct ModulesScene {
    /// Module and the chart it is hovered in.
    pub(super) hovered: Option<(usize, Measure)>,
    /// What the table of branches shows while nothing is hovered.
    pub(super) measure: Measure,
}
