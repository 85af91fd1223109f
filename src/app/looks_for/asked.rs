//! The class that is asked about is found once the network that knows it is there.

use crate::app::app::App;
use crate::state::{Arrangement, LayerPane, Making, Objective, View};
use crate::visualize::Target;

impl App {
    /// Shows what something looks for: a channel, its middle cell, a layer or branch, a class.
    pub(in crate::app) fn look_for(&mut self, target: Target) {
        let (layer, channel, objective) = match target {
            Target::Channel { layer, channel } => (layer, Some(channel), Objective::Channel),
            Target::Cell { layer, channel } => (layer, Some(channel), Objective::Cell),
            Target::Layer { layer } => (self.last_stage(layer), None, Objective::Layer),
            Target::Logit { head, class } => (head.logits_name().to_owned(), Some(class), Objective::Channel),
        };
        self.show(View::Layer);
        self.select_layer(layer);
        self.arrange(Arrangement { pane: LayerPane::LooksFor, ..self.state.arrangement });
        let state = &mut self.state;
        if channel.is_some() && state.selection.channel != channel {
            state.selection.channel = channel;
            state.selection.cell = None;
        }
        state.looks_for.wishes.objective = objective;
    }

    /// The layer that a branch's name means: its last stage.
    fn last_stage(&self, name: String) -> String {
        let last = format!("{name}.1");
        let has = |name: &str| self.state.network().is_some_and(|network| network.layer(name).is_some());
        if !has(&name) && has(&last) { last } else { name }
    }

    /// Goes on with the picture until it is as fine as it gets.
    pub(super) fn make_finer(&mut self) {
        let picture = &mut self.state.looks_for.picture;
        picture.steps = self.state.pace.finer;
        if matches!(picture.making, Making::Done) {
            picture.making = Making::Stopped;
        }
    }
}
