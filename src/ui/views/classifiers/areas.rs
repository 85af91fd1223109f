//! Where the parts of the view lie.

use egui::{Rect, Vec2, vec2};

use crate::ui::kit::Area;
use crate::ui::style::size;

/// The smallest canvas everything fits into; in a smaller one the view scrolls.
pub(super) const LEAST: Vec2 = vec2(960.0, 600.0);

/// The same of a single panel.
pub(super) const LEAST_PANEL: Vec2 = vec2(640.0, 330.0);

/// Height of the row with the title.
const TITLE: f32 = size::CONTROL_HEIGHT;
/// Share of the height that the three heads take, at most.
const CARDS_SHARE: f32 = 0.35;
/// Rows of a head: its five classes, and the class under study where it is none of them.
pub(super) const ROWS: usize = 6;
/// Height of a head without its rows.
const CARD_FRAME: f32 = 78.0;
/// Height of a head in a line.
const STRIP: f32 = 40.0;
/// Gap between two heads: room for an arrow.
pub(super) const GAP: f32 = 64.0;

/// Rectangles of the parts, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Areas {
    /// Title and choosers.
    pub title: Rect,
    /// aux1, aux2, main.
    pub heads: [Rect; 3],
    /// Height of a row in a head.
    pub row: f32,
    /// The card below.
    pub card: Rect,
    /// Its row of tabs.
    pub tabs: Rect,
    /// What a tab shows.
    pub content: Rect,
}

impl Areas {
    /// All of a canvas below the title for the three heads, or for one part of a tab.
    pub fn one_panel(canvas: Rect) -> Self {
        let whole = Self::new(canvas);
        let card = canvas.without_top(TITLE + size::SPACE_12);
        Self {
            heads: whole.heads.map(|head| head.with_max_y(canvas.bottom())),
            row: ((card.height() - CARD_FRAME) / ROWS as f32).floor().min(56.0),
            ..whole.with_card(card, is_low(canvas))
        }
    }

    /// The same with a line for each head, and so more room below.
    pub fn with_strips(canvas: Rect) -> Self {
        let whole = Self::new(canvas);
        let less = whole.heads[0].height() - STRIP;
        let heads = whole.heads.map(|head| head.top_part(STRIP));
        let card = whole.card.without_top(-less);
        Self { heads, ..whole.with_card(card, is_low(canvas)) }
    }

    /// Shares a canvas out.
    pub fn new(canvas: Rect) -> Self {
        let is_low = is_low(canvas);
        let row = ((canvas.height() * CARDS_SHARE - CARD_FRAME) / ROWS as f32).floor().clamp(20.0, size::HIT_TARGET);
        let mut below = canvas;
        let title = below.take_top(TITLE);
        below.take_top(if is_low { 8.0 } else { 12.0 });
        let heads = below.take_top(CARD_FRAME + ROWS as f32 * row).columns(GAP);
        below.take_top(if is_low { 10.0 } else { size::SPACE_16 });
        Self { title, heads, row, card: below, tabs: below, content: below }.with_card(below, is_low)
    }

    /// The same with another card: its tabs, and what they show below them, lie in it.
    fn with_card(self, card: Rect, is_low: bool) -> Self {
        let mut content = card.shrink2(vec2(size::CARD_PADDING, if is_low { 10.0 } else { 14.0 }));
        let tabs = content.take_top(size::CONTROL_HEIGHT);
        content.take_top(if is_low { 8.0 } else { 12.0 });
        Self { card, tabs, content, ..self }
    }
}

/// Whether a canvas has little height: everything in it stands closer.
fn is_low(canvas: Rect) -> bool {
    canvas.height() < 700.0
}
