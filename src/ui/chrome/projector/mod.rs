//! The window in front of a class: how large everything is, the pointer's ring, spotlight, black and frozen pictures.

mod frozen;
mod keys;
mod panels;
mod pointer;
mod presenter;

use egui::{Context, Vec2, vec2};

use crate::app::State;
use crate::locale::text::{Language, language};
use crate::ui::style::{Legibility, smallest_texts};

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

/// The narrowest view on a projector, points: on a screen that is less wide than usual, text is still as large a part of
/// its height, but views get more height.
const NARROWEST: f32 = 1024.0;

/// How large a point is (1 on a desk), and how text and lines are drawn in a window of that many of the system's points.
pub fn fit(window: Vec2, state: &State) -> (f32, Legibility) {
    if !state.projector.is_on {
        return (state.settings.text_scale, Legibility::default());
    }
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
