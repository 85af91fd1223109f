//! What a person can ask of rebuilt photos.

use super::RebuildWishes;
use crate::app::app::App;

/// One wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RebuildCommand {
    /// Rebuild differently.
    Change(RebuildWishes),
    /// Stop where it is.
    Stop,
    /// Go on with it, try again, or do as many steps more.
    GoOn,
}

impl App {
    pub(in crate::app) fn apply_to_rebuild(&mut self, command: RebuildCommand) {
        match command {
            RebuildCommand::Change(wishes) => self.rebuild_otherwise(wishes),
            RebuildCommand::Stop => self.stop_rebuild(),
            RebuildCommand::GoOn => self.go_on_rebuilding(),
        }
    }
}
