//! What colours and thickness mean.

use egui::{Align2, Painter, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::ends;
use super::equivalence::gradient;
use super::layout::Diagram;
use super::paint;
use super::pipes::INPUT_OPACITY;
use super::show::Show;
use super::tiles::Tile;
use super::within;
use crate::imaging::Range;
use crate::locale::format::{decimals_for, fixed};
use crate::locale::text::{tr, tr_with};
use crate::state::Command;
use crate::ui::chrome::compare;
use crate::ui::kit::paint::first_that_fits;
use crate::ui::kit::{ColorBar, scale_switch, scale_switch_height};
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
    let key = pos2(left, at.rect.top() + 24.0);
    scale_key(ui.painter(), show, at, key, right - left);
}

/// Whether each map has a scale of its own, between the scale of the pipes and the map that comes in; a click changes it.
fn scale_of_maps(ui: &mut Ui, show: &Show<'_>, at: &Diagram, room: Rect, commands: &mut Vec<Command>) {
    let above = at.rect.top() + caption_room(64.0);
    let is_shared = show.state.settings.shared_means;
    let words = compare::scale_of_means(show.state);
    let height = scale_switch_height(ui, room.width(), words.clone());
    // Before a class little room may be left.
    if above + height > ends::input_top(show, at) - caption_room(26.0) {
        return;
    }
    let place = Rect::from_min_size(pos2(room.left(), above), vec2(room.width(), height));
    if scale_switch(ui, place, show.theme, words, is_shared) {
        commands.push(Command::ShareMeans(!is_shared));
    }
}

fn color_bar(ui: &mut Ui, show: &Show<'_>, room: Rect, title: &str, tile: &Tile) {
    let theme = show.theme;
    let place = Rect::from_min_max(pos2(room.left(), room.bottom() - 36.0), room.max);
    let painter = ui.painter().clone();
    let mean = if room.width() < 110.0 { "module-mean-short" } else { "module-mean-of" };
    let lines = [(title.to_owned(), theme.mid), (tr(mean), theme.low)];
    // Of two beside each other, the words alone.
    let scale = show.is_half.then(|| (compare::scale_of_means(show.state), theme.low));
    let mut bottom = place.top() - 4.0;
    for (text, ink) in lines.into_iter().chain(scale) {
        let galley = painter.layout(text, TextRole::Tick.font(), ink, room.width());
        if bottom - galley.size().y < room.top() {
            break;
        }
        bottom -= galley.size().y;
        painter.galley(pos2(place.left(), bottom), galley, ink);
    }
    let colormap = colormap_of(show.state, tile.signed);
    let color_at = |share: f32| {
        let [red, green, blue] = colormap.color(share);
        egui::Color32::from_rgb(red, green, blue)
    };
    let range = [tile.range.min(), tile.range.max()];
    within(ui, place, |ui| ColorBar::new("", range, &color_at).ticks(2).width(room.width()).show(ui, theme));
}

/// The numbers of a map's colours on one line: lowest, colours, highest.
pub(super) fn short_bar(painter: &Painter, show: &Show<'_>, row: Rect, range: Range, is_signed: bool) {
    let ink = show.theme.low;
    let decimals = decimals_for(f64::from(range.max().abs().max(range.min().abs())));
    let number = |value: f32| fixed(f64::from(value), decimals);
    let font = TextRole::Tick.font();
    let (left, right) = (row.left_center(), row.right_center());
    let low = painter.text(left, Align2::LEFT_CENTER, number(range.min()), font.clone(), ink);
    let high = painter.text(right, Align2::RIGHT_CENTER, number(range.max()), font, ink);
    let bar = Rect::from_min_max(
        pos2(low.right() + 6.0, row.center().y - 4.0),
        pos2(high.left() - 6.0, row.center().y + 4.0),
    );
    gradient(painter, bar, colormap_of(show.state, is_signed));
    let border = Stroke::new(size::hairline(), show.theme.line2);
    painter.rect_stroke(bar, size::RADIUS_BAR, border, StrokeKind::Outside);
}

/// How thick a hundred channels are, so that thickness can be read.
pub(super) fn scale_key(painter: &Painter, show: &Show<'_>, at: &Diagram, place: Pos2, width: f32) {
    let theme = show.theme;
    let height = at.height(100.0);
    let bar = Rect::from_min_size(place - vec2(0.0, height), vec2(10.0, height));
    painter.rect(
        bar,
        0.0,
        theme.hue(Hue::Stem).fill.gamma_multiply(INPUT_OPACITY),
        Stroke::new(size::hairline(), theme.line2),
        StrokeKind::Inside,
    );
    let key = if width < caption_room(110.0) { "module-scale-short" } else { "module-scale" };
    let words = tr_with(key, &[("count", 100.0)]);
    let ink = (TextRole::Tick.font(), theme.low);
    let place = pos2(bar.right() + 8.0, bar.center().y);
    paint::line(
        painter,
        place,
        Align2::LEFT_CENTER,
        &words,
        ink,
        // Before a class there is room as far as the lanes begin.
        width - 18.0 + if is_projected() { 26.0 } else { 0.0 },
    );
    if at.is_squeezed() && !show.is_half {
        let below = pos2(bar.left(), bar.bottom() + 12.0);
        let ink = (TextRole::Tick.font(), theme.low);
        let wordings = ["module-scale-squeezed", "module-scale-thinner"].map(tr);
        let words = first_that_fits(painter, wordings, width, TextRole::Tick);
        paint::line(painter, below, Align2::LEFT_CENTER, &words, ink, width);
    }
}
