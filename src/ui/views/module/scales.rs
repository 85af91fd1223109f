//! What colours and thickness mean.

use egui::{Align2, Painter, Rect, Stroke, StrokeKind, Ui};

use super::ends;
use super::equivalence::gradient;
use super::layout::Diagram;
use super::pipes::INPUT_OPACITY;
use super::show::Show;
use super::tiles::Tile;
use crate::imaging::Range;
use crate::locale::format::{decimals_for, fixed};
use crate::locale::text::{tr, tr_with};
use crate::state::Command;
use crate::ui::chrome::compare;
use crate::ui::kit::paint::first_that_fits;
use crate::ui::kit::{
    Area, ColorBar, Lines, left_of, right_of, scale_switch, scale_switch_height, within, write, write_fitted,
};
use crate::ui::look::colormap_of;
use crate::ui::style::{Hue, TextRole, caption_room, is_projected, size};

/// The colour bar with the numbers of one tile, and the scale of the pipes: at the left where nothing else is, or below
/// and above the concat.
pub(super) fn scales(
    ui: &mut Ui,
    show: &Show<'_>,
    at: &Diagram,
    focus: Option<&(String, Tile)>,
    commands: &mut Vec<Command>,
) {
    let (left, right) = match show.is_half {
        true => (at.concat[0], at.labels_right),
        false => (at.rect.left() + 2.0, at.splitter.left() - 12.0),
    };
    let room = Rect::from_x_y_ranges(left..=right, at.rect.y_range());
    if let Some((title, tile)) = focus {
        // Words over the bar end where the map that comes in has its number.
        let top = if show.is_half { room.top() } else { ends::input_bottom(show, at) };
        color_bar(ui, show, room.with_min_y(top), title, tile);
    }
    if !show.is_half {
        scale_of_maps(ui, show, at, room, commands);
    }
    scale_key(ui.painter(), show, at, room.top_part(24.0));
}

/// Whether each map has a scale of its own, between the scale of the pipes and the map that comes in; a click changes it.
fn scale_of_maps(ui: &mut Ui, show: &Show<'_>, at: &Diagram, room: Rect, commands: &mut Vec<Command>) {
    let is_shared = show.state.settings.shared_means;
    let words = compare::scale_of_means(show.state);
    let height = scale_switch_height(ui, room.width(), words.clone());
    let place = room.without_top(caption_room(64.0)).top_part(height);
    // Before a class little room may be left.
    if place.bottom() > ends::input_top(show, at) - caption_room(26.0) {
        return;
    }
    if scale_switch(ui, place, show.theme, words, is_shared) {
        commands.push(Command::ShareMeans(!is_shared));
    }
}

fn color_bar(ui: &mut Ui, show: &Show<'_>, mut room: Rect, title: &str, tile: &Tile) {
    let theme = show.theme;
    let place = room.take_bottom(36.0);
    let mean = if room.width() < 110.0 { "module-mean-short" } else { "module-mean-of" };
    let lines = [(title.to_owned(), theme.mid), (tr(mean), theme.low)];
    // Of two beside each other, the words alone.
    let scale = show.is_half.then(|| (compare::scale_of_means(show.state), theme.low));
    room.take_bottom(4.0);
    for (words, ink) in lines.into_iter().chain(scale) {
        let words = Lines::new(ui.painter(), &words, TextRole::Tick, ink, room.width());
        if words.height() > room.height() {
            break;
        }
        let line = room.take_bottom(words.height());
        words.paint(ui.painter(), line, Align2::LEFT_TOP);
    }
    let colormap = colormap_of(show.state, tile.signed);
    let color_at = |share: f32| {
        let [red, green, blue] = colormap.color(share);
        egui::Color32::from_rgb(red, green, blue)
    };
    let range = [tile.range.min(), tile.range.max()];
    within(ui, place, |ui| ColorBar::new("", range, &color_at).ticks(2).width(place.width()).show(ui, theme));
}

/// The numbers of a map's colours on one line: lowest, colours, highest.
pub(super) fn short_bar(painter: &Painter, show: &Show<'_>, row: Rect, range: Range, is_signed: bool) {
    let ink = show.theme.low;
    let decimals = decimals_for(f64::from(range.max().abs().max(range.min().abs())));
    let number = |value: f32| fixed(f64::from(value), decimals);
    let low = write(painter, row, Align2::LEFT_CENTER, &number(range.min()), TextRole::Tick, ink);
    let high = write(painter, row, Align2::RIGHT_CENTER, &number(range.max()), TextRole::Tick, ink);
    let bar = left_of(right_of(row, low, 6.0), high, 6.0).middle_row(8.0);
    gradient(painter, bar, colormap_of(show.state, is_signed));
    let border = Stroke::new(size::hairline(), show.theme.line2);
    painter.rect_stroke(bar, size::RADIUS_BAR, border, StrokeKind::Outside);
}

/// How thick a hundred channels are, so that thickness can be read: a piece of pipe that ends where `row` does.
fn scale_key(painter: &Painter, show: &Show<'_>, at: &Diagram, row: Rect) {
    let theme = show.theme;
    let bar = row.left_part(10.0).bottom_part(at.height(100.0));
    let fill = theme.hue(Hue::Stem).fill.gamma_multiply(INPUT_OPACITY);
    painter.rect(bar, 0.0, fill, Stroke::new(size::hairline(), theme.line2), StrokeKind::Inside);
    let key = if row.width() < caption_room(110.0) { "module-scale-short" } else { "module-scale" };
    let words = tr_with(key, &[("count", 100.0)]);
    // Before a class there is room as far as the lanes begin.
    let room = row.width() - 18.0 + if is_projected() { 26.0 } else { 0.0 };
    write_fitted(painter, bar.beside(8.0, room), Align2::LEFT_CENTER, &words, TextRole::Tick, theme.low);
    if at.is_squeezed() && !show.is_half {
        let wordings = ["module-scale-squeezed", "module-scale-thinner"].map(tr);
        let words = first_that_fits(painter, wordings, row.width(), TextRole::Tick);
        write_fitted(painter, row.beneath(0.0, 24.0), Align2::LEFT_CENTER, &words, TextRole::Tick, theme.low);
    }
}
