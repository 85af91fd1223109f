//! The window in front of a class: how large everything is, the pointer's ring, spotlight, black and frozen pictures.

mod frozen;
mod keys;
mod panels;
mod pointer;
mod presenter;

use egui::{Context, Vec2, vec2};

use crate::locale::text::{Language, language};
use crate::state::State;
use crate::ui::chrome::tour;
use crate::ui::style::{Legibility, size, smallest_texts};

pub use frozen::Frozen;
pub use keys::{keys, last_keys};
pub use panels::footer;
pub use pointer::{PointerScene, pointer};
pub use presenter::presenter;

/// The smallest text on a projector, points: what the views are laid out with.
fn smallest_text(language: Language) -> f32 {
    match language {
        Language::English => 14.0,
        Language::Korean => 16.0,
    }
}

/// The narrowest view on a projector, points: on a screen that is less wide than usual, views get more height.
const NARROWEST: f32 = 1024.0;

/// The widest screen on which the smallest text is a part of the width, not of the height: on a higher one text as large a
/// part of the height would leave too few words in a line.
const HIGHEST: f32 = 10.0 / 16.0;

/// On a desk a window that is too small for everything shows it smaller, with the card of a lesson as well as without.
fn on_desk(window: Vec2, state: &State) -> f32 {
    let fits = tour::windows(state).map(|needed| (window / needed).min_elem());
    let shrunk = fits.into_iter().fold(size::MOST_SHRUNK, f32::max).min(1.0);
    state.settings.text_scale * shrunk
}

/// How large a point is (1 on a desk with room for everything), and how text and lines are drawn in a window of that many of the system's points.
pub fn fit(window: Vec2, state: &State) -> (f32, Legibility) {
    if !state.projector.is_on {
        return (on_desk(window, state), Legibility::default());
    }
    let window = vec2(window.x, window.y.min(window.x * HIGHEST));
    let lines = smallest_texts(language());
    let wanted = vec2(NARROWEST, smallest_text(language()) * lines);
    let zoom = (window / wanted).min_elem() * state.projector.zoom;
    let zoom = zoom.clamp(0.2, 5.0);
    (zoom, Legibility::projected(window.y / zoom, language()))
}

/// The size of the window in the system's points, whatever is zoomed.
pub fn window_size(ctx: &Context) -> Vec2 {
    ctx.content_rect().size() * ctx.zoom_factor()
}
