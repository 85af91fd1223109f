//! The measures of the map, world points: one is a point at 100 %.

use egui::{Vec2, vec2};

/// Thickness of a channel, in every mode: never rescaled.
pub const POINTS_PER_CHANNEL: f32 = 0.17;

/// The middle of the main line.
pub const AXIS: f32 = 336.0;
/// The middle of the tiles.
pub const TILE_CENTER: f32 = 102.0;
/// The middle of a pair of tiles, the first photo's over the second's.
pub const PAIR_CENTER: f32 = 123.0;
/// Between both tiles of a pair.
pub const PAIR_GAP: f32 = 5.0;
/// The lower end of the columns.
pub const COLUMN_BOTTOM: f32 = 527.0;
/// The lower end of what is seen of the columns where no cards hang below the line: sums stand there in two rows.
pub const CONTRIBUTION_BOTTOM: f32 = 506.0;
/// The middle of the numerals that count layers.
pub const COUNT_LINE: f32 = 513.0;
/// What of the naive modules is drawn: they outgrow the window, and are cut here, visibly.
pub const BAND: [f32; 2] = [82.0, 474.0];
/// The upper end of the cards.
pub const CARD_TOP: f32 = 563.0;
/// A card.
pub const CARD: Vec2 = vec2(220.0, 150.0);
/// Between two cards, at least.
pub const CARD_GAP: f32 = 36.0;

/// The line that brings the photo.
pub const INPUT_WIDTH: f32 = 20.0;
/// A convolution of the stem.
pub const CONV_WIDTH: f32 = 38.0;
/// Above and below the ribbon of a convolution.
pub const CONV_MARGIN: f32 = 22.0;
/// A pool.
pub const POOL_WIDTH: f32 = 14.0;
/// Local response normalisation.
pub const NORM_WIDTH: f32 = 10.0;
/// A module.
pub const MODULE_WIDTH: f32 = 68.0;
/// Global average pooling, and the linear layer.
pub const HEAD_WIDTH: f32 = 30.0;
/// The bars of softmax.
pub const SOFTMAX_WIDTH: f32 = 24.0;
/// Height of the softmax column.
pub const SOFTMAX_HEIGHT: f32 = 84.0;
/// Between two modules.
pub const BOX_GAP: f32 = 9.0;
/// Between any other two glyphs.
pub const GLYPH_GAP: f32 = 11.0;

/// Between two lanes of a module.
pub const LANE_GAP: f32 = 11.0;
/// Above the first and below the last lane.
pub const LANE_MARGIN: f32 = 10.0;
/// From the left edge of a module to where lanes begin.
pub const LANE_START: f32 = 17.0;
/// From the left edge of a module to where lanes bend towards the concat.
pub const LANE_BEND: f32 = 39.0;
/// Width of the input bar and of the concat bar.
pub const BAR_WIDTH: f32 = 5.0;
/// Side of the tile on a lane.
pub const LANE_TILE: f32 = 14.0;
