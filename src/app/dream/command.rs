//! What a person can ask of dreams.

use super::DreamWishes;
use crate::app::app::App;

/// One wish.
#[derive(Clone, Debug, PartialEq)]
pub enum DreamCommand {
    /// Dream differently.
    Change(DreamWishes),
    /// Stop the dream where it is.
    Stop,
    /// Go on with it, or try again.
    GoOn,
    /// Open the dream in all views, under that name.
    Open(String),
}

impl App {
    pub(in crate::app) fn apply_to_dream(&mut self, command: DreamCommand) {
        match command {
            DreamCommand::Change(wishes) => self.dream_otherwise(wishes),
            DreamCommand::Stop => self.stop_dream(),
            DreamCommand::GoOn => self.go_on_dreaming(),
            DreamCommand::Open(name) => self.open_dream(name),
        }
    }
}
