//! What a person asks of heatmaps is done.

use crate::app::app::App;
use crate::state::HeatmapCommand;

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
