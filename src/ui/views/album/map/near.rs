//! A photo, what the network answers, and the photos nearest to it: at this depth, and in pixels.

use egui::{Align2, Rect, Role, Ui, Vec2, pos2, vec2};

use super::depth_text;
use crate::album::{Answer, Depth, Photo};
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::ui::kit::paint::{card_ground, paragraph, spoken, text_within};
use crate::ui::style::{Hue, TextRole, size};
use crate::ui::views::album::context::AlbumContext;
use crate::ui::views::album::tile::{self, Pictures};
use crate::ui::views::album::within;
use crate::ui::views::album::words::whole_percent;

const PADDING: f32 = 16.0;
/// Height of a row of neighbours with its heading.
const ROW: f32 = 92.0;

/// The card about what is pointed at.
pub(super) fn card(
    ui: &mut Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    photo: Option<usize>,
    pictures: &mut Pictures<'_>,
) {
    let theme = shown.theme;
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink(PADDING);
    let Some((position, photo)) = photo.and_then(|position| Some((position, shown.photo(position)?))) else {
        within(ui, inner, |ui| paragraph(ui, &tr("album-near-none"), TextRole::Body, theme.mid));
        return;
    };
    let side = (inner.height() - 2.0 * ROW - 8.0).clamp(56.0, 84.0);
    let picture = Rect::from_min_size(inner.min, Vec2::splat(side));
    tile::picture(ui, picture, shown, position, 1.0, pictures);
    facts(ui, inner.with_min_x(picture.right() + size::SPACE_16).with_max_y(picture.bottom()), shown, photo);
    let top = picture.bottom() + size::SPACE_12;
    let depth = shown.choices().depth;
    let mut depths = vec![depth];
    if depth != Depth::Pixels {
        depths.push(Depth::Pixels);
    }
    for (place, depth) in depths.into_iter().enumerate() {
        let row = Rect::from_min_size(pos2(inner.left(), top + ROW * place as f32), vec2(inner.width(), ROW));
        nearest(ui, row, shown, (position, depth), pictures);
    }
}

/// Its folder, its file, and the answer.
fn facts(ui: &Ui, rect: Rect, shown: &AlbumContext<'_>, photo: &Photo) {
    let theme = shown.theme;
    let painter = ui.painter();
    let (folder, file) = photo.path.rsplit_once('/').unwrap_or(("", &photo.path));
    let first = rect.top() + 10.0;
    let font = TextRole::Caption.font();
    let right = painter.text(pos2(rect.right(), first), Align2::RIGHT_CENTER, file, font, theme.low);
    let name = if photo.label.is_some() { shown.folder(photo) } else { folder.to_owned() };
    let room = right.left() - rect.left() - size::SPACE_8;
    text_within(painter, pos2(rect.left(), first), room, &name, TextRole::Name, theme.hi);
    let Some(best) = photo.answer(Head::Main).map(Answer::best) else { return };
    let middle = rect.top() + 52.0_f32.min(rect.height() * 0.62);
    let share = whole_percent(best.probability.into());
    let strong = TextRole::Name.font();
    let number = painter.text(pos2(rect.right(), middle), Align2::RIGHT_CENTER, &share, strong, theme.hi);
    let room = number.left() - rect.left() - size::SPACE_8;
    text_within(painter, pos2(rect.left(), middle), room, shown.class(best.class), TextRole::Name, theme.hi);
    // In a low card there is no line between the folder and the answer.
    if middle >= first + 38.0 {
        let caption = pos2(rect.left(), first + 22.0);
        text_within(painter, caption, rect.width(), &tr("album-main-head"), TextRole::Tick, theme.low);
    }
    let track = Rect::from_min_size(pos2(rect.left(), middle + 13.0), vec2(rect.width(), 6.0));
    tile::bar(painter, track, best.probability, Hue::Classifier, theme);
}

/// A heading, five small pictures, and what their folders are called.
fn nearest(
    ui: &Ui,
    row: Rect,
    shown: &AlbumContext<'_>,
    (position, depth): (usize, Depth),
    pictures: &mut Pictures<'_>,
) {
    let theme = shown.theme;
    let near = shown.state.album.placed.neighbours(depth);
    let near = near.and_then(|near| {
        let place = near.photos.binary_search(&position).ok()?;
        near.nearest.get(place).cloned()
    });
    let Some(near) = near else { return };
    let values = [("count", near.len().to_string()), ("depth", depth_text(depth))];
    let heading = match depth {
        Depth::Pixels => tr_with("album-nearest-pixels", &values),
        Depth::Inception3b | Depth::Inception4a | Depth::Inception4d | Depth::Average => {
            tr_with("album-nearest-at", &values)
        }
    };
    let place = pos2(row.left(), row.top() + 8.0);
    text_within(ui.painter(), place, row.width(), &heading, TextRole::StatusStrong, theme.hi);
    let pitch = row.width() / 5.0;
    let side = (pitch - size::SPACE_8).min(48.0);
    let mut names = Vec::new();
    for (place, &other) in near.iter().enumerate() {
        let Some(photo) = shown.photo(other) else { continue };
        let corner = pos2(row.left() + pitch * place as f32, row.top() + 18.0);
        tile::picture(ui, Rect::from_min_size(corner, Vec2::splat(side)), shown, other, 1.0, pictures);
        let name = if photo.label.is_some() { shown.folder(photo) } else { photo.path.clone() };
        let below = corner + vec2(0.0, side + 9.0);
        text_within(ui.painter(), below, pitch - 4.0, &name, TextRole::Tick, theme.low);
        names.push(name);
    }
    spoken(ui, row, Role::Label, &format!("{heading}: {}", names.join(", ")));
}
