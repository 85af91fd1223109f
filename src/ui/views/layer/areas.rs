//! Where the parts of the view lie.

use egui::{Rect, Vec2, vec2};

use crate::ui::kit::Area;
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
    let inspector = canvas.right_part(size::INSPECTOR_WIDTH);
    let mut room = canvas;
    let list = is_list_open.then(|| room.take_left(LIST_WIDTH));
    if list.is_some() {
        room.take_left(size::SPACE_24);
    }
    if is_wide {
        room.take_right(size::INSPECTOR_WIDTH + size::SPACE_24);
    }
    let column = room.take_right(CHANNEL_WIDTH);
    room.take_right(MOSAIC_GAP);
    let channel = column.without_top(46.0);
    Areas {
        list,
        tabs: (!is_wide).then(|| column.top_part(34.0)),
        channel,
        inspector: if is_wide { inspector } else { channel },
        ..large(canvas, room)
    }
}

/// Title, mosaic and what belongs to it in a part of the canvas; channel and arithmetic lie over all of it.
fn large(canvas: Rect, room: Rect) -> Areas {
    let columns = ((room.width() + size::SPACE_4) / PITCH).floor().max(1.0);
    let mut body = room.left_part(columns * PITCH - size::SPACE_4);
    let title = body.take_top(46.0).top_part(32.0);
    let controls = body.take_top(controls_height(body.width()));
    body.take_top(14.0);
    let strip = body.take_bottom(82.0);
    body.take_bottom(size::SPACE_16);
    let legend = body.take_bottom(56.0);
    body.take_bottom(18.0);
    let main = body.top_part(body.height().max(PITCH));
    Areas { list: None, title, controls, main, legend, strip, tabs: None, channel: canvas, inspector: canvas }
}

/// Width of a single channel, or of the arithmetic, before a class.
const ALONE: f32 = 960.0;

/// All of a canvas for the mosaic, for the channel, or for the arithmetic.
pub(super) fn one_panel(canvas: Rect) -> Areas {
    let below = canvas.middle_column(canvas.width().min(ALONE)).without_top(46.0);
    Areas { channel: below, inspector: below, ..large(canvas, canvas) }
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
