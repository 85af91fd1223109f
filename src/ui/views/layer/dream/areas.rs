//! Where the parts lie.

use egui::Rect;

use crate::ui::kit::Area;
use crate::ui::style::size;
use crate::ui::views::layer::areas::Areas;

/// Height of the view's title with the gap below it.
const TITLE: f32 = 46.0;
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

/// What can be done beside the view's title, or in a row below it where that has no room; and what is left below.
pub(in crate::ui::views::layer) fn head_and_room(canvas: Rect, areas: &Areas, is_wide: bool) -> [Rect; 2] {
    let room = canvas.with_min_x(areas.title.left());
    if is_wide {
        let row = areas.title.middle_row(size::CONTROL_HEIGHT).with_max_x(canvas.right());
        return [row.with_min_x(areas.title.right() + size::SPACE_24), room.without_top(44.0)];
    }
    let mut room = room.without_top(40.0);
    [room.take_top(size::CONTROL_HEIGHT), room.without_top(size::SPACE_4)]
}

/// Two dreams of a photo of that size, and below them the strip of five depths once it may be seen.
pub(super) fn lesson(canvas: Rect, [width, height]: [u32; 2], is_covered: bool) -> (Rect, Option<Rect>) {
    let mut below = canvas.without_top(TITLE);
    if is_covered {
        return (below, None);
    }
    let [half, _] = below.columns(size::SPACE_16);
    let wanted = super::lesson::CAPTION + half.width() * height as f32 / width.max(1) as f32;
    let pair = below.take_top(wanted.min(below.height() - STRIP[0] - size::SPACE_24));
    (pair, Some(below.without_top(size::SPACE_24)))
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
        if let Some(panel) = panel {
            let below = canvas.without_top(TITLE);
            let (pair, strip) = if panel == 0 { (Some(below), None) } else { (None, Some(below)) };
            return Self { head: None, pair, depth: None, settings: None, strip };
        }
        let is_wide = canvas.width() >= WIDE;
        let [head, mut room] = head_and_room(canvas, areas, is_wide);
        let strip = room.take_bottom(STRIP[usize::from(!is_wide)]);
        room.take_bottom(size::SPACE_12);
        let mut cards = room.take_bottom(if is_wide { CARDS } else { CARDS + size::SPACE_8 + LOW });
        let (depth, settings) = match is_wide {
            true => {
                let settings = cards.take_right(SETTINGS);
                (cards.without_right(size::SPACE_12), settings)
            }
            false => (cards.take_top(CARDS), cards.without_top(size::SPACE_8)),
        };
        Self {
            head: Some(head),
            pair: Some(room.without_bottom(size::SPACE_12)),
            depth: Some(depth),
            settings: Some(settings),
            strip: Some(strip),
        }
    }
}
