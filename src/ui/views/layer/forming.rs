//! Pictures that form step by step: what dreams, rebuilt photos and what channels look for show over them.

use egui::{Align2, Color32, Rect, Stroke, StrokeKind, Ui, vec2};

use crate::ui::kit::paint::dashes;
use crate::ui::kit::{Area, Tag, from_right};
use crate::ui::style::{TextRole, Theme, size};

/// Height of the line that fills, points.
const LINE: f32 = 4.0;

/// A line at the bottom that fills: `share` of all steps is done.
pub(super) fn forming(ui: &Ui, picture: Rect, share: f32, theme: &Theme) {
    let line = picture.bottom_part(LINE);
    ui.painter().rect_filled(line, 0.0, theme.scrim.gamma_multiply(0.62));
    ui.painter().rect_filled(line.share(share), 0.0, Color32::WHITE);
}

/// Words over a picture, at its lower left.
pub(super) fn pill(ui: &Ui, picture: Rect, words: &str, theme: &Theme) {
    let tag = Tag::new(ui.painter(), words, (TextRole::Caption, Color32::WHITE), [8.0, 4.0]);
    let inner = picture.shrink2(vec2(size::SPACE_8, size::SPACE_12));
    let place = inner.place(Align2::LEFT_BOTTOM, tag.size());
    tag.paint(ui.painter(), place, theme.scrim.gamma_multiply(0.78), Stroke::NONE);
}

/// Controls over a picture's lower right.
pub(super) fn over_corner<R>(ui: &mut Ui, picture: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    let row = picture.without_bottom(size::SPACE_12).bottom_part(size::CONTROL_HEIGHT);
    from_right(ui, row.without_right(size::SPACE_8), add)
}

/// Dashes where a picture will be, or where none will.
pub(super) fn dashed(ui: &Ui, picture: Rect, theme: &Theme) {
    let mut shapes = Vec::new();
    dashes(picture.shrink(0.5), Stroke::new(size::hairline(), theme.line2), 4.0, 3.0, &mut shapes);
    ui.painter().extend(shapes);
}

/// The outline of the picture that is looked at, or of one that is pointed at.
pub(super) fn outline(ui: &Ui, picture: Rect, is_shown: bool, is_hovered: bool, theme: &Theme) {
    let (place, width) = match (is_shown, is_hovered) {
        (true, _) => (picture.expand(1.0), size::stroke_selection()),
        (false, true) => (picture, size::stroke_focus()),
        (false, false) => return,
    };
    ui.painter().rect_stroke(place, size::RADIUS_TILE, Stroke::new(width, theme.hi), StrokeKind::Outside);
}
