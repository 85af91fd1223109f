//! What takes longer than a frame rests while frames come.

use crate::spec::Modules;
use crate::state::state::State;
use crate::state::view::{ClassifiersTab, LayerPane, View};

impl State {
    /// Whether something on screen waits until the picture is frozen.
    pub fn rests(&self) -> bool {
        self.is_playing()
            && match self.view {
                View::Classifiers(tab) => {
                    [ClassifiersTab::HEATMAPS, ClassifiersTab::FOOL, ClassifiersTab::GRADIENTS].contains(&tab)
                }
                View::Layer => self.sees(LayerPane::Dream) || self.sees(LayerPane::Rebuild),
                View::Module(_) => self.modules_in_view() == Modules::Reduced && self.shows_branches(),
                View::Network | View::Cost(_) | View::Album(_) => false,
            }
    }

    /// Whether frames of a moving source come: what takes longer than a frame rests.
    pub fn is_playing(&self) -> bool {
        let live = self.live.as_ref().filter(|live| live.is_on() && !live.is_frozen);
        live.is_some_and(|live| !self.still || live.frames_left > 0)
    }
}
