//! Two dreams of the photo beside each other, for the lesson: a class tells which is of the deeper module before it is said.

use egui::{Align2, Rect, Role, Ui};

use super::depth::sees;
use super::pair::{drawn, how_far, photo_size, share};
use crate::engine::Dreamt;
use crate::locale::format::dimensions;
use crate::locale::text::{tr, tr_with};
use crate::state::{Entry, LESSON_DREAMS, Spoiler, State};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, of_shape, write_fitted};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::depth_line::short;
use crate::ui::views::layer::forming::{forming, pill};

/// Height of the captions over the pictures.
pub(super) const CAPTION: f32 = 34.0;

/// Whether the lesson's card about two depths is on screen.
pub(super) fn is_given(state: &State) -> bool {
    state.tour.is_some_and(|tour| tour.stage().compares_dreams) && !state.has_wandered()
}

/// Shows both, the shallower at the left.
pub(super) fn two_dreams(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, look: &mut Look<'_>) {
    let sides: [Rect; 2] = rect.columns(size::SPACE_16);
    for (place, (layer, mut side)) in LESSON_DREAMS.into_iter().zip(sides).enumerate() {
        let state = seen.state;
        let words = match state.is_covered(Spoiler::DreamDepths) {
            true => tr(["dream-lesson-left", "dream-lesson-right"][place]),
            false => {
                let field = sees(state, layer);
                let values = [("module", short(layer).to_owned()), ("size", dimensions(&[field, field]))];
                tr_with("dream-lesson-caption", &values)
            }
        };
        let caption = side.take_top(CAPTION);
        write_fitted(ui.painter(), caption, Align2::LEFT_CENTER, &words, TextRole::BodyStrong, look.theme.hi);
        let entry = state.dreams.of(&state.recipe_at(layer, None));
        one(ui, side, (&words, entry), seen, look);
    }
}

/// A dream as far as it is.
fn one(
    ui: &Ui,
    area: Rect,
    (words, entry): (&str, Option<&Entry<Dreamt>>),
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
) {
    let place = of_shape(area, Align2::LEFT_TOP, photo_size(&seen.shown.photo));
    let Some(dreamt) = entry.and_then(|entry| entry.made.as_ref()) else {
        ui.painter().rect_filled(place, size::RADIUS_TILE, look.theme.bar_track);
        pill(ui, place, &tr("dream-waiting"), look.theme);
        spoken(ui, place, Role::Image, &format!("{words}, {}", tr("dream-waiting")));
        return;
    };
    drawn(ui, place, dreamt, seen, look);
    spoken(ui, place, Role::Image, &format!("{words}, {}", how_far(dreamt)));
    if !dreamt.is_finished {
        pill(ui, place, &how_far(dreamt), look.theme);
        forming(ui, place, share(dreamt), look.theme);
    }
}
