//! Where the parts lie.

use egui::{Rect, pos2};

use crate::ui::style::size;
use crate::ui::views::layer::areas::Areas;

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
        let below = canvas.with_min_y(canvas.top() + 46.0);
        let none = Self { head: None, pictures: None, side: None, depth: None, strip: None };
        match panel {
            Some(0) => return Self { pictures: Some(below), ..none },
            Some(1) => return Self { strip: Some(below), ..none },
            Some(_) => return Self { side: Some(below), ..none },
            None => {}
        }
        let left = areas.title.left();
        let body = canvas.with_min_x(left);
        let is_wide = canvas.width() >= WIDE;
        let narrow = usize::from(!is_wide);
        let head = match is_wide {
            true => {
                Rect::from_min_max(pos2(areas.title.right() + size::SPACE_24, canvas.top() - 1.0), canvas.right_top())
                    .with_max_y(canvas.top() - 1.0 + size::CONTROL_HEIGHT)
            }
            false => Rect::from_min_max(pos2(left, canvas.top() + 40.0), pos2(canvas.right(), canvas.top() + 74.0)),
        };
        let top = if is_wide { canvas.top() + 44.0 } else { head.bottom() + size::SPACE_4 };
        let strip = body.with_min_y(body.bottom() - STRIP[narrow]);
        let card = Rect::from_min_max(
            pos2(left, strip.top() - size::SPACE_12 - CARD),
            pos2(body.right(), strip.top() - size::SPACE_12),
        );
        let upper = Rect::from_min_max(pos2(left, top), pos2(body.right(), card.top() - size::SPACE_12));
        let edge = upper.right() - SIDE[narrow];
        Self {
            head: Some(head),
            pictures: Some(upper.with_max_x(edge - size::SPACE_16)),
            side: Some(upper.with_min_x(edge)),
            depth: Some(card),
            strip: Some(strip),
        }
    }

    /// The pictures; the numbers below them once they may be seen.
    pub fn lesson(canvas: Rect, is_covered: bool) -> Self {
        let below = canvas.with_min_y(canvas.top() + 46.0);
        let none = Self { head: None, pictures: None, side: None, depth: None, strip: None };
        match is_covered {
            true => Self { pictures: Some(below), ..none },
            false => {
                let edge = below.bottom() - BELOW.min(below.height() / 2.0);
                Self { pictures: Some(below.with_max_y(edge)), side: Some(below.with_min_y(edge + 8.0)), ..none }
            }
        }
    }
}
