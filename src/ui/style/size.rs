//! Sizes by role, in points.

use super::legibility::strokes;

/// The spacing grid.
pub const SPACE_4: f32 = 4.0;
/// Between things that belong together.
pub const SPACE_8: f32 = 8.0;
/// Between a control and its neighbour.
pub const SPACE_12: f32 = 12.0;
/// Gap between cards, and margin of the canvas.
pub const SPACE_16: f32 = 16.0;
/// Between groups.
pub const SPACE_24: f32 = 24.0;
/// Between sections.
pub const SPACE_36: f32 = 36.0;
/// Between a card's border and its content.
pub const CARD_PADDING: f32 = 18.0;

/// Corner radius of tiles.
pub const RADIUS_TILE: f32 = 4.0;
/// Corner radius of bars.
pub const RADIUS_BAR: f32 = 2.5;
/// Corner radius of buttons.
pub const RADIUS_BUTTON: f32 = 6.0;
/// Corner radius of cards, tooltips and toasts.
pub const RADIUS_CARD: f32 = 8.0;
/// Corner radius of the lesson card.
pub const RADIUS_LESSON: f32 = 12.0;

/// Width of hairlines and tile borders.
pub fn hairline() -> f32 {
    strokes(1.0)
}

/// Width of chart lines.
pub fn stroke_chart() -> f32 {
    strokes(3.0)
}

/// Width of the outline of what is selected.
pub fn stroke_selection() -> f32 {
    strokes(2.5)
}

/// Width of the focus ring, and of a hovered tile's border.
pub fn stroke_focus() -> f32 {
    strokes(2.0)
}

/// Distance between a control and its focus ring.
pub const FOCUS_OFFSET: f32 = 2.0;

/// Width of the navigation rail.
pub const RAIL_WIDTH: f32 = 76.0;
/// Height of the toolbar.
pub const TOOLBAR_HEIGHT: f32 = 52.0;
/// Height of the line below a panel in front of a class.
pub const FOOTER_HEIGHT: f32 = 32.0;
/// Height of the status bar.
pub const STATUS_HEIGHT: f32 = 28.0;
/// Height of the bar that compares two photos.
pub const COMPARE_HEIGHT: f32 = 46.0;
/// Width of the left column of the Network view.
pub const LEFT_COLUMN_WIDTH: f32 = 240.0;
/// Width of the panel in which the photo is edited.
pub const EDITOR_WIDTH: f32 = 300.0;
/// Width of the inspector.
pub const INSPECTOR_WIDTH: f32 = 284.0;
/// The smallest window that everything fits in, width and height; a smaller one shows everything smaller.
pub const MIN_WINDOW: [f32; 2] = [1100.0, 720.0];
/// How much smaller than the settings ask for everything may become in a window that is small; what then does not fit scrolls.
pub const MOST_SHRUNK: f32 = 0.75;
/// The smallest side of anything that can be clicked.
pub const HIT_TARGET: f32 = 32.0;
/// Height of buttons and segmented controls.
pub const CONTROL_HEIGHT: f32 = 34.0;
