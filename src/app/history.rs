//! Back and forward through what was looked at.

use super::app::App;
use super::state::Selection;
use super::view::View;

/// Places that are remembered.
const KEPT: usize = 100;

/// What was looked at, before and after now.
#[derive(Debug, Default)]
pub(super) struct History {
    back: Vec<(View, Selection)>,
    forward: Vec<(View, Selection)>,
}

impl App {
    /// Shows a view, and remembers the one before.
    pub(super) fn show(&mut self, view: View) {
        if self.state.view != view {
            self.remember();
            self.state.view = view;
            self.state.projector.panel = 0;
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
    fn go_to(&mut self, (view, selection): (View, Selection)) -> (View, Selection) {
        let state = &mut self.state;
        let selection = std::mem::replace(&mut state.selection, selection);
        state.projector.panel = 0;
        (std::mem::replace(&mut state.view, view), selection)
    }

    fn remember(&mut self) {
        let now = (self.state.view, self.state.selection.clone());
        self.history.forward.clear();
        if self.history.back.len() == KEPT {
            self.history.back.remove(0);
        }
        self.history.back.push(now);
    }
}
