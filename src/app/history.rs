//! Goes back and forward through what was looked at.

use super::app::App;
use crate::state::history::Place;
use crate::state::{Arrangement, View};

impl App {
    /// Shows a view, and remembers the one before.
    pub(super) fn show(&mut self, view: View) {
        if self.state.view != view {
            self.remember();
            self.state.view = view;
            self.state.projector.panel = 0;
        }
    }

    /// Opens something else within the views, and remembers what was open before; a class sees what was asked for.
    pub(super) fn arrange(&mut self, arrangement: Arrangement) {
        if let Some(panel) = self.panel_of(arrangement) {
            self.state.projector.panel = panel;
        }
        if self.state.arrangement != arrangement {
            self.remember();
            self.state.arrangement = arrangement;
        }
    }

    /// The panel with what is asked for; `None` where the one on screen stays.
    fn panel_of(&self, asked: Arrangement) -> Option<usize> {
        let now = self.state.arrangement;
        match self.state.view {
            View::Module(_) if asked.side_by_side != now.side_by_side => Some(0),
            // What looks closer is the panel after the diagram.
            View::Module(_) => Some(usize::from(asked.tool.is_some())),
            View::Layer => (asked.pane != now.pane).then_some(0),
            View::Network | View::Classifiers(_) | View::Cost(_) | View::Album(_) => None,
        }
    }

    /// Looks at an activation, and remembers the one before.
    pub(super) fn select_layer(&mut self, layer: String) {
        if self.state.selection.layer != layer {
            self.remember();
            self.state.selection.layer = layer;
            self.state.selection.channel = None;
            self.state.selection.cell = None;
        }
    }

    /// To the place before.
    pub(super) fn go_back(&mut self) {
        if let Some(place) = self.history.back.pop() {
            let now = self.go_to(place);
            self.history.forward.push(now);
        }
    }

    /// To the place after.
    pub(super) fn go_forward(&mut self) {
        if let Some(place) = self.history.forward.pop() {
            let now = self.go_to(place);
            self.history.back.push(now);
        }
    }

    /// Goes to a place; returns the one that was left.
    fn go_to(&mut self, place: Place) -> Place {
        let left = self.place();
        let state = &mut self.state;
        (state.view, state.arrangement, state.selection) = (place.view, place.arrangement, place.selection);
        state.projector.panel = 0;
        left
    }

    fn place(&self) -> Place {
        let state = &self.state;
        Place { view: state.view, arrangement: state.arrangement, selection: state.selection.clone() }
    }

    fn remember(&mut self) {
        let now = self.place();
        self.history.forward.clear();
        self.history.back.push(now);
    }
}
