//! Where the parts of the view lie.

use egui::{Rect, Vec2, pos2, vec2};

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
        let top = whole.title.bottom() + size::SPACE_12;
        let room = canvas.bottom() - top;
        let height = |rect: Rect| rect.with_max_y(canvas.bottom());
        let shift = vec2(0.0, top - whole.card.top());
        Self {
            heads: whole.heads.map(height),
            row: ((room - CARD_FRAME) / ROWS as f32).floor().min(56.0),
            card: canvas.with_min_y(top),
            tabs: whole.tabs.translate(shift),
            content: whole.content.with_min_y(whole.content.top() + shift.y),
            ..whole
        }
    }

    /// The same with a line for each head, and so more room below.
    pub fn with_strips(canvas: Rect) -> Self {
        let whole = Self::new(canvas);
        let heads = whole.heads.map(|head| head.with_max_y(head.top() + STRIP));
        let shift = vec2(0.0, heads[0].bottom() - whole.heads[0].bottom());
        Self {
            heads,
            card: whole.card.with_min_y(whole.card.top() + shift.y),
            tabs: whole.tabs.translate(shift),
            content: whole.content.with_min_y(whole.content.top() + shift.y),
            ..whole
        }
    }

    /// Shares a canvas out.
    pub fn new(canvas: Rect) -> Self {
        let is_low = canvas.height() < 700.0;
        let gap = if is_low { 10.0 } else { size::SPACE_16 };
        let title = canvas.with_max_y(canvas.top() + TITLE);
        let row = ((canvas.height() * CARDS_SHARE - CARD_FRAME) / ROWS as f32).floor().clamp(20.0, size::HIT_TARGET);
        let top = title.bottom() + if is_low { 8.0 } else { 12.0 };
        let height = CARD_FRAME + ROWS as f32 * row;
        let width = (canvas.width() - 2.0 * GAP) / 3.0;
        let heads = [0.0, 1.0, 2.0].map(|index| {
            let left = canvas.left() + index * (width + GAP);
            Rect::from_min_size(pos2(left, top), vec2(width, height))
        });
        let card = Rect::from_min_max(pos2(canvas.left(), top + height + gap), canvas.max);
        let padding = vec2(size::CARD_PADDING, if is_low { 10.0 } else { 14.0 });
        let inner = card.shrink2(padding);
        let tabs = inner.with_max_y(inner.top() + size::CONTROL_HEIGHT);
        let content = inner.with_min_y(tabs.bottom() + if is_low { 8.0 } else { 12.0 });
        Self { title, heads, row, card, tabs, content }
    }
}
