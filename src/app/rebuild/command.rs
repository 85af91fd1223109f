//! What a person asks of rebuilt photos is done.

use crate::app::app::App;
use crate::state::RebuildCommand;

impl App {
    pub(in crate::app) fn apply_to_rebuild(&mut self, command: RebuildCommand) {
        match command {
            RebuildCommand::Change(wishes) => self.rebuild_otherwise(wishes),
            RebuildCommand::Stop => self.stop_rebuild(),
            RebuildCommand::GoOn => self.go_on_rebuilding(),
        }
    }
}
