//! What takes longer than a frame rests while frames come.

use std::sync::Arc;

use crate::analysis::Report;
use crate::app::app::App;
use crate::app::state::State;
use crate::app::view::{ClassifiersTab, LayerPane, View};
use crate::engine::ForwardRun;
use crate::spec::Modules;

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
}
