//! What a person asks of dreams is done.

use crate::app::app::App;
use crate::state::DreamCommand;

impl App {
    pub(in crate::app) fn apply_to_dream(&mut self, command: DreamCommand) {
        match command {
            DreamCommand::Change(wishes) => self.dream_otherwise(wishes),
            DreamCommand::Stop => self.stop_dream(),
            DreamCommand::GoOn => self.state.dreams.go_on(|()| {}),
            DreamCommand::Open(name) => self.open_dream(name),
        }
    }
}
