//! "1 Average each map": one channel's map, its mean, and the 1024 means as a picture.

use egui::{Align2, Color32, Id, Rect, RichText, Role, Sense, Stroke, StrokeKind, TextureOptions, Ui, vec2};

use super::{EvidenceContext, channel_name, column_title};
use crate::imaging::Range;
use crate::locale::format::{fixed, grouped};
use crate::locale::indices::Numbered;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::heatmap_tile::cell_at;
use crate::ui::kit::paint::{rounded_picture, spoken};
use crate::ui::kit::{Area, Pressable, arrow_line, cell_in, goes_deeper, tooltip, write, write_fitted, write_sized};
use crate::ui::look::color_image;
use crate::ui::style::{TextRole, Theme, Weight, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::{LAST_MODULE, open_channel, scale, select_channel};

/// Height of the title, and of a colour bar.
const TITLE: f32 = 28.0;
const BAR: f32 = 36.0;
/// Width below which the count of means is written over the picture rather than beside it.
const NARROW: f32 = 460.0;

/// Shows the column; returns the channel under the pointer.
pub(super) fn average(
    ui: &mut Ui,
    rect: Rect,
    shown: &EvidenceContext<'_>,
    board: &mut Board<'_, '_>,
) -> Option<usize> {
    let theme = board.look.theme;
    let count = grouped(shown.sums.channels.len() as u64);
    let is_narrow = rect.width() < NARROW;
    let caption = match is_narrow {
        true => tr_with("classifiers-to-numbers", &[("count", &*count)]),
        false => tr("classifiers-gap"),
    };
    column_title(ui, rect, &tr("classifiers-average"), &caption, theme);
    let mut body = rect.without_top(TITLE);
    let side = (body.height() - BAR).min(rect.width() * 0.26);
    let beside = body.take_right(if is_narrow { 0.0 } else { 100.0 });
    let map = body.square(Align2::LEFT_TOP, side);
    let means = body.square(Align2::RIGHT_TOP, side);
    channel_map(ui, map, shown, board);
    words(ui, [map, means], shown, theme);
    let hovered = means_picture(ui, means, shown, board);
    if !is_narrow {
        count_of_means(ui, beside.without_left(size::SPACE_12), &count, theme);
    }
    hovered
}

/// "1,024 numbers, one per map", beside the picture.
fn count_of_means(ui: &Ui, mut room: Rect, count: &str, theme: &Theme) {
    let painter = ui.painter();
    write(painter, room.take_top(29.0).top_part(28.0), Align2::LEFT_CENTER, count, TextRole::RowNumber, theme.hi);
    for key in ["classifiers-numbers", "classifiers-one-per-map"] {
        write_fitted(painter, room.take_top(18.0), Align2::LEFT_CENTER, &tr(key), TextRole::Caption, theme.mid);
    }
}

/// The map of the channel, with its colour bar.
fn channel_map(ui: &mut Ui, rect: Rect, shown: &EvidenceContext<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    shown.maps.paint(ui, board.look, shown.channel, rect);
    let response = Pressable::new(Id::unique("averaged-map"))
        .hints(&[&channel_name(shown.sums, shown.channel), &tr("classifiers-open-layer")])
        .radius(size::RADIUS_TILE)
        .show(ui, rect, theme, || tr_with("classifiers-map", &[("channel", &*shown.channel.to_string())]));
    let stroke = if response.hovered() {
        Stroke::new(size::stroke_focus(), theme.hi)
    } else {
        Stroke::new(size::hairline(), theme.line2)
    };
    ui.painter().rect_stroke(rect, 2.0, stroke, StrokeKind::Outside);
    if goes_deeper(ui, &response, true) {
        open_channel(board.commands, LAST_MODULE, shown.channel);
    } else if response.clicked() {
        select_channel(board.commands, LAST_MODULE, shown.channel);
    }
    scale(ui, rect.beneath(6.0, BAR), (shown.maps.range, shown.maps.colormap), 2, theme);
}

/// "channel 202", "7 × 7 = 49 cells", "mean 0.65", and an arrow on to the means.
fn words(ui: &Ui, [map, means]: [Rect; 2], shown: &EvidenceContext<'_>, theme: &Theme) {
    let painter = ui.painter();
    let way = map.beside(size::SPACE_12, means.left() - map.right() - 20.0);
    let mut room = way.without_right(6.0);
    let side = shown.sums.side;
    let cells = [side.to_string(), (side * side).to_string()];
    let values = [("side", &*cells[0]), ("count", &*cells[1])];
    let is_low = map.height() < 84.0;
    let mean = room.take_bottom(if is_low { 24.0 } else { 36.0 });
    let heights = if is_low { [16.0, 22.0] } else { [24.0, 20.0] };
    let channel = Numbered::ChannelWithin.at(shown.channel);
    let lines =
        [(channel, TextRole::Body, theme.hi), (tr_with("classifiers-cells", &values), TextRole::Caption, theme.mid)];
    for ((words, role, ink), height) in lines.into_iter().zip(heights) {
        write_fitted(painter, room.take_top(height), Align2::LEFT_CENTER, &words, role, ink);
    }
    let number = fixed(shown.sums.channels[shown.channel].mean, 2);
    let words = tr_with("classifiers-mean", &[("mean", &*number)]);
    let font = Weight::SemiBold.size(if room.width() > 180.0 { 22.0 } else { 16.0 });
    let spot = write_sized(painter, mean, Align2::LEFT_CENTER, &words, font, theme.hi);
    spoken(ui, spot, Role::Label, &words);
    let arrow = way.right_part(34.0).translate(vec2(0.0, 4.0));
    if arrow.left() > spot.right() + 4.0 {
        arrow_line(painter, [arrow.left_center(), arrow.right_center()], 2.5, 10.0, theme.mid);
    }
}

/// The means as a square picture; the channel is marked.
fn means_picture(ui: &mut Ui, rect: Rect, shown: &EvidenceContext<'_>, board: &mut Board<'_, '_>) -> Option<usize> {
    let theme = board.look.theme;
    let count = shown.sums.channels.len();
    let columns = (count as f64).sqrt().ceil() as usize;
    let rows = count.div_ceil(columns);
    let means: Vec<f32> = shown.sums.channels.iter().map(|channel| channel.mean as f32).collect();
    let range = match shown.maps.map.signed {
        true => Range::symmetric(&means),
        false => Range::zero_to_max(&means),
    };
    let colormap = shown.maps.colormap;
    let key = ("means", shown.maps.map.key, colormap);
    let texture = board.look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
        let mut values = means.clone();
        values.resize(columns * rows, 0.0);
        color_image(&values, [columns, rows], range, colormap)
    });
    rounded_picture(ui.painter(), texture.id(), rect, Color32::WHITE);
    let border = Stroke::new(size::hairline(), theme.line2);
    ui.painter().rect_stroke(rect, size::RADIUS_TILE, border, StrokeKind::Outside);
    let pitch = rect.size() / vec2(columns as f32, rows as f32);
    let cell = cell_in(rect, shown.channel, columns, pitch).expand(1.5);
    let dark = Stroke::new(4.0, Color32::from_black_alpha(170));
    ui.painter().rect_stroke(cell, 1.0, dark, StrokeKind::Outside);
    ui.painter().rect_stroke(cell, 1.0, Stroke::new(2.0, Color32::WHITE), StrokeKind::Outside);
    let response =
        Pressable::new(Id::unique("means"))
            .role(Role::Image)
            .sense(Sense::CLICK)
            .show(ui, rect, theme, || tr_with("classifiers-means", &[("count", &*count.to_string())]));
    scale(ui, rect.beneath(6.0, BAR), (range, colormap), 2, theme);
    let at = response.hover_pos().or(response.interact_pointer_pos());
    let [column, row] = at.and_then(|at| cell_at(rect, at, [columns, rows]))?;
    let channel = Some(row * columns + column).filter(|&channel| channel < count)?;
    if response.clicked() {
        select_channel(board.commands, LAST_MODULE, channel);
    }
    tooltip(&response, theme, |ui| {
        ui.label(RichText::new(channel_name(shown.sums, channel)).color(theme.hi));
    });
    response.hovered().then_some(channel)
}
