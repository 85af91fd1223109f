//! Short answers about what is on screen.

use super::occlude::Occlusion;
use super::state::State;
use super::tour::Spoiler;

impl State {
    /// Which of so many panels a view shows to a class; `None` shows all of them, as on a desk.
    pub fn panel(&self, panels: usize) -> Option<usize> {
        let projector = &self.projector;
        projector.is_on.then(|| projector.panel % panels.max(1))
    }

    /// Whether something must not be seen yet, because the class is still to guess it.
    pub fn is_covered(&self, cover: Spoiler) -> bool {
        self.tour.is_some_and(|tour| tour.stage().covers.contains(&cover))
    }

    /// Whether a person went elsewhere than the card.
    pub fn has_wandered(&self) -> bool {
        self.tour.is_some_and(|tour| {
            let stage = tour.stage();
            stage.view != self.view || stage.modules != self.modules
        })
    }
}

impl Occlusion {
    /// Whether it is the map of what is on screen now.
    pub fn is_of(&self, state: &State) -> bool {
        let is_photo = state.shown().is_some_and(|shown| shown.photo.id == self.photo.id);
        is_photo && *state.muted() == self.muted
    }
}
