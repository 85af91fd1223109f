//! The card of a photo on the map: larger, with its answer and its folder, its neighbours where they lie; of the selected one what
//! can be done with it.

use egui::{Align2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::controls::ring_stroke;
use super::found::{CloserCard, Found};
use crate::locale::text::tr;
use crate::state::{AlbumCommand, Command};
use crate::ui::kit::{Area, Button, within};
use crate::ui::style::{caption_room, size};
use crate::ui::views::album::context::AlbumContext;
use crate::ui::views::album::tile::{self, Pictures};

/// Side of the picture, and as wide as the buttons below it need to be, on a desk, points.
const SIDE: f32 = 112.0;
const SIDE_WITH_ACTIONS: f32 = 168.0;
/// Height of answer and folder on a desk, points.
const CAPTION: f32 = 44.0;
/// Between the photo and its card, and the edge of the map and the card, points.
const AWAY: f32 = 36.0;
const EDGE: f32 = 6.0;
const PADDING: f32 = 10.0;

/// Side of the smallest neighbour, points.
const NEIGHBOUR: f32 = 36.0;

/// Where the card lies beside a photo at `at`, inside `room`.
pub(super) fn place(room: Rect, at: Rect, acts: bool) -> Rect {
    let actions = if acts { 2.0 * (size::CONTROL_HEIGHT + size::SPACE_8) } else { 0.0 };
    let around = caption_room(CAPTION) + actions + 2.0 * PADDING;
    let side = if acts { caption_room(SIDE_WITH_ACTIONS) } else { SIDE };
    // In a low map the picture makes room, not the words.
    let picture = side.min(room.height() - around - 2.0 * EDGE).max(48.0);
    let wanted = vec2(side + 2.0 * PADDING, picture + around);
    let right = at.right() + AWAY;
    let left = if right + wanted.x <= room.right() - EDGE { right } else { at.left() - AWAY - wanted.x };
    let left = left.max(room.left() + EDGE);
    let top = (at.center().y - wanted.y / 2.0).min(room.bottom() - EDGE - wanted.y).max(room.top() + EDGE);
    Rect::from_min_size(pos2(left, top), wanted)
}

/// Shows it.
pub(super) fn closer(
    ui: &mut Ui,
    shown: &AlbumContext<'_>,
    card: CloserCard,
    pictures: &mut Pictures<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = shown.theme;
    let Some(data) = shown.photo(card.photo) else { return };
    let painter = ui.painter().clone();
    painter.extend(Shape::dotted_line(&[card.at.center(), card.rect.center()], theme.hi, 6.0, 1.5));
    painter.rect_stroke(card.at.expand(1.0), 3.0, ring_stroke(theme, true), StrokeKind::Outside);
    let border = Stroke::new(size::hairline(), theme.line2);
    painter.rect(card.rect, size::RADIUS_CARD, theme.bg2, border, StrokeKind::Inside);
    let inner = card.rect.shrink(PADDING);
    let actions = if card.acts { 2.0 * (size::CONTROL_HEIGHT + size::SPACE_8) } else { 0.0 };
    let side = (inner.height() - caption_room(CAPTION) - actions).min(inner.width());
    let picture = inner.square(Align2::CENTER_TOP, side);
    tile::picture(ui, picture, shown, card.photo, 1.0, pictures);
    // The answer is as wide as the card.
    tile::caption(&painter, inner.top_part(side), shown, data, true);
    if !card.acts {
        return;
    }
    // What lies below the card does not hear of clicks on it.
    ui.interact(card.rect, ui.scope_id().with("closer"), Sense::click_and_drag());
    let wishes = [
        ("album-open-in-all", AlbumCommand::OpenPhoto(card.photo)),
        ("album-compare", AlbumCommand::Compare(card.photo)),
    ];
    let rows = inner.bottom_part(actions - size::SPACE_8).rows::<2>(size::SPACE_8);
    for (place, (row, (key, wish))) in rows.into_iter().zip(wishes).enumerate() {
        let words = tr(key);
        let button = if place == 0 { Button::primary(theme, &words) } else { Button::plain(theme, &words) };
        if within(ui, row, |ui| ui.add(button.width(row.width())).clicked()) {
            commands.push(Command::Album(wish));
        }
    }
}

/// The five nearest where they lie, large enough to be seen.
pub(super) fn neighbours(
    ui: &Ui,
    shown: &AlbumContext<'_>,
    found: &Found<'_>,
    photo: usize,
    pictures: &mut Pictures<'_>,
) {
    let near = shown.state.album.placed.neighbours(found.laid.of.depth);
    let near = near.and_then(|near| {
        let place = near.photos.binary_search(&photo).ok()?;
        near.nearest.get(place).cloned()
    });
    for other in near.into_iter().flatten() {
        let Some(rect) = found.rect_of(other) else { continue };
        let rect = rect.square(Align2::CENTER_CENTER, NEIGHBOUR.max(rect.width()));
        tile::picture(ui, rect, shown, other, 1.0, pictures);
        let ring = ring_stroke(shown.theme, false);
        ui.painter().rect_stroke(rect, size::RADIUS_TILE, ring, StrokeKind::Outside);
    }
}
