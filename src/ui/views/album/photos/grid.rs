//! The photos as tiles.

use egui::{Id, Rect, Ui, vec2};

use super::scene::PhotosScene;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command};
use crate::ui::kit::paint::text;
use crate::ui::kit::{TileGrid, Tiling};
use crate::ui::style::{TextRole, is_projected, size};
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
        let role = TextRole::Body;
        text(
            ui.painter(),
            rect.center_top() + vec2(0.0, 60.0),
            egui::Align2::CENTER_CENTER,
            &tr("album-none"),
            role,
            shown.theme.mid,
        );
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
        let square = tile::square(at.rect);
        tile::framed(ui, square, shown, (position, photo), pictures);
        tile::caption(ui.painter(), square, shown, photo, !is_projected());
        if shown.state.album.opened == Some(position) {
            let words = tr("album-open-photo");
            let place = square.left_bottom() + vec2(5.0, -5.0);
            let galley = ui.painter().layout_no_wrap(words, TextRole::Tick.font(), shown.theme.inv);
            let pill = Rect::from_min_size(place - vec2(0.0, galley.size().y + 4.0), galley.size() + vec2(10.0, 4.0));
            ui.painter().rect_filled(pill, size::RADIUS_TILE, shown.theme.hi);
            ui.painter().galley(pill.min + vec2(5.0, 2.0), galley, shown.theme.inv);
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
