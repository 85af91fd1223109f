//! From head to head: how the place of the class under study changes.

use egui::{Align2, Rect, Role, Shape, Stroke, Ui, pos2, vec2};

use super::head_card::Anchor;
use crate::locale::format::ranked;
use crate::locale::text::tr_with;
use crate::ui::kit::paint::{spoken, text};
use crate::ui::style::{TextRole, Theme};

/// Draws an arrow from one head to the next with both places of the class: "#2 → #1".
pub(super) fn arrow(ui: &Ui, [from, to]: [Rect; 2], [start, end]: [Anchor; 2], theme: &Theme) {
    let painter = ui.painter();
    let a = pos2(from.right(), start.y);
    let b = pos2(to.left() - 1.0, end.y);
    let direction = (b - a).normalized();
    let side = vec2(-direction.y, direction.x);
    let base = b - direction * 12.0;
    painter.circle_filled(a, 4.5, theme.hi);
    painter.line_segment([a, base], Stroke::new(2.5, theme.hi));
    let tip = vec![b, base + side * 6.5, base - side * 6.5];
    painter.add(Shape::convex_polygon(tip, theme.hi, Stroke::NONE));
    let ranks = [start.rank.to_string(), end.rank.to_string()];
    let values = [("from", &*ranks[0]), ("to", &*ranks[1])];
    let middle = pos2((a.x + b.x) / 2.0, a.y.min(b.y) - 9.0);
    let words = tr_with("classifiers-move", &values);
    let ink = if start.rank == end.rank { theme.low } else { theme.hi };
    let font = TextRole::StatusStrong;
    let fits = painter.layout_no_wrap(words.clone(), font.font(), ink).size().x <= to.left() - from.right() - 4.0;
    if fits {
        text(painter, middle, Align2::CENTER_BOTTOM, &words, font, ink);
    } else {
        let [above, below] = [("from", -16.0), ("to", 0.0)].map(|(key, up)| (key, up));
        for ((_, up), rank) in [above, below].into_iter().zip(&ranks) {
            let place = middle + vec2(0.0, up);
            text(painter, place, Align2::CENTER_BOTTOM, &ranked(rank), font, ink);
        }
    }
    let name = tr_with("classifiers-move-name", &values);
    spoken(ui, Rect::from_two_pos(a, b).expand(4.0), Role::Label, &name);
}
