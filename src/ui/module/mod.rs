//! The four branches of one module.
use super::look::Look;
use crate::app::{Command, State};

/// What is hovered.
#[derive(Default)]
pub struct ModuleScene {}

/// Shows the module.
pub fn module(
    ui: &mut egui::Ui,
    state: &State,
    index: usize,
    scene: &mut ModuleScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let _ = (ui, state, index, scene, look, commands);
}
