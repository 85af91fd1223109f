//! All nine modules together, and the whole network.

use egui::{Align2, Ui, pos2};

use super::super::caption_within;
use super::super::header::counted;
use crate::locale::format::{compact, times_fewer};
use crate::locale::text::{tr, tr_with};
use crate::state::Unit;
use crate::ui::kit::Card;
use crate::ui::style::{TextRole, Weight};
use crate::ui::views::cost::context::CostContext;
use crate::ui::views::module::paint;

/// Height of the card where the column is so high, points.
pub(super) fn height(column: f32) -> f32 {
    (column * 0.27).clamp(128.0, 190.0)
}

/// Shows the card over the available room.
pub(super) fn card(ui: &mut Ui, shown: &CostContext<'_>) {
    let title = tr("cost-together");
    let count = [("count", shown.facts.network.classes as f64)];
    let width = ui.available_width();
    let caption = caption_within(ui.painter(), width, &title, [tr_with("cost-classes", &count)]);
    Card::new(&title).caption(&caption).fill_height().show(ui, shown.theme, |ui| lines(ui, shown));
}

/// A line: what, naive, reduced.
type Line = (String, [f64; 2]);

fn lines(ui: &Ui, shown: &CostContext<'_>) {
    let (theme, facts) = (shown.theme, shown.facts);
    let unit = shown.state.settings.unit;
    let count = |macs: u64| Unit::count(unit, macs) as f64;
    let area = ui.available_rect_before_wrap();
    let counted = counted(shown);
    let named = |short: &str, long: &str| {
        if area.width() < 300.0 { tr(short) } else { tr_with(long, &[("unit", counted.as_str())]) }
    };
    let stacked = &facts.stacked.network;
    let lines: [Line; 3] = [
        (named("cost-nine-modules", "cost-nine-modules-of"), [count(facts.naive.nine()), count(facts.reduced.nine())]),
        (
            named("cost-whole-stacked", "cost-whole-stacked-of"),
            [count(stacked.macs), count(facts.reduced.network.macs)],
        ),
        (
            named("cost-whole-params", "cost-whole-params-of"),
            [stacked.params as f64, facts.reduced.network.params as f64],
        ),
    ];
    let pitch = area.height() / lines.len() as f32;
    for (index, (label, values)) in lines.iter().enumerate() {
        let y = area.top() + pitch * (index as f32 + 0.5);
        let times = times_fewer(values[0] / values[1]);
        let numbers = values.map(compact);
        let right = ui.painter().text(
            pos2(area.right(), y),
            Align2::RIGHT_CENTER,
            &times,
            Weight::SemiBold.size(17.0),
            theme.hi,
        );
        let both = format!("{} → {}", numbers[0], numbers[1]);
        let both = ui.painter().text(
            pos2(right.left().min(area.right() - 44.0) - 12.0, y),
            Align2::RIGHT_CENTER,
            both,
            TextRole::Caption.font(),
            theme.low,
        );
        let room = both.left() - area.left() - 8.0;
        let words = (TextRole::Body.font(), theme.mid);
        let place = pos2(area.left(), y);
        paint::line(ui.painter(), place, Align2::LEFT_CENTER, label, words, room);
        let values = [("label", label.as_str()), ("naive", &numbers[0]), ("reduced", &numbers[1])];
        let rect = egui::Rect::from_x_y_ranges(area.x_range(), y - pitch / 2.0..=y + pitch / 2.0);
        paint::speak(ui, rect, label, &tr_with("module-row-spoken", &values));
    }
}
