//! All of GoogLeNet, left to right.
use super::look::Look;
use crate::app::{Command, State};

/// Pan and zoom.
#[derive(Default)]
pub struct NetworkScene {}

/// Shows the network.
pub fn network(
    ui: &mut egui::Ui,
    state: &State,
    scene: &mut NetworkScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let _ = (ui, state, scene, look, commands);
}
