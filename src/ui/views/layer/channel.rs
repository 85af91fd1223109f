//! The selected channel: large over the photo, its numbers, what one cell of it sees, and the switch that mutes it.

use egui::{Align2, Rect, Stroke, Ui, Vec2, vec2};

use super::context::LayerContext;
use super::scene::{LayerScene, PictureMode};
use super::{cell, mute, picture, tips};
use crate::locale::format::fixed;
use crate::locale::indices::Numbered;
use crate::locale::text::{tr, tr_with};
use crate::session::Map;
use crate::state::{Command, Sort};
use crate::ui::chrome::compare::{self, LETTERS};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Segmented, left_of, right_of, slider, width_of, within, write, write_fitted};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, Theme, is_projected, size};

/// Height of the header with the channel's number, points; the picture begins as far down as the mosaic.
const HEADER: f32 = 48.0;
/// Height of the numbers below the picture.
const NUMBERS: f32 = 52.0;
/// A picture smaller than this leaves room for the numbers beside it.
const LARGE: f32 = 250.0;
/// Width of the numbers beside the picture, with the gap.
const BESIDE: f32 = 86.0;
/// Height of what a cell sees, points.
const CELL: f32 = 124.0;
/// Gap between parts, points.
const GAP: f32 = 14.0;

/// How the column is shared out.
struct Layout {
    /// Side of the picture, points.
    picture: f32,
    /// Height of what a cell sees; absent where another tab shows it.
    cell: Option<f32>,
    /// Whether the numbers stand at the right of the picture instead of below.
    is_beside: bool,
}

impl Layout {
    fn of(rect: Rect, has_cell: bool, is_both: bool) -> Self {
        let cell = if has_cell { CELL + 2.0 * GAP } else { 0.0 };
        let fixed = HEADER + 12.0 + size::CONTROL_HEIGHT + cell + GAP + mute::HEIGHT;
        let picture = rect.height() - fixed - GAP - NUMBERS;
        if is_both {
            let half = (rect.width() - picture::GAP) / 2.0;
            let missing = (half - picture).clamp(0.0, CELL - 84.0);
            return Self { picture: half, cell: has_cell.then_some(CELL - missing), is_beside: false };
        }
        if picture >= LARGE || !has_cell {
            return Self {
                picture: picture.clamp(150.0, rect.width()),
                cell: has_cell.then_some(CELL),
                is_beside: false,
            };
        }
        let picture = rect.width() - BESIDE;
        let missing = (picture + fixed - rect.height()).max(0.0);
        Self { picture, cell: Some((CELL - missing).max(84.0)), is_beside: true }
    }
}

/// Shows the column; puts the cell under the pointer into the focus.
pub(super) fn channel(
    ui: &mut Ui,
    rect: Rect,
    seen: &mut LayerContext<'_>,
    scene: &mut LayerScene,
    look: &mut Look<'_>,
    has_cell: bool,
    commands: &mut Vec<Command>,
) {
    let is_both = seen.other.is_some();
    if is_projected() && rect.width() >= ALONE {
        return alone(ui, rect, seen, scene, look, commands);
    }
    let layout = Layout::of(rect, has_cell, is_both);
    header(ui, rect, seen, look.theme);
    let mut room = rect.without_top(HEADER);
    let row = room.take_top(layout.picture);
    let square = if is_both { row } else { row.left_part(layout.picture) };
    let hovered = picture::picture(ui, square, seen, scene, look, commands);
    seen.focus.hovered = hovered.or(seen.focus.hovered);
    room.take_top(12.0);
    modes(ui, room.take_top(size::CONTROL_HEIGHT), seen, scene, look.theme);
    if layout.is_beside {
        numbers(ui, row.without_left(layout.picture + 18.0), None, seen, look.theme);
    } else {
        room.take_top(GAP);
        numbers(ui, room.take_top(NUMBERS), Some(98.0), seen, look.theme);
    }
    if let Some(height) = layout.cell {
        room.take_top(GAP);
        let stroke = Stroke::new(size::hairline(), look.theme.line);
        ui.painter().hline(room.x_range(), room.top(), stroke);
        room.take_top(GAP);
        cell::cell(ui, room.top_part(height), seen, look);
    }
    mute::mute(ui, rect.bottom_part(mute::HEIGHT), seen, look.theme, commands);
}

/// Before a class: the picture as high as the panel, and everything else beside it.
fn alone(
    ui: &mut Ui,
    rect: Rect,
    seen: &mut LayerContext<'_>,
    scene: &mut LayerScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let size_of_picture = match seen.other.is_some() {
        // Both pictures beside each other.
        true => {
            let side = ((rect.width() * 0.62 - picture::GAP) / 2.0).min(rect.height());
            vec2(2.0 * side + picture::GAP, side)
        }
        false => Vec2::splat(rect.height().min(rect.width() * 0.54)),
    };
    let square = rect.place(Align2::LEFT_TOP, size_of_picture);
    let hovered = picture::picture(ui, square, seen, scene, look, commands);
    seen.focus.hovered = hovered.or(seen.focus.hovered);
    let mut room = right_of(rect, square, size::SPACE_24);
    header(ui, room, seen, look.theme);
    room.take_top(HEADER);
    modes(ui, room.take_top(size::CONTROL_HEIGHT), seen, scene, look.theme);
    room.take_top(GAP);
    let across = (room.width() / 3.0).min(140.0);
    numbers(ui, room.take_top(NUMBERS), Some(across), seen, look.theme);
    room.take_top(GAP);
    let card = room.take_bottom(mute::HEIGHT);
    room.take_bottom(GAP);
    // What a cell sees is said in words that stand in a column: a lower place would have no room for them.
    if room.height() >= CELL {
        cell::cell(ui, room.top_part(room.height().min(2.0 * CELL)), seen, look);
    }
    mute::mute(ui, card, seen, look.theme, commands);
}

/// The narrowest panel with the picture beside everything else, points.
const ALONE: f32 = 640.0;

/// "Channel 79 of 192 (0–191)", "rank 98 by mean".
pub(super) fn header(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme) {
    let row = rect.top_part(size::CONTROL_HEIGHT);
    let channel = seen.focus.channel;
    let rank = seen.subject.order.iter().position(|&other| other == channel);
    let caption = rank.map_or_else(String::new, |rank| {
        let rank = (rank + 1).to_string();
        let key = match seen.state.settings.sort {
            Sort::Index => "layer-rank-index",
            Sort::Mean | Sort::Max | Sort::Zeros if seen.is_vector() => "layer-rank-value",
            Sort::Mean => "layer-rank-mean",
            Sort::Max => "layer-rank-max",
            Sort::Zeros => "layer-rank-zeros",
            Sort::Contribution => "layer-rank-contribution",
        };
        tr_with(key, &[("rank", &*rank)])
    });
    let painter = ui.painter();
    let caption = write(painter, row, Align2::RIGHT_CENTER, &caption, TextRole::Caption, theme.low);
    let count = seen.subject.map.activation.shape.channels();
    let title = match seen.class_of(channel) {
        Some(class) => class.to_owned(),
        None if seen.is_vector() => Numbered::Entry.of(channel, count),
        None => Numbered::Channel.of(channel, count),
    };
    spoken(ui, row, egui::Role::Heading, &title);
    let room = left_of(row, caption, size::SPACE_8);
    // How many there are and how they are counted is worth more than the size of the letters.
    let fits = |role: &TextRole| width_of(painter, &title, role.font()) <= room.width();
    let roles = [TextRole::RowNumber, TextRole::CardTitle];
    let role = roles.into_iter().find(fits).unwrap_or(TextRole::BodyStrong);
    write_fitted(painter, room, Align2::LEFT_CENTER, &title, role, theme.hi);
}

/// Overlay, map or photo, and how opaque the overlay is.
pub(super) fn modes(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, scene: &mut LayerScene, theme: &Theme) {
    // A vector has no map to lay over the photo.
    if seen.is_vector() {
        return;
    }
    const SLIDER: f32 = 82.0;
    let (overlay, map, photo) = (tr("layer-overlay"), tr("layer-map"), tr("layer-photo"));
    let choices = [(PictureMode::Overlay, &*overlay), (PictureMode::Map, &*map), (PictureMode::Photo, &*photo)];
    let control_width = rect.width() - SLIDER - size::SPACE_12;
    within(ui, rect, |ui| {
        let name = tr("layer-picture-mode");
        let control = Segmented::new(&name, &choices, scene.picture).width(control_width);
        if let Some(mode) = control.show(ui, theme).inner {
            scene.picture = mode;
        }
    });
    within(ui, rect.right_part(SLIDER), |ui| {
        ui.spacing_mut().slider_width = SLIDER;
        ui.spacing_mut().interact_size.y = size::CONTROL_HEIGHT;
        ui.add_enabled_ui(scene.picture == PictureMode::Overlay, |ui| {
            let name = tr("layer-opacity");
            slider(ui, theme, &name, &mut scene.opacity, 0.0..=1.0);
        });
    });
}

/// Mean, maximum, and the share of cells that are not 0: beside each other, each `across` points further on, or below each
/// other; of both photos one below the other.
fn numbers(ui: &Ui, rect: Rect, across: Option<f32>, seen: &LayerContext<'_>, theme: &Theme) {
    let all: Vec<Vec<(String, String)>> = seen.sides().map(|side| statistics(seen, side.map)).collect();
    let painter = ui.painter();
    for (index, (words, _)) in all[0].iter().enumerate() {
        let place = match across {
            Some(across) => rect.column(index, across).without_right(20.0).top_part(NUMBERS),
            None => rect.row(index, 70.0).top_part(NUMBERS),
        };
        let number = of_each(&all, index);
        spoken(ui, place, egui::Role::Label, &format!("{words} {number}"));
        if index > 0 && across.is_some() {
            let stroke = Stroke::new(size::hairline(), theme.line2);
            painter.vline(place.left() - 14.0, place.shrink(4.0).y_range(), stroke);
        }
        write(painter, place, Align2::LEFT_TOP, words, TextRole::Caption, theme.low);
        if let [a, b] = &all[..] {
            for (row, (letter, numbers)) in LETTERS.into_iter().zip([a, b]).enumerate() {
                let line = place.without_top(15.5).row(row, 19.0);
                let number = format!("{letter} {}", numbers[index].1);
                write_fitted(painter, line, Align2::LEFT_CENTER, &number, TextRole::Name, theme.hi);
            }
            continue;
        }
        let line = place.bottom_part(30.0);
        write_fitted(painter, line, Align2::LEFT_CENTER, &number, TextRole::StageNumber, theme.hi);
    }
}

/// What the numbers of a channel are called, and what they are.
fn statistics(seen: &LayerContext<'_>, map: &Map) -> Vec<(String, String)> {
    let channel = map.activation.statistics[seen.focus.channel];
    if seen.is_vector() {
        return vec![(tr("layer-value"), tips::value(seen, channel.mean))];
    }
    let active = format!("{}%", fixed(f64::from(1.0 - channel.zeros) * 100.0, 0));
    vec![
        (tr("layer-mean"), tips::value(seen, channel.mean)),
        (tr("layer-max"), tips::value(seen, channel.max)),
        (tr("layer-active"), active),
    ]
}

/// One number, or "A 0.34 · B 0.21".
fn of_each(all: &[Vec<(String, String)>], index: usize) -> String {
    match all {
        [a, b] => compare::numbers(&a[index].1, &b[index].1),
        _ => all[0][index].1.clone(),
    }
}
