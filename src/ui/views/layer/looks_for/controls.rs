//! Pictures or patches, their order, and how many pictures there are.

use egui::{Align2, Rect, Role, Ui};

use super::wishes::written;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, PictureCommand, TileKind, TileOrder};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Row, Segmented, from_left, write};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;

/// Width with room for the labels of both controls and the progress.
const LABELLED: f32 = 640.0;
/// Width of the progress.
const PROGRESS: f32 = 112.0;

/// Shows both controls, and a caption below.
pub(super) fn controls(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let row = rect.top_part(size::CONTROL_HEIGHT);
    let is_labelled = rect.width() >= LABELLED;
    let used = from_left(ui, row, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_8;
        if is_labelled {
            label(ui, &tr("looks-show"), theme);
        }
        tiles(ui, seen, theme, commands);
        ui.add_space(size::SPACE_8);
        if is_labelled {
            label(ui, &tr("layer-sort-by"), theme);
        }
        order(ui, seen, theme, commands);
        ui.min_rect().right()
    });
    progress(ui, row.with_min_x((row.right() - PROGRESS).max(used + size::SPACE_12)), seen, theme);
    captions(ui, rect.without_top(size::CONTROL_HEIGHT), seen, theme);
}

fn label(ui: &mut Ui, words: &str, theme: &Theme) {
    written(ui, words, TextRole::Body, theme.mid);
}

fn tiles(ui: &mut Ui, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let (pictures, patches) = (tr("looks-pictures"), tr("looks-patches"));
    let choices = [(TileKind::Picture, &*pictures), (TileKind::Patch, &*patches)];
    let name = tr("looks-show");
    let control = Segmented::new(&name, &choices, seen.state.looks_for.tiles).padding(10.0);
    if let Some(tiles) = control.show(ui, theme).inner {
        commands.push(Command::Picture(PictureCommand::SetTiles(tiles)));
    }
}

fn order(ui: &mut Ui, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let labels = TileOrder::ALL.map(|order| {
        tr(match order {
            TileOrder::Index => "layer-sort-index",
            TileOrder::OnThisPhoto => "looks-sort-photo",
            TileOrder::Colour => "looks-sort-colour",
        })
    });
    let choices = [0, 1, 2].map(|place| (TileOrder::ALL[place], labels[place].as_str()));
    let name = tr("layer-sort-by");
    let hints = ["looks-hint-index", "looks-hint-photo", "looks-hint-colour"].map(tr);
    let control = Segmented::new(&name, &choices, seen.state.looks_for.order).padding(10.0).hints(&hints);
    if let Some(order) = control.show(ui, theme).inner {
        commands.push(Command::Picture(PictureCommand::SetTileOrder(order)));
    }
}

/// "45 of 528 pictures", with a line that fills.
fn progress(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme) {
    let [done, total] = seen.state.looks_for.atlas.progress();
    if total == 0 || rect.width() < 40.0 {
        return;
    }
    let values = [("done", done.to_string()), ("total", total.to_string())];
    let words = tr_with("looks-progress", &values);
    spoken(ui, rect, Role::ProgressIndicator, &words);
    let painter = ui.painter();
    write(painter, rect.top_part(22.0), Align2::RIGHT_CENTER, &words, TextRole::Caption, theme.mid);
    let line = rect.without_bottom(4.0).bottom_part(4.0);
    painter.rect_filled(line, 2.0, theme.bar_track);
    painter.rect_filled(line.share(done as f32 / total as f32), 2.0, theme.hi);
}

/// What the numbers below the tiles are, and what a badge means.
fn captions(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme) {
    let looks_for = &seen.state.looks_for;
    let key = match looks_for.order {
        TileOrder::Index | TileOrder::OnThisPhoto => "looks-caption-photo",
        TileOrder::Colour => "looks-caption-colour",
    };
    let (caption, end) = (tr(key), tr("looks-visible-first"));
    let mut row = Row::new(&caption, TextRole::Caption, theme.low);
    if looks_for.tiles == TileKind::Picture && looks_for.atlas.is_running() {
        row = row.number(&end, TextRole::Caption, theme.low);
    }
    row.paint(ui.painter(), rect);
}
