//! The three heads and what is behind their answers.

pub mod gradients;

use egui::Ui;

use super::look::Look;
use crate::app::{ClassifiersTab, Command, State};

/// What is hovered.
#[derive(Default)]
pub struct ClassifiersScene {
    /// Of the tab with the gradients.
    pub(super) gradients: gradients::GradientsScene,
}

/// Draws the view.
pub fn classifiers(
    ui: &mut Ui,
    state: &State,
    tab: ClassifiersTab,
    scene: &mut ClassifiersScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    match tab {
        ClassifiersTab::Evidence | ClassifiersTab::Pooling | ClassifiersTab::Heads => {}
        ClassifiersTab::Gradients => {
            gradients::gradients(ui, state, &mut scene.gradients, look, commands);
        }
    }
}
