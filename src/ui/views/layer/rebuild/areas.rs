//! Where the parts lie.

use egui::Rect;

use crate::ui::kit::Area;
use crate::ui::style::size;
use crate::ui::views::layer::areas::Areas;
use crate::ui::views::layer::dream::head_and_room;

/// Height of the view's title with the gap below it.
const TITLE: f32 = 46.0;
/// Height of the error over the pictures.
pub(super) const HEADLINE: f32 = 40.0;
/// Height of a picture's name, and of what is said of it.
pub(super) const NAME: f32 = 40.0;
/// Height of the card with the depth.
const CARD: f32 = 122.0;
/// Height of the strip, and that in a narrow window.
const STRIP: [f32; 2] = [138.0, 118.0];
/// Width of curve and sentences, and that in a narrow window.
const SIDE: [f32; 2] = [330.0, 260.0];
/// The narrowest canvas that counts as wide: a window of 1280.
const WIDE: f32 = 1172.0;
/// Height of curve and sentences below the pictures of the lesson.
const BELOW: f32 = 190.0;

/// Rectangles of the parts, in points.
pub(super) struct RebuildAreas {
    /// What can be done, right of the title.
    pub head: Option<Rect>,
    /// The error, and the pictures.
    pub pictures: Option<Rect>,
    /// The error by step, and the sentences.
    pub side: Option<Rect>,
    /// The depth.
    pub depth: Option<Rect>,
    /// Five depths.
    pub strip: Option<Rect>,
}

impl RebuildAreas {
    /// On a desk all of them, before a class one.
    pub fn new(canvas: Rect, areas: &Areas, panel: Option<usize>) -> Self {
        let below = canvas.without_top(TITLE);
        let none = Self { head: None, pictures: None, side: None, depth: None, strip: None };
        match panel {
            Some(0) => return Self { pictures: Some(below), ..none },
            Some(1) => return Self { strip: Some(below), ..none },
            Some(_) => return Self { side: Some(below), ..none },
            None => {}
        }
        let is_wide = canvas.width() >= WIDE;
        let narrow = usize::from(!is_wide);
        let [head, mut room] = head_and_room(canvas, areas, is_wide);
        let strip = room.take_bottom(STRIP[narrow]);
        room.take_bottom(size::SPACE_12);
        let card = room.take_bottom(CARD);
        room.take_bottom(size::SPACE_12);
        let side = room.take_right(SIDE[narrow]);
        Self {
            head: Some(head),
            pictures: Some(room.without_right(size::SPACE_16)),
            side: Some(side),
            depth: Some(card),
            strip: Some(strip),
        }
    }

    /// The pictures; the numbers below them once they may be seen.
    pub fn lesson(canvas: Rect, is_covered: bool) -> Self {
        let mut below = canvas.without_top(TITLE);
        let none = Self { head: None, pictures: None, side: None, depth: None, strip: None };
        if is_covered {
            return Self { pictures: Some(below), ..none };
        }
        let side = below.take_bottom(BELOW.min(below.height() / 2.0)).without_top(size::SPACE_8);
        Self { pictures: Some(below), side: Some(side), ..none }
    }
}
