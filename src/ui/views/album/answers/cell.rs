//! The photos of a cell or a bin.

use egui::{Align2, Id, Rect, Ui, pos2, vec2};

use super::Parts;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command, Spot};
use crate::ui::kit::paint::{card_ground, text_within};
use crate::ui::kit::{MatrixLine, TileGrid, Tiling};
use crate::ui::style::{TextRole, size};
use crate::ui::views::album::tile::{self, Pictures};
use crate::ui::views::album::words::whole_percent;

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
    let below = pos2(inner.left(), inner.bottom() - 8.0);
    let hint = |key: &str| {
        text_within(&painter, below, inner.width(), &tr(key), TextRole::Caption, theme.low);
    };
    let Some(spot) = parts.spot() else {
        text_within(
            &painter,
            pos2(inner.left(), inner.top() + 10.0),
            inner.width(),
            &tr("album-cell-card"),
            TextRole::CardTitle,
            theme.hi,
        );
        hint("album-cell-choose");
        return;
    };
    let photos = parts.model.photos(shown.album, spot);
    let (title, count) = heading(parts, spot, photos.len());
    let first = inner.top() + 10.0;
    let font = TextRole::Caption.font();
    let number = painter.text(pos2(inner.right(), first), Align2::RIGHT_CENTER, count, font, theme.low);
    let room = number.left() - inner.left() - size::SPACE_8;
    text_within(&painter, pos2(inner.left(), first), room, &title, TextRole::CardTitle, theme.hi);
    hint("album-cell-hint");
    let place = Rect::from_min_max(pos2(inner.left(), inner.top() + 30.0), pos2(inner.right(), inner.bottom() - 22.0));
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
        let square = tile::square(at.rect);
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
    let hue = crate::ui::views::classifiers::head_hue(shown.choices().head);
    let probability = answer.best().probability;
    let track = Rect::from_min_size(square.left_bottom() + vec2(0.0, 6.0), vec2(square.width(), 4.0));
    tile::bar(ui.painter(), track, probability, hue, theme);
    let middle = square.bottom() + 22.0;
    let share = whole_percent(probability.into());
    let font = TextRole::StatusStrong.font();
    let number = ui.painter().text(pos2(square.right(), middle), Align2::RIGHT_CENTER, share, font, theme.hi);
    let room = number.left() - square.left() - 4.0;
    text_within(ui.painter(), pos2(square.left(), middle), room, &photo.path, TextRole::Tick, theme.mid);
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
