//! Where the parts lie.

use egui::{Align2, Rect, vec2};

use crate::ui::kit::Area;
use crate::ui::style::size;
use crate::ui::views::layer::areas::Areas;

/// Side of a tile, points.
pub(super) const TILE: f32 = 72.0;
/// From one tile to the next.
pub(super) const PITCH: egui::Vec2 = vec2(78.5, 97.0);
/// Height of the row with the caption below the controls.
const CAPTION: f32 = 24.0;
/// Height of what stands over the picture: caption, headline, name.
const HEADLINE: f32 = 93.0;
/// Height of a row of buttons.
const ROW: f32 = size::CONTROL_HEIGHT;
/// Height of the card about random weights.
const RANDOM: f32 = 118.0;
/// The least side of the picture where random weights stand below it.
const LEAST_PICTURE: f32 = 240.0;
/// Height of the chart with its words.
const CURVE: f32 = 200.0;

/// Rectangles of the parts, in points.
pub(super) struct LooksAreas {
    /// Controls and tiles.
    pub atlas: Option<[Rect; 2]>,
    /// Tabs, where the picture and the album share a column.
    pub tabs: Option<Rect>,
    /// The picture and what belongs to it.
    pub middle: Option<Rect>,
    /// Whether the middle is a panel of its own, wider than high.
    pub is_wide_middle: bool,
    /// The album.
    pub card: Option<Rect>,
}

impl LooksAreas {
    /// On a desk all of them, before a class one.
    pub fn new(canvas: Rect, areas: &Areas, panel: Option<usize>) -> Self {
        let mut main = areas.controls.with_max_y(canvas.bottom());
        let atlas = [main.take_top(ROW + CAPTION), main.without_top(size::SPACE_8).with_min_x(areas.main.left())];
        let below = canvas.without_top(46.0);
        match panel {
            None => Self {
                atlas: Some(atlas),
                tabs: areas.tabs,
                middle: Some(match areas.tabs {
                    None => areas.channel.with_min_y(canvas.top()),
                    Some(_) => areas.channel,
                }),
                is_wide_middle: false,
                card: Some(areas.inspector),
            },
            Some(panel) => Self {
                atlas: (panel == 0).then_some(atlas),
                tabs: None,
                middle: (panel == 1).then_some(below),
                is_wide_middle: true,
                card: (panel == 2).then_some(below),
            },
        }
    }
}

/// The parts of the middle.
pub(super) struct Middle {
    /// Caption, what it fires for, its name.
    pub headline: Rect,
    /// The picture, square.
    pub picture: Rect,
    /// How it is made.
    pub wishes: Rect,
    /// Its value by step, and what it shows.
    pub curve: Rect,
    /// The same on random weights, where there is room.
    pub random: Option<Rect>,
}

/// One above the other; before a class the curve stands beside the picture.
pub(super) fn middle(rect: Rect, is_wide: bool) -> Middle {
    let mut room = rect;
    let headline = room.take_top(HEADLINE);
    if is_wide {
        room.take_top(size::SPACE_8);
        let side = (room.height() - ROW - size::SPACE_12).min(room.width() * 0.5).max(120.0);
        let picture = room.square(Align2::LEFT_TOP, side);
        return Middle {
            headline,
            picture,
            wishes: picture.beneath(size::SPACE_12, ROW).left_part(side.max(300.0)),
            curve: picture.beside(size::SPACE_24, 0.0).with_max_x(room.right()),
            random: None,
        };
    }
    // In a low window the picture gives way first.
    let fixed = HEADLINE + ROW + CURVE + 3.0 * size::SPACE_12;
    let beside_random = rect.height() - fixed - RANDOM - size::SPACE_12;
    let side = match beside_random >= LEAST_PICTURE {
        true => beside_random.min(rect.width()),
        false => (rect.height() - fixed).clamp(120.0, rect.width()),
    };
    let picture = room.take_top(side).left_part(side);
    room.take_top(size::SPACE_12);
    let wishes = room.take_top(ROW);
    let has_room = room.height() >= CURVE + RANDOM + size::SPACE_24;
    let random = has_room.then(|| room.take_bottom(RANDOM));
    if has_room {
        room.take_bottom(size::SPACE_12);
    }
    Middle { headline, picture, wishes, curve: room.without_top(size::SPACE_12), random }
}
