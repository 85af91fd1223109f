//! The selected channel: large over the photo, its numbers, what one cell of it sees, and the switch that mutes it.

use egui::{Align2, Rect, Slider, Ui, UiBuilder, pos2, vec2};

use super::paint::{text, text_within};
use super::scene::{LayerScene, PictureMode};
use super::seen::Seen;
use super::{cell, mute, picture, tips};
use crate::app::{Command, Sort};
use crate::ui::format::fixed;
use crate::ui::look::Look;
use crate::ui::text::{tr, tr_with};
use crate::ui::theme::{TextRole, Theme, size};
use crate::ui::widgets::Segmented;

/// Height of the header with the channel's number, points; the picture begins as far down as the mosaic.
const HEADER: f32 = 48.0;
/// Height of the numbers below the picture.
const NUMBERS: f32 = 52.0;
/// Below this height the column saves room where it can.
const COMPACT: f32 = 690.0;

/// Heights of the column's parts, points.
struct Heights {
    picture: f32,
    /// Absent where another tab shows it.
    cell: Option<f32>,
    gap: f32,
}

impl Heights {
    fn of(rect: Rect, has_cell: bool) -> Self {
        let is_compact = rect.height() < COMPACT;
        let cell = has_cell.then_some(if is_compact { 84.0 } else { 130.0 });
        let gap = if is_compact { 10.0 } else { size::SPACE_16 };
        let below = 12.0
            + size::CONTROL_HEIGHT
            + gap
            + NUMBERS
            + cell.map_or(0.0, |height| height + 2.0 * gap)
            + gap
            + mute::HEIGHT;
        let picture = (rect.height() - HEADER - below).clamp(150.0, rect.width());
        Self { picture, cell, gap }
    }
}

/// Shows the column; returns the cell under the pointer.
pub(super) fn channel(
    ui: &mut Ui,
    rect: Rect,
    seen: &mut Seen<'_>,
    scene: &mut LayerScene,
    look: &mut Look<'_>,
    has_cell: bool,
    commands: &mut Vec<Command>,
) {
    let heights = Heights::of(rect, has_cell);
    header(ui, rect, seen, look.theme);
    let mut top = rect.top() + HEADER;
    let square = Rect::from_min_size(
        pos2(rect.left(), top),
        vec2(heights.picture, heights.picture),
    );
    let hovered = picture::picture(ui, square, seen, scene, look, commands);
    seen.focus.hovered = hovered.or(seen.focus.hovered);
    top = square.bottom() + 12.0;
    let row = |top: f32, height: f32| {
        Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), height))
    };
    modes(ui, row(top, size::CONTROL_HEIGHT), seen, scene, look.theme);
    top += size::CONTROL_HEIGHT + heights.gap;
    numbers(ui, row(top, NUMBERS), seen, look.theme);
    top += NUMBERS;
    if let Some(height) = heights.cell {
        top += heights.gap;
        let stroke = egui::Stroke::new(size::HAIRLINE, look.theme.line);
        ui.painter().hline(rect.x_range(), top, stroke);
        top += heights.gap;
        cell::cell(ui, row(top, height), seen, look);
        top += height;
    }
    top += heights.gap;
    let card = row(top.max(rect.bottom() - mute::HEIGHT), mute::HEIGHT);
    mute::mute(ui, card, seen, look.theme, commands);
}

/// "Channel 79", "rank 98 by mean".
fn header(ui: &Ui, rect: Rect, seen: &Seen<'_>, theme: &Theme) {
    let row = rect.with_max_y(rect.top() + size::CONTROL_HEIGHT);
    let channel = seen.focus.channel;
    let rank = seen
        .subject
        .order
        .iter()
        .position(|&other| other == channel);
    let caption = rank.map_or_else(String::new, |rank| {
        let rank = (rank + 1).to_string();
        let key = match seen.state.settings.sort {
            Sort::Index => "layer-rank-index",
            Sort::Mean => "layer-rank-mean",
            Sort::Max => "layer-rank-max",
            Sort::Zeros => "layer-rank-zeros",
            Sort::Contribution => "layer-rank-contribution",
        };
        tr_with(key, &[("rank", &*rank)])
    });
    let painter = ui.painter();
    let caption = text(
        painter,
        row.right_center(),
        Align2::RIGHT_CENTER,
        &caption,
        TextRole::Caption,
        theme.low,
    );
    let number = channel.to_string();
    let title = match seen.class_of(channel) {
        Some(class) => class.to_owned(),
        None if seen.is_vector() => tr_with("layer-unit", &[("unit", &*number)]),
        None => tr_with("layer-channel", &[("channel", &*number)]),
    };
    let room = caption.left() - row.left() - size::SPACE_8;
    text_within(
        painter,
        row.left_center(),
        room,
        &title,
        TextRole::RowNumber,
        theme.hi,
    );
}

/// Overlay, map or photo, and how opaque the overlay is.
fn modes(ui: &mut Ui, rect: Rect, seen: &Seen<'_>, scene: &mut LayerScene, theme: &Theme) {
    // A vector has no map to lay over the photo.
    if seen.is_vector() {
        return;
    }
    const SLIDER: f32 = 82.0;
    let (overlay, map, photo) = (tr("layer-overlay"), tr("layer-map"), tr("layer-photo"));
    let choices = [
        (PictureMode::Overlay, &*overlay),
        (PictureMode::Map, &*map),
        (PictureMode::Photo, &*photo),
    ];
    let control_width = rect.width() - SLIDER - size::SPACE_12;
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        let name = tr("layer-picture-mode");
        let control = Segmented::new(&name, &choices, scene.picture).width(control_width);
        if let Some(mode) = control.show(ui, theme).inner {
            scene.picture = mode;
        }
    });
    let place = Rect::from_min_max(pos2(rect.right() - SLIDER, rect.top()), rect.max);
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        ui.spacing_mut().slider_width = SLIDER;
        ui.spacing_mut().interact_size.y = size::CONTROL_HEIGHT;
        let slider = Slider::new(&mut scene.opacity, 0.0..=1.0).show_value(false);
        let response = ui.add_enabled(scene.picture == PictureMode::Overlay, slider);
        response.accessible_name(tr("layer-opacity"));
    });
}

/// Mean, maximum, and the share of cells that are not 0.
fn numbers(ui: &Ui, rect: Rect, seen: &Seen<'_>, theme: &Theme) {
    let channel = seen.subject.map.activation.statistics[seen.focus.channel];
    let active = format!("{}%", fixed(f64::from(1.0 - channel.zeros) * 100.0, 0));
    let numbers = if seen.is_vector() {
        vec![(tr("layer-value"), tips::value(seen, channel.mean))]
    } else {
        vec![
            (tr("layer-mean"), tips::value(seen, channel.mean)),
            (tr("layer-max"), tips::value(seen, channel.max)),
            (tr("layer-active"), active),
        ]
    };
    let width = 98.0;
    let painter = ui.painter();
    for (index, (words, number)) in numbers.iter().enumerate() {
        let left = rect.left() + index as f32 * width;
        if index > 0 {
            let stroke = egui::Stroke::new(size::HAIRLINE, theme.line2);
            painter.vline(left - 14.0, rect.top() + 4.0..=rect.bottom() - 4.0, stroke);
        }
        let place = pos2(left, rect.top());
        text(
            painter,
            place,
            Align2::LEFT_TOP,
            words,
            TextRole::Caption,
            theme.low,
        );
        let place = pos2(left, rect.bottom() - 15.0);
        text_within(
            painter,
            place,
            width - 20.0,
            number,
            TextRole::StageNumber,
            theme.hi,
        );
    }
}
