//! A photo, what the network answers, and the photos nearest to it: at this depth, and in pixels.

use egui::{Align2, Rect, Role, Ui};

use super::depth_text;
use crate::album::{Answer, Depth, Photo};
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::ui::kit::paint::{card_ground, paragraph, spoken};
use crate::ui::kit::{Area, Row, share_bar, within, write_fitted};
use crate::ui::style::{Hue, TextRole, size};
use crate::ui::views::album::context::AlbumContext;
use crate::ui::views::album::tile::{self, Pictures};
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
    let mut rest = inner;
    let head = rest.take_top(side);
    tile::picture(ui, head.left_part(side), shown, position, 1.0, pictures);
    facts(ui, head.without_left(side + size::SPACE_16), shown, photo);
    rest.take_top(size::SPACE_12);
    let depth = shown.choices().depth;
    let mut depths = vec![depth];
    if depth != Depth::Pixels {
        depths.push(Depth::Pixels);
    }
    for depth in depths {
        nearest(ui, rest.take_top(ROW), shown, (position, depth), pictures);
    }
}

/// Its folder, its file, and the answer.
fn facts(ui: &Ui, rect: Rect, shown: &AlbumContext<'_>, photo: &Photo) {
    let theme = shown.theme;
    let painter = ui.painter();
    let (folder, file) = photo.path.rsplit_once('/').unwrap_or(("", &photo.path));
    let name = if photo.label.is_some() { shown.folder(photo) } else { folder.to_owned() };
    Row::new(&name, TextRole::Name, theme.hi)
        .number(file, TextRole::Caption, theme.low)
        .paint(painter, rect.top_part(20.0));
    let Some(best) = photo.answer(Head::Main).map(Answer::best) else { return };
    let answer = rect.without_top(42.0_f32.min(rect.height() * 0.62 - 10.0)).top_part(20.0);
    let share = whole_percent(best.probability.into());
    Row::new(shown.class(best.class), TextRole::Name, theme.hi)
        .number(&share, TextRole::Name, theme.hi)
        .paint(painter, answer);
    // In a low card there is no line between the folder and the answer.
    let caption = rect.without_top(24.0).top_part(16.0);
    if answer.top() >= caption.bottom() - 2.0 {
        write_fitted(painter, caption, Align2::LEFT_CENTER, &tr("album-main-head"), TextRole::Tick, theme.low);
    }
    share_bar(painter, answer.beneath(3.0, 6.0), best.probability, Hue::Classifier, theme);
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
    let head = row.top_part(16.0);
    write_fitted(ui.painter(), head, Align2::LEFT_CENTER, &heading, TextRole::StatusStrong, theme.hi);
    let pitch = row.width() / 5.0;
    let side = (pitch - size::SPACE_8).min(48.0);
    let mut names = Vec::new();
    for (place, &other) in near.iter().enumerate() {
        let Some(photo) = shown.photo(other) else { continue };
        let mut slot = row.without_top(18.0).column(place, pitch).without_right(4.0);
        tile::picture(ui, slot.take_top(side).left_part(side), shown, other, 1.0, pictures);
        let name = if photo.label.is_some() { shown.folder(photo) } else { photo.path.clone() };
        let below = slot.without_top(1.0).top_part(16.0);
        write_fitted(ui.painter(), below, Align2::LEFT_CENTER, &name, TextRole::Tick, theme.low);
        names.push(name);
    }
    spoken(ui, row, Role::Label, &format!("{heading}: {}", names.join(", ")));
}
