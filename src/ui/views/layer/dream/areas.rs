//! Where the parts lie.

use egui::{Rect, pos2};

use crate::ui::style::size;
use crate::ui::views::layer::areas::Areas;

/// Height of the answers over the pictures.
pub(super) const ANSWER: f32 = 40.0;
/// Height of the cards with depth, strength and octaves.
const CARDS: f32 = 104.0;
/// Height of the strip, and where thumbnails stand over their words.
const STRIP: [f32; 2] = [138.0, 124.0];
/// Height of strength and octaves in a row of their own.
const LOW: f32 = 50.0;
/// Width of strength and octaves together.
const SETTINGS: f32 = 480.0;
/// The narrowest canvas with depth, strength and octaves beside each other: a window of 1280.
const WIDE: f32 = 1172.0;

/// Two dreams of a photo of that size, and below them the strip of five depths once it may be seen.
pub(super) fn lesson(canvas: Rect, [width, height]: [u32; 2], is_covered: bool) -> (Rect, Option<Rect>) {
    let below = canvas.with_min_y(canvas.top() + 46.0);
    if is_covered {
        return (below, None);
    }
    let half = (below.width() - size::SPACE_16) / 2.0;
    let wanted = super::lesson::CAPTION + half * height as f32 / width.max(1) as f32;
    let pair = below.with_max_y(below.top() + wanted.min(below.height() - STRIP[0] - size::SPACE_24));
    (pair, Some(below.with_min_y(pair.bottom() + size::SPACE_24)))
}

/// Rectangles of the parts, in points.
pub(super) struct DreamAreas {
    /// What can be done, right of the title.
    pub head: Option<Rect>,
    /// The two pictures with their answers.
    pub pair: Option<Rect>,
    /// The depth.
    pub depth: Option<Rect>,
    /// Strength and octaves.
    pub settings: Option<Rect>,
    /// Five depths, or a setting swept.
    pub strip: Option<Rect>,
}

impl DreamAreas {
    /// On a desk all of them, before a class the pair or the strip.
    pub fn new(canvas: Rect, areas: &Areas, panel: Option<usize>) -> Self {
        let below = canvas.with_min_y(canvas.top() + 46.0);
        if let Some(panel) = panel {
            let (pair, strip) = if panel == 0 { (Some(below), None) } else { (None, Some(below)) };
            return Self { head: None, pair, depth: None, settings: None, strip };
        }
        let left = areas.title.left();
        let body = canvas.with_min_x(left);
        let is_wide = canvas.width() >= WIDE;
        let head_row = match is_wide {
            true => {
                Rect::from_min_max(pos2(areas.title.right() + size::SPACE_24, canvas.top() - 1.0), canvas.right_top())
                    .with_max_y(canvas.top() - 1.0 + size::CONTROL_HEIGHT)
            }
            false => Rect::from_min_max(pos2(left, canvas.top() + 40.0), pos2(canvas.right(), canvas.top() + 74.0)),
        };
        let top = if is_wide { canvas.top() + 44.0 } else { head_row.bottom() + size::SPACE_4 };
        let strip = body.with_min_y(body.bottom() - STRIP[usize::from(!is_wide)]);
        let cards_height = if is_wide { CARDS } else { CARDS + size::SPACE_8 + LOW };
        let cards = Rect::from_min_max(
            pos2(left, strip.top() - size::SPACE_12 - cards_height),
            pos2(body.right(), strip.top() - size::SPACE_12),
        );
        let pair = Rect::from_min_max(pos2(left, top), pos2(body.right(), cards.top() - size::SPACE_12));
        let (depth, settings) = match is_wide {
            true => {
                let edge = cards.right() - SETTINGS;
                (cards.with_max_x(edge - size::SPACE_12), cards.with_min_x(edge))
            }
            false => {
                let edge = cards.top() + CARDS;
                (cards.with_max_y(edge), cards.with_min_y(edge + size::SPACE_8))
            }
        };
        Self {
            head: Some(head_row),
            pair: Some(pair),
            depth: Some(depth),
            settings: Some(settings),
            strip: Some(strip),
        }
    }
}
