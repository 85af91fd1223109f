//! Two dreams of the photo beside each other, for the lesson: a class tells which is of the deeper module before it is said.

use egui::{Color32, Rect, Role, TextureOptions, Ui, vec2};

use super::depth::{sees, short};
use super::pair::{fitted, how_far, photo_size, share};
use crate::locale::format::dimensions;
use crate::locale::text::{tr, tr_with};
use crate::state::{Entry, LESSON_DREAMS, Spoiler, State};
use crate::ui::kit::paint::{WHOLE, picture, spoken, text_within};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{TextRole, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::looks_for::{forming, pill};

/// Height of the captions over the pictures.
pub(super) const CAPTION: f32 = 34.0;

/// Whether the lesson's card about two depths is on screen.
pub(super) fn is_given(state: &State) -> bool {
    state.tour.is_some_and(|tour| tour.stage().compares_dreams) && !state.has_wandered()
}

/// Shows both, the shallower at the left.
pub(super) fn two_dreams(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, look: &mut Look<'_>) {
    let half = (rect.width() - size::SPACE_16) / 2.0;
    let sides = [rect.with_max_x(rect.left() + half), rect.with_min_x(rect.right() - half)];
    for (place, (layer, side)) in LESSON_DREAMS.into_iter().zip(sides).enumerate() {
        let state = seen.state;
        let words = match state.is_covered(Spoiler::DreamDepths) {
            true => tr(["dream-lesson-left", "dream-lesson-right"][place]),
            false => {
                let field = sees(state, layer);
                let values = [("module", short(layer).to_owned()), ("size", dimensions(&[field, field]))];
                tr_with("dream-lesson-caption", &values)
            }
        };
        let middle = side.left_top() + vec2(0.0, CAPTION / 2.0);
        text_within(ui.painter(), middle, half, &words, TextRole::BodyStrong, look.theme.hi);
        let entry = state.dreams.of(&state.recipe_at(layer, None));
        one(ui, side.with_min_y(side.top() + CAPTION), (&words, entry), seen, look);
    }
}

/// A dream as far as it is.
fn one(ui: &Ui, area: Rect, (words, entry): (&str, Option<&Entry>), seen: &LayerContext<'_>, look: &mut Look<'_>) {
    let place = fitted(area, photo_size(&seen.shown.photo));
    let Some(dreamt) = entry.and_then(|entry| entry.dreamt.as_ref()) else {
        ui.painter().rect_filled(place, size::RADIUS_TILE, look.theme.bar_track);
        pill(ui, place, &tr("dream-waiting"), look.theme);
        spoken(ui, place, Role::Image, &format!("{words}, {}", tr("dream-waiting")));
        return;
    };
    let key = ("dream", &dreamt.facts, dreamt.progress.octave, dreamt.progress.step, seen.shown.photo.id);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&dreamt.picture));
    picture(ui.painter(), texture.id(), place, WHOLE, Color32::WHITE);
    spoken(ui, place, Role::Image, &format!("{words}, {}", how_far(dreamt)));
    if !dreamt.is_finished {
        pill(ui, place, &how_far(dreamt), look.theme);
        forming(ui, place, share(dreamt), 4.0, look.theme);
    }
}
