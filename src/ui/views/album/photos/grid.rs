//! The photos as tiles.

use egui::{Align2, Id, Rect, Stroke, Ui, vec2};

use super::scene::PhotosScene;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command};
use crate::ui::kit::{Area, Tag, TileGrid, Tiling, write};
use crate::ui::style::{TextRole, is_projected};
use crate::ui::views::album::context::AlbumContext;
use crate::ui::views::album::tile::{self, Pictures};

/// The narrowest gap between tiles, points.
const LEAST_GAP: f32 = 4.0;

/// Tiles at a desk, and in front of a class without the line of the folder.
fn tiling(width: f32) -> Tiling {
    let (side, below, most) = match is_projected() {
        false => (104.0, 42.0, 8.0),
        true => (168.0, 32.0, 12.0),
    };
    // As many columns as there is room for; what is left over makes the gaps wider.
    let columns = ((width + LEAST_GAP) / (side + LEAST_GAP)).floor().max(1.0);
    let gap = ((width - columns * side) / (columns - 1.0).max(1.0)).clamp(LEAST_GAP, most);
    Tiling { tile: vec2(side, side + below), pitch: vec2(side + gap, side + below + most) }
}

/// What has the keyboard while the arrows walk through the photos.
pub(super) fn grid_id() -> Id {
    Id::unique("album-photos")
}

/// Shows the tiles.
pub(super) fn grid(
    ui: &mut Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    order: &[usize],
    scene: &mut PhotosScene,
    pictures: &mut Pictures<'_>,
    commands: &mut Vec<Command>,
) {
    if order.is_empty() {
        let place = rect.top_part(120.0);
        write(ui.painter(), place, Align2::CENTER_CENTER, &tr("album-none"), TextRole::Body, shown.theme.mid);
    }
    let selected = shown.choices().selected;
    let place = selected.and_then(|photo| order.iter().position(|&other| other == photo));
    // What another tab selected, or another number of columns, is brought into sight.
    let columns = tiling(rect.width()).columns(rect.width());
    let now = Some((selected, columns));
    scene.reveal |= now != scene.last;
    scene.last = now;
    let name = tr_with("album-grid", &[("count", order.len() as f64)]);
    let grid = TileGrid::new(grid_id(), &name, order.len(), tiling(rect.width())).selected(place);
    let grid = grid.reveal(std::mem::take(&mut scene.reveal)).still(shown.is_still());
    let sentence = |place: usize| shown.sentence(order[place]);
    let output = grid.show(ui, rect, shown.theme, &sentence, |ui, at| {
        let position = order[at.place];
        let Some(photo) = shown.photo(position) else { return };
        let square = at.rect.square(Align2::LEFT_TOP, at.rect.width());
        tile::framed(ui, square, shown, (position, photo), pictures);
        tile::caption(ui.painter(), square, shown, photo, !is_projected());
        if shown.state.album.opened == Some(position) {
            let (words, ink) = (tr("album-open-photo"), shown.theme.inv);
            let tag = Tag::new(ui.painter(), &words, (TextRole::Tick, ink), [5.0, 2.0]);
            let place = square.shrink(5.0).place(Align2::LEFT_BOTTOM, tag.size());
            tag.paint(ui.painter(), place, shown.theme.hi, Stroke::NONE);
        }
        tile::outline(ui.painter(), square, at.is_selected, at.response.hovered(), shown.theme);
        tile::tip(&at.response, at.is_current, shown, photo);
    });
    if let Some(place) = output.chosen {
        scene.last = Some((Some(order[place]), columns));
        commands.push(Command::Album(AlbumCommand::Select(Some(order[place]))));
    }
    if let Some(place) = output.opened {
        commands.push(Command::Album(AlbumCommand::OpenPhoto(order[place])));
    }
}
