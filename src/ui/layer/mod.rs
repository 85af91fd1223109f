//! Every channel of one activation.
use super::look::Look;
use crate::app::{Command, State};

/// Scroll and hover.
#[derive(Default)]
pub struct LayerScene {}

/// Shows the layer.
pub fn layer(
    ui: &mut egui::Ui,
    state: &State,
    scene: &mut LayerScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let _ = (ui, state, scene, look, commands);
}
