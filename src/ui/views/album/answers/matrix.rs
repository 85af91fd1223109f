//! Label against answer.

use std::collections::HashSet;

use egui::{Align2, Color32, Id, Rect, Ui, vec2};

use super::Parts;
use super::model::end_names;
use crate::imaging::Colormap;
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::state::{AlbumCommand, Command, RowOrder};
use crate::ui::kit::paint::card_ground;
use crate::ui::kit::{Area, ColorBar, Matrix, MatrixCell, Segmented, from_right, within, write_fitted};
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::head_name;

/// A cell without photos.
const NOTHING: Color32 = Color32::from_rgb(0x0B, 0x0D, 0x13);
const PADDING: f32 = size::CARD_PADDING;
/// Height of the colour bar with its words.
const BAR: f32 = 58.0;

/// The card; `lit` is the bin whose photos stand out.
pub(super) fn card(ui: &mut Ui, rect: Rect, parts: Parts<'_>, lit: Option<usize>, commands: &mut Vec<Command>) {
    let (shown, model) = (parts.shown, parts.model);
    card_ground(ui.painter(), rect, shown.theme);
    let mut place = rect.shrink2(vec2(PADDING, 12.0));
    controls(ui, place.take_top(size::CONTROL_HEIGHT), parts, commands);
    place.take_top(size::SPACE_8);
    let bar = place.take_bottom(BAR).without_top(10.0);
    let colormap = Colormap::Sequential(shown.state.settings.colormap);
    let color_at = |share: f32| {
        if share <= 0.0 {
            return NOTHING;
        }
        // From 1 photo of many on a cell is told apart from an empty one.
        let [red, green, blue] = colormap.color(0.12 + 0.84 * share);
        Color32::from_rgb(red, green, blue)
    };
    let lit: Option<HashSet<MatrixCell>> =
        lit.and_then(|bin| model.all.bins.get(bin)).map(|bin| model.cells_of(shown.album, bin));
    let is_lit = |cell: MatrixCell| lit.as_ref().is_none_or(|lit| lit.contains(&cell));
    let columns = model.classes.len() as f64;
    let rows = model.rows.iter().flatten().count() as f64;
    let name = tr_with("album-matrix-name", &[("rows", rows), ("columns", columns)]);
    let matrix = Matrix {
        id: Id::unique("album-matrix"),
        name: &name,
        columns: &model.columns,
        lines: &model.lines,
        corners: (&tr("album-matrix-folder"), &end_names()),
        selected: parts.spot().and_then(|spot| model.cell_of(spot)),
        color_at: &color_at,
        lit: lit.is_some().then_some(&is_lit as &dyn Fn(MatrixCell) -> bool),
        sentence: &|cell| model.sentence(cell),
    };
    if let Some(cell) = matrix.show(ui, place, shown.theme) {
        commands.push(Command::Album(AlbumCommand::SetSpot(model.spot_of(cell))));
    }
    within(ui, bar, |ui| {
        let ends = [tr("album-matrix-none"), tr("album-matrix-all")];
        let label = tr("album-matrix-share");
        ColorBar::new(&label, [0.0, 1.0], &color_at).ends(&ends[0], &ends[1]).width(220.0).show(ui, shown.theme);
    });
}

/// Title, head and order of the rows.
fn controls(ui: &mut Ui, row: Rect, parts: Parts<'_>, commands: &mut Vec<Command>) {
    let (theme, choices) = (parts.shown.theme, parts.shown.choices());
    let left = from_right(ui, row, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_8;
        let names = RowOrder::ALL.map(|order| {
            tr(match order {
                RowOrder::Size => "album-rows-size",
                RowOrder::Similar => "album-rows-similar",
                RowOrder::Accuracy => "album-rows-accuracy",
            })
        });
        let list: Vec<(RowOrder, &str)> = RowOrder::ALL.into_iter().zip(names.iter().map(String::as_str)).collect();
        let name = tr("album-rows");
        if let Some(rows) = Segmented::new(&name, &list, choices.rows).padding(9.0).show(ui, theme).inner {
            commands.push(Command::Album(AlbumCommand::SetRows(rows)));
        }
        let is_roomy = row.width() > 640.0;
        let say = |ui: &mut Ui, words: &str| {
            if is_roomy {
                ui.label(egui::RichText::new(words).font(TextRole::Caption.font()).color(theme.low));
            }
        };
        say(ui, &name);
        let heads: Vec<Head> = parts.shown.facts.heads.iter().map(|shares| shares.head).collect();
        let names: Vec<String> = heads.iter().map(|&head| head_name(head)).collect();
        let list: Vec<(Head, &str)> = heads.into_iter().zip(names.iter().map(String::as_str)).collect();
        let name = tr("album-head");
        if let Some(head) = Segmented::new(&name, &list, choices.head).padding(9.0).show(ui, theme).inner {
            commands.push(Command::Album(AlbumCommand::SetHead(head)));
        }
        say(ui, &name);
        ui.min_rect().left()
    });
    let title = row.with_max_x(left - size::SPACE_8);
    write_fitted(ui.painter(), title, Align2::LEFT_CENTER, &tr("album-matrix"), TextRole::CardTitle, theme.hi);
}
