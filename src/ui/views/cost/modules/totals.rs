//! All nine modules together, and the whole network.

use egui::{Align2, Rect, Ui};

use super::super::caption_within;
use super::super::header::counted;
use crate::locale::format::{compact, times_fewer};
use crate::locale::text::{tr, tr_with};
use crate::state::Unit;
use crate::ui::kit::{Area, Card, Row, card_over, write_sized};
use crate::ui::style::{TextRole, Weight};
use crate::ui::views::cost::context::CostContext;
use crate::ui::views::module::paint;

/// Height of the card where the column is so high, points.
pub(super) fn height(column: f32) -> f32 {
    (column * 0.27).clamp(128.0, 190.0)
}

/// Shows the card.
pub(super) fn card(ui: &mut Ui, rect: Rect, shown: &CostContext<'_>) {
    let title = tr("cost-together");
    let count = [("count", shown.facts.network.classes as f64)];
    let caption = caption_within(ui.painter(), rect.width(), &title, [tr_with("cost-classes", &count)]);
    card_over(ui, rect, Card::new(&title).caption(&caption), shown.theme, |ui| lines(ui, shown));
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
    for (place, (label, values)) in area.rows::<3>(0.0).into_iter().zip(&lines) {
        let (painter, times) = (ui.painter(), times_fewer(values[0] / values[1]));
        let strong = Weight::SemiBold.size(17.0);
        let times = write_sized(painter, place, Align2::RIGHT_CENTER, &times, strong, theme.hi);
        let numbers = values.map(compact);
        let both = format!("{} → {}", numbers[0], numbers[1]);
        Row::new(label, TextRole::Body, theme.mid)
            .number(&both, TextRole::Caption, theme.low)
            .paint(painter, place.without_right(times.width().max(44.0) + 12.0));
        let values = [("label", label.as_str()), ("naive", &numbers[0]), ("reduced", &numbers[1])];
        paint::speak(ui, place, label, &tr_with("module-row-spoken", &values));
    }
}
