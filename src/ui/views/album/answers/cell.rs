//! The photos of a cell or a bin.

use egui::{Align2, Id, Rect, Ui, vec2};

use super::Parts;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command, Spot};
use crate::ui::kit::paint::card_ground;
use crate::ui::kit::{Area, MatrixLine, Row, TileGrid, Tiling, left_of, share_bar, write, write_fitted};
use crate::ui::style::{TextRole, size};
use crate::ui::views::album::tile::{self, Pictures};
use crate::ui::views::album::words::whole_percent;
use crate::ui::views::classifiers::head_hue;

/// Tiles of two photos, and of more.
const FEW: f32 = 126.0;
const MANY: f32 = 59.0;

/// The card.
pub(super) fn card(
    ui: &mut Ui,
    rect: Rect,
    parts: Parts<'_>,
    pictures: &mut Pictures<'_>,
    commands: &mut Vec<Command>,
) {
    let (shown, theme) = (parts.shown, parts.shown.theme);
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink(size::CARD_PADDING - 4.0);
    let painter = ui.painter().clone();
    let head = inner.top_part(20.0);
    let hint = |key: &str| {
        write_fitted(&painter, inner.bottom_part(16.0), Align2::LEFT_CENTER, &tr(key), TextRole::Caption, theme.low);
    };
    let Some(spot) = parts.spot() else {
        Row::new(&tr("album-cell-card"), TextRole::CardTitle, theme.hi).paint(&painter, head);
        hint("album-cell-choose");
        return;
    };
    let photos = parts.model.photos(shown.album, spot);
    let (title, count) = heading(parts, spot, photos.len());
    Row::new(&title, TextRole::CardTitle, theme.hi).number(&count, TextRole::Caption, theme.low).paint(&painter, head);
    hint("album-cell-hint");
    let place = inner.without_top(30.0).without_bottom(22.0);
    let is_few = photos.len() <= 2;
    let side = if is_few { FEW } else { MANY };
    let height = if is_few { side + 36.0 } else { side };
    let gap = if is_few { 12.0 } else { 8.0 };
    let tiling = Tiling { tile: vec2(side, height), pitch: vec2(side + gap, height + gap) };
    let name = tr_with("album-cell-grid", &[("title", title)]);
    let selected = shown.choices().selected.and_then(|photo| photos.iter().position(|&other| other == photo));
    let grid = TileGrid::new(Id::unique("album-cell"), &name, photos.len(), tiling).selected(selected);
    let sentence = |place: usize| shown.sentence(photos[place]);
    let output = grid.keys_with_focus_only().still(shown.is_still()).show(ui, place, theme, &sentence, |ui, at| {
        let position = photos[at.place];
        let Some(photo) = shown.photo(position) else { return };
        let square = at.rect.square(Align2::LEFT_TOP, at.rect.width());
        tile::framed(ui, square, shown, (position, photo), pictures);
        if is_few {
            caption(ui, square, parts, position);
        }
        tile::outline(ui.painter(), square, at.is_selected, at.response.hovered(), theme);
        tile::tip(&at.response, at.is_current, shown, photo);
    });
    if let Some(place) = output.opened.or(output.chosen) {
        commands.push(Command::Album(AlbumCommand::OpenPhoto(photos[place])));
    }
}

/// Bar, path and probability of this head's answer.
fn caption(ui: &Ui, square: Rect, parts: Parts<'_>, position: usize) {
    let shown = parts.shown;
    let Some(photo) = shown.photo(position) else { return };
    let Some(answer) = photo.answer(shown.choices().head) else { return };
    let theme = shown.theme;
    let painter = ui.painter();
    let probability = answer.best().probability;
    share_bar(painter, square.beneath(6.0, 4.0), probability, head_hue(shown.choices().head), theme);
    let line = square.beneath(14.0, 16.0);
    let share = whole_percent(probability.into());
    let number = write(painter, line, Align2::RIGHT_CENTER, &share, TextRole::StatusStrong, theme.hi);
    let path = left_of(line, number, size::SPACE_4);
    write_fitted(painter, path, Align2::LEFT_CENTER, &photo.path, TextRole::Tick, theme.mid);
}

/// "airplane → parachute" and "2 of 8"; or the bin and how many it holds.
fn heading(parts: Parts<'_>, spot: Spot, count: usize) -> (String, String) {
    let model = parts.model;
    match spot {
        Spot::Cell { .. } => {
            let Some([line, column]) = model.cell_of(spot) else { return Default::default() };
            let MatrixLine::Row(row) = &model.lines[line] else { return Default::default() };
            let total: u32 = row.cells.iter().sum();
            let values = [("count", count as f64), ("total", f64::from(total))];
            (format!("{} → {}", row.name, model.columns[column]), tr_with("album-count-of", &values))
        }
        Spot::Bin(bin) => {
            let bins = model.all.bins.len().max(1) as f64;
            let [from, to] = [bin, bin + 1].map(|edge| whole_percent(edge as f64 / bins));
            let title = tr_with("album-bin", &[("from", from), ("to", to)]);
            (title, tr_with("album-photos", &[("count", count as f64)]))
        }
    }
}
