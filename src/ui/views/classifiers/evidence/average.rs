//! "1 Average each map": one channel's map, its mean, and the 1024 means as a picture.

use egui::{
    Align2, Color32, Id, Rect, RichText, Role, Sense, Shape, Stroke, StrokeKind, TextureOptions, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::{EvidenceContext, channel_name, column_title};
use crate::imaging::Range;
use crate::locale::format::{fixed, grouped};
use crate::locale::indices::Numbered;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::heatmap_tile::cell_at;
use crate::ui::kit::paint::{rounded_picture, spoken, text, text_within};
use crate::ui::kit::{ColorBar, focus_ring, goes_deeper, tooltip};
use crate::ui::look::color_image;
use crate::ui::style::{TextRole, Weight, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::{LAST_MODULE, color_function, open_channel, select_channel};

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
    let count = grouped(shown.sums.channels.len() as u64);
    let is_narrow = rect.width() < NARROW;
    let caption = match is_narrow {
        true => tr_with("classifiers-to-numbers", &[("count", &*count)]),
        false => tr("classifiers-gap"),
    };
    column_title(ui, rect, &tr("classifiers-average"), &caption, board);
    let side = (rect.height() - TITLE - BAR).min(rect.width() * 0.26);
    let top = rect.top() + TITLE;
    let map = Rect::from_min_size(pos2(rect.left(), top), vec2(side, side));
    let room = if is_narrow { 0.0 } else { 100.0 };
    let means = map.translate(vec2(rect.width() - room - side, 0.0));
    channel_map(ui, map, shown, board);
    words(ui, [map, means], shown, board);
    let hovered = means_picture(ui, means, shown, board);
    if !is_narrow {
        count_of_means(ui, means, rect.right(), &count, board);
    }
    hovered
}

/// "1,024 numbers, one per map", beside the picture.
fn count_of_means(ui: &Ui, means: Rect, right: f32, count: &str, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let painter = ui.painter();
    let left = means.right() + size::SPACE_12;
    let place = pos2(left, means.top() + 14.0);
    text(painter, place, Align2::LEFT_CENTER, count, TextRole::RowNumber, theme.hi);
    let lines = [tr("classifiers-numbers"), tr("classifiers-one-per-map")];
    for (line, words) in lines.iter().enumerate() {
        let place = pos2(left, means.top() + 38.0 + 18.0 * line as f32);
        text_within(painter, place, right - left, words, TextRole::Caption, theme.mid);
    }
}

/// The map of the channel, with its colour bar.
fn channel_map(ui: &mut Ui, rect: Rect, shown: &EvidenceContext<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    shown.maps.paint(ui, board.look, shown.channel, rect);
    let response = ui.interact(rect, Id::unique("averaged-map"), Sense::click());
    response.widget_info(|| {
        let name = tr_with("classifiers-map", &[("channel", &*shown.channel.to_string())]);
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), name)
    });
    let stroke = if response.hovered() {
        Stroke::new(size::stroke_focus(), theme.hi)
    } else {
        Stroke::new(size::hairline(), theme.line2)
    };
    ui.painter().rect_stroke(rect, 2.0, stroke, StrokeKind::Outside);
    focus_ring(ui, &response, size::RADIUS_TILE, theme);
    tooltip(&response, theme, |ui| {
        ui.label(RichText::new(channel_name(shown.sums, shown.channel)).color(theme.hi));
        ui.label(RichText::new(tr("classifiers-open-layer")).color(theme.mid));
    });
    if goes_deeper(ui, &response, true) {
        open_channel(board.commands, LAST_MODULE, shown.channel);
    } else if response.clicked() {
        select_channel(board.commands, LAST_MODULE, shown.channel);
    }
    let range = shown.maps.range;
    let color_at = color_function(shown.maps.colormap);
    bar(ui, rect, [range.min(), range.max()], &color_at, board);
}

/// A small colour bar below a picture.
fn bar(ui: &mut Ui, picture: Rect, range: [f32; 2], color_at: &dyn Fn(f32) -> Color32, board: &Board<'_, '_>) {
    let top = picture.bottom() + 6.0;
    let place = Rect::from_min_size(pos2(picture.left(), top), vec2(picture.width(), BAR));
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        ColorBar::new("", range, color_at).ticks(2).show(ui, board.look.theme)
    });
}

/// "channel 202", "7 × 7 = 49 cells", "mean 0.65", and an arrow on to the means.
fn words(ui: &Ui, [map, means]: [Rect; 2], shown: &EvidenceContext<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let painter = ui.painter();
    let left = map.right() + size::SPACE_12;
    let room = means.left() - left - 14.0;
    let side = shown.sums.side;
    let cells = [side.to_string(), (side * side).to_string()];
    let values = [("side", &*cells[0]), ("count", &*cells[1])];
    let is_low = map.height() < 84.0;
    let steps = if is_low { [8.0, 27.0] } else { [12.0, 34.0] };
    let lines = [
        (Numbered::ChannelWithin.at(shown.channel), steps[0], TextRole::Body, theme.hi),
        (tr_with("classifiers-cells", &values), steps[1], TextRole::Caption, theme.mid),
    ];
    for (words, down, role, ink) in lines {
        text_within(painter, pos2(left, map.top() + down), room, &words, role, ink);
    }
    let mean = fixed(shown.sums.channels[shown.channel].mean, 2);
    let words = tr_with("classifiers-mean", &[("mean", &*mean)]);
    let y = map.bottom() - if is_low { 12.0 } else { 18.0 };
    let is_roomy = room > 180.0;
    let font = Weight::SemiBold.size(if is_roomy { 22.0 } else { 16.0 });
    let galley = painter.layout_no_wrap(words.clone(), font, theme.hi);
    let spot = Align2::LEFT_CENTER.anchor_size(pos2(left, y), galley.size());
    painter.galley(spot.min, galley, theme.hi);
    spoken(ui, spot, Role::Label, &words);
    let end = pos2(means.left() - 8.0, map.center().y + 4.0);
    let start = pos2(end.x - 34.0, end.y);
    if start.x > spot.right() + 4.0 {
        painter.line_segment([start, end - vec2(8.0, 0.0)], Stroke::new(2.5, theme.mid));
        let tip = vec![end, end + vec2(-10.0, -5.0), end + vec2(-10.0, 5.0)];
        painter.add(Shape::convex_polygon(tip, theme.mid, Stroke::NONE));
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
    let pitch = vec2(rect.width() / columns as f32, rect.height() / rows as f32);
    let place = vec2((shown.channel % columns) as f32, (shown.channel / columns) as f32);
    let cell = Rect::from_min_size(rect.min + place * pitch, pitch).expand(1.5);
    let dark = Stroke::new(4.0, Color32::from_black_alpha(170));
    ui.painter().rect_stroke(cell, 1.0, dark, StrokeKind::Outside);
    ui.painter().rect_stroke(cell, 1.0, Stroke::new(2.0, Color32::WHITE), StrokeKind::Outside);
    let response = ui.interact(rect, Id::unique("means"), Sense::CLICK);
    response.widget_info(|| {
        let name = tr_with("classifiers-means", &[("count", &*count.to_string())]);
        WidgetInfo::labeled(Role::Image, ui.is_enabled(), name)
    });
    let color_at = color_function(colormap);
    bar(ui, rect, [range.min(), range.max()], &color_at, board);
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
