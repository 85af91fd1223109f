//! Where the card of a lesson stands, and how large a window has to be for the view and the card.

use egui::{Ui, Vec2, vec2};

use crate::state::{AlbumTab, ClassifiersTab, State, View};
use crate::ui::style::size;

/// Width of a card beside the view, points.
pub(super) const BESIDE: f32 = 340.0;
/// Height of a card below the view, points, and the most of the window it takes.
pub(super) const BELOW: f32 = 228.0;
pub(super) const MOST_BELOW: f32 = 0.42;
pub(super) const MOST_WITH_NOTE: f32 = 0.34;
/// Height of a card that shows only its title, points.
pub(super) const COLLAPSED: f32 = 62.0;
/// The narrowest canvas a view other than the network is drawn on, points; a layer puts its columns behind tabs.
const NARROWEST_VIEW: f32 = 992.0;
const NARROWEST_LAYER: f32 = 800.0;

/// Whether a card, of the lesson or of one's own, takes room.
fn takes_room(state: &State) -> bool {
    let lesson = state.tour.is_some_and(|tour| !tour.is_hidden && !tour.is_collapsed);
    let own = state.played.as_ref();
    let own = own.is_some_and(|played| !played.is_hidden && !played.is_collapsed && played.text().is_some());
    lesson || own
}

/// The windows that have room for everything, points: one with the card beside the view, one with the card below it.
pub fn windows(state: &State) -> [Vec2; 2] {
    let alone = Vec2::from(size::MIN_WINDOW);
    match takes_room(state) {
        false => [alone; 2],
        true => [alone + vec2(BESIDE, 0.0), alone + vec2(0.0, BELOW - size::COMPARE_HEIGHT)],
    }
}

/// The network is wide and low, so its card stands below; beside the others where there is room.
pub(super) fn stands_beside(ui: &Ui, state: &State, is_collapsed: bool) -> bool {
    if is_collapsed {
        return false;
    }
    let room = ui.available_width() - BESIDE - 2.0 * size::SPACE_16;
    match state.view {
        // One panel fills less: what is as high as it is wide has its card beside it.
        View::Network | View::Layer if state.projector.is_on => true,
        View::Classifiers(ClassifiersTab::EVIDENCE | ClassifiersTab::GRADIENTS | ClassifiersTab::HEATMAPS)
        | View::Album(AlbumTab::Teach | AlbumTab::Guess)
            if state.projector.is_on =>
        {
            true
        }
        View::Network => state.editing.is_open && room >= NARROWEST_VIEW,
        View::Layer => room >= NARROWEST_LAYER,
        View::Module(_) | View::Classifiers(_) | View::Cost(_) | View::Album(_) => room >= NARROWEST_VIEW,
    }
}
