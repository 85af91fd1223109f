//! What takes longer than a frame waits until no frames come.

use std::sync::Arc;

use crate::analysis::Report;
use crate::app::app::App;
use crate::engine::ForwardRun;

impl App {
    /// Asks for what can follow a moving picture.
    pub(in crate::app) fn follow_moving(&mut self, run: &Arc<ForwardRun>, report: &Arc<Report>) {
        self.introduce(report);
        self.follow_cell();
        self.follow_layer(run);
        self.follow_module(run, report);
        self.follow_contribution();
        self.follow_attribution();
    }
}
