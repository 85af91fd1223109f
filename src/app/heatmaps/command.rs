//! What a person can ask of heatmaps.

use super::HeatmapWishes;
use crate::analysis::heatmaps::PixelBox;
use crate::app::app::App;

/// One wish.
#[derive(Clone, Debug, PartialEq)]
pub enum HeatmapCommand {
    /// Another question, another way, another order.
    Change(HeatmapWishes),
    /// Draw a box around what decides on the photo, or take it away.
    Box(Option<PixelBox>),
    /// Stop where it is.
    Stop,
    /// Go on with it.
    GoOn,
    /// Compute all of it again.
    Again,
}

impl App {
    pub(in crate::app) fn apply_to_heatmaps(&mut self, command: HeatmapCommand) {
        match command {
            HeatmapCommand::Change(wishes) => self.state.heatmaps.wishes = wishes,
            HeatmapCommand::Box(region) => self.draw_box(region),
            HeatmapCommand::Stop => self.stop_heatmaps(),
            HeatmapCommand::GoOn => self.go_on_with_heatmaps(),
            HeatmapCommand::Again => self.compute_heatmaps_again(),
        }
    }
}
