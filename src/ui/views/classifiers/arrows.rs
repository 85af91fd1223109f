//! From head to head: how the place of the class under study changes.

use egui::{Align2, Rect, Role, Ui, vec2};

use super::head_card::Anchor;
use crate::locale::format::ranked;
use crate::locale::text::tr_with;
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{arrow_line, width_of, write};
use crate::ui::style::{TextRole, Theme};

/// Draws an arrow from one head to the next with both places of the class: "#2 → #1".
pub(super) fn arrow(ui: &Ui, [start, end]: [Anchor; 2], theme: &Theme) {
    let painter = ui.painter();
    let [from, to] = [start.row.right_center(), end.row.left_center() - vec2(1.0, 0.0)];
    painter.circle_filled(from, 4.5, theme.hi);
    arrow_line(painter, [from, to], 2.5, 12.0, theme.hi);
    let ranks = [start.rank.to_string(), end.rank.to_string()];
    let values = [("from", &*ranks[0]), ("to", &*ranks[1])];
    let words = tr_with("classifiers-move", &values);
    let ink = if start.rank == end.rank { theme.low } else { theme.hi };
    let way = Rect::from_two_pos(from, to);
    let above = way.with_max_y(way.top() - 9.0);
    let role = TextRole::StatusStrong;
    if width_of(painter, &words, role.font()) <= way.width() - 3.0 {
        write(painter, above, Align2::CENTER_BOTTOM, &words, role, ink);
    } else {
        for (rank, place) in ranks.iter().zip([above.translate(vec2(0.0, -16.0)), above]) {
            write(painter, place, Align2::CENTER_BOTTOM, &ranked(rank), role, ink);
        }
    }
    spoken(ui, way.expand(4.0), Role::Label, &tr_with("classifiers-move-name", &values));
}
