//! The last answers as a row of bars, the newest at the right: how probable each was, and whether it is the answer of now.

use egui::{Rect, Role, Sense, Ui};

use super::words::counts;
use crate::live::TRAIL;
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr_with};
use crate::state::Live;
use crate::ui::kit::{Area, Pressable, tooltip};
use crate::ui::style::{Hue, Theme, size};

/// Answers named to a screen reader and in the tooltip.
const NAMED: usize = 4;

/// Draws it; its height is 1 at the top, 0 at the bottom.
pub fn trail(ui: &mut Ui, rect: Rect, live: &Live, theme: &Theme) {
    let count = live.trail.answers().len();
    let named = counts(live, NAMED);
    let name = tr_with("live-trail-name", &[("count", count.to_string()), ("answers", named.clone())]);
    let image = Pressable::new(ui.scope_id().with("live-trail")).role(Role::Image).sense(Sense::hover());
    let response = image.show(ui, rect, theme, || name.clone());
    let painter = ui.painter();
    painter.rect_filled(rect, size::RADIUS_BAR, theme.bar_track);
    let step = rect.width() / TRAIL as f32;
    let now = live.trail.last().map(|answer| answer.class);
    for (place, answer) in live.trail.answers().rev().enumerate() {
        let height = (rect.height() * answer.probability.clamp(0.0, 1.0)).max(1.0);
        let column = rect.without_right(place as f32 * step).right_part((step - 0.5).max(1.0));
        let fill = if Some(answer.class) == now { theme.hue(Hue::Classifier).fill } else { theme.low };
        painter.rect_filled(column.bottom_part(height), 0.0, fill);
    }
    let hovered = response.hover_pos().map(|at| ((rect.right() - at.x) / step) as usize);
    let answer = hovered.and_then(|place| live.trail.answers().rev().nth(place));
    tooltip(&response, theme, |ui| {
        if let Some(answer) = answer {
            let values = [
                ("frame", answer.frame.to_string()),
                ("class", class_text(&answer.label).to_owned()),
                ("share", percent(f64::from(answer.probability))),
            ];
            ui.label(egui::RichText::new(tr_with("live-trail-answer", &values)).color(theme.hi));
        }
        ui.label(egui::RichText::new(&name).color(theme.mid));
    });
    // The scale of the bars.
    let tick = egui::Stroke::new(size::hairline(), theme.line2);
    painter.hline(rect.x_range(), rect.top(), tick);
    painter.line_segment([rect.left_bottom(), rect.right_bottom()], tick);
}
