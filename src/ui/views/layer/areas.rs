//! Where the parts of the view lie.

use egui::{Rect, Vec2, pos2, vec2};

use crate::ui::style::size;

/// Side of a tile of the mosaic, points.
pub(super) const TILE: f32 = 40.0;
/// Distance from one tile to the next.
pub(super) const PITCH: f32 = TILE + size::SPACE_4;
/// Distance between tiles that show one cell of the photo's 224 a point.
const LARGEST_PITCH: f32 = 228.0;
/// Width of the list of layers.
const LIST_WIDTH: f32 = 184.0;
/// Width of the column with the selected channel.
const CHANNEL_WIDTH: f32 = 296.0;
/// Gap between mosaic and channel.
const MOSAIC_GAP: f32 = 28.0;
/// The narrowest canvas with a column of its own for the arithmetic: a window of 1280.
const WIDE: f32 = 1172.0;
/// The narrowest canvas that has room for the list of layers beside 16 columns of tiles.
const ROOMY: f32 = 1332.0 + LIST_WIDTH;

/// Rectangles of the parts, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Areas {
    /// The list of layers, if it is open.
    pub list: Option<Rect>,
    /// Title of the view.
    pub title: Rect,
    /// Sort and scale; two rows where one is too narrow.
    pub controls: Rect,
    /// The mosaic, or the kernels.
    pub main: Rect,
    /// Colour bar and what is silent.
    pub legend: Rect,
    /// The bar strip.
    pub strip: Rect,
    /// Tabs, where channel and arithmetic share a column.
    pub tabs: Option<Rect>,
    /// The selected channel.
    pub channel: Rect,
    /// The arithmetic of the selected cell.
    pub inspector: Rect,
}

/// Whether there is room for the list of layers beside everything else.
pub(super) fn has_room_for_list(canvas: Rect) -> bool {
    canvas.width() >= ROOMY
}

/// Shares a canvas out.
pub(super) fn areas(canvas: Rect, is_list_open: bool) -> Areas {
    let is_wide = canvas.width() >= WIDE;
    let list = is_list_open.then(|| Rect::from_min_max(canvas.min, pos2(canvas.left() + LIST_WIDTH, canvas.bottom())));
    let left = list.map_or(canvas.left(), |list| list.right() + size::SPACE_24);
    let inspector = Rect::from_min_max(pos2(canvas.right() - size::INSPECTOR_WIDTH, canvas.top()), canvas.max);
    let channel_right = if is_wide { inspector.left() - size::SPACE_24 } else { canvas.right() };
    let channel_left = channel_right - CHANNEL_WIDTH;
    let room = channel_left - MOSAIC_GAP - left;
    let side = |top: f32| Rect::from_min_max(pos2(channel_left, top), pos2(channel_right, canvas.bottom()));
    let channel = side(canvas.top() + 46.0);
    Areas {
        list,
        tabs: (!is_wide).then(|| Rect::from_min_size(side(canvas.top()).min, vec2(CHANNEL_WIDTH, 34.0))),
        channel,
        inspector: if is_wide { inspector } else { channel },
        ..large(canvas, left, room)
    }
}

/// Title, mosaic and what belongs to it, `room` points wide from `left` on; channel and arithmetic lie over all of the canvas.
fn large(canvas: Rect, left: f32, room: f32) -> Areas {
    let columns = ((room + size::SPACE_4) / PITCH).floor().max(1.0);
    let width = columns * PITCH - size::SPACE_4;
    let row = |top: f32, height: f32| Rect::from_min_size(pos2(left, top), vec2(width, height));
    let title = row(canvas.top(), 32.0);
    let controls = row(canvas.top() + 46.0, controls_height(width));
    let strip = row(canvas.bottom() - 82.0, 82.0);
    let legend = row(strip.top() - 72.0, 56.0);
    let main_top = controls.bottom() + 14.0;
    let main = row(main_top, (legend.top() - 18.0 - main_top).max(PITCH));
    Areas { list: None, title, controls, main, legend, strip, tabs: None, channel: canvas, inspector: canvas }
}

/// Width of a single channel, or of the arithmetic, before a class.
const ALONE: f32 = 960.0;

/// All of a canvas for the mosaic, for the channel, or for the arithmetic.
pub(super) fn one_panel(canvas: Rect) -> Areas {
    let size = vec2(canvas.width().min(ALONE), canvas.height());
    let below = Rect::from_center_size(canvas.center(), size).with_min_y(canvas.top() + 46.0);
    Areas { channel: below, inspector: below, ..large(canvas, canvas.left(), canvas.width()) }
}

/// How the tiles of a mosaic lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tiling {
    /// Side of a tile, points.
    pub side: f32,
    /// From one channel to the next.
    pub pitch: Vec2,
    /// Channels in a row.
    pub columns: usize,
}

/// Between both tiles of a channel.
pub(super) const PAIR_GAP: f32 = 2.0;

/// The largest tiles with which so many channels fit into `room` at once; tiles of [`TILE`] where there are too many.
/// Every channel has so many tiles beside each other.
pub(super) fn tiling(room: Vec2, count: usize, tiles: usize) -> Tiling {
    let extra = tiles.saturating_sub(1) as f32;
    // Pairs stand further apart than both of a pair.
    let gap = size::SPACE_4 + PAIR_GAP * extra;
    let width = |side: f32| side * tiles as f32 + PAIR_GAP * extra + gap;
    let columns = |side: f32| (((room.x + gap) / width(side)) as usize).max(1);
    let fits = |side: f32| {
        let rows = count.div_ceil(columns(side)) as f32;
        rows * (side + size::SPACE_4) <= room.y + size::SPACE_4
    };
    // In steps, so that a window whose edge is dragged does not paint every size anew.
    let mut side = LARGEST_PITCH - size::SPACE_4;
    while side > TILE && (!fits(side) || width(side) - gap > room.x) {
        side -= 4.0;
    }
    let side = side.max(TILE);
    Tiling { side, pitch: vec2(width(side), side + size::SPACE_4), columns: columns(side) }
}

/// Room for both controls side by side with their labels, and without.
pub(super) const CONTROLS_LABELLED: f32 = 690.0;
/// Below this width they stand one above the other.
pub(super) const CONTROLS_SIDE_BY_SIDE: f32 = 580.0;

fn controls_height(width: f32) -> f32 {
    if width >= CONTROLS_SIDE_BY_SIDE { size::CONTROL_HEIGHT } else { 2.0 * size::CONTROL_HEIGHT + size::SPACE_8 }
}
