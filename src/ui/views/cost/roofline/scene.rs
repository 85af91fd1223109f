//! What a person moved on this tab.

use crate::ui::views::cost::table::TableScene;

/// What is sorted and hovered.
pub(in crate::ui::views::cost) struct RooflineScene {
    pub(super) table: TableScene,
    pub(super) hovered: Option<String>,
}

impl Default for RooflineScene {
    fn default() -> Self {
        Self {
            // By the share of the peak.
            table: TableScene::largest_first(2),
            hovered: None,
        }
    }
}
