//! From AlexNet to ResNet-50: what each network costs, and what it reached.

mod networks;
mod result;
mod row;

use egui::{Align2, Rect, Ui, vec2};
pub(super) use networks::Lineage;

use super::context::{CostContext, Switch};
use super::measure::unit_name;
use super::{Tab, headline};
use crate::export::Table;
use crate::locale::format::{compact, ratio, times_fewer};
use crate::locale::text::{tr, tr_with};
use crate::spec::Ancestor;
use crate::state::CostTab;
use crate::ui::kit::{Area, Card, Lines, within};
use crate::ui::style::{TextRole, is_projected, size};
use crate::ui::views::module::paint;

/// How many times fewer parameters than AlexNet the paper's abstract claims (Szegedy et al. 2014).
const CLAIMED: usize = 12;

/// Height of the words over the columns, points.
const HEADS: f32 = 20.0;

impl CostTab {
    /// AlexNet to ResNet-50.
    pub const LINEAGE: Self = Self::new("lineage");
}

pub(super) const TAB: Tab = Tab {
    tab: CostTab::LINEAGE,
    panel: Tab::panel(CostTab::LINEAGE, ["cost-tab-lineage", "hint-cost-lineage"], &["cost-lineage-title"], |_| {
        Ok(Table::of_lineage())
    }),
    content: |ui, rect, shown, _, _| lineage(ui, rect, shown),
    caption: "cost-caption-lineage",
    headline: headline::lineage,
    switches: &[Switch::Unit],
};

/// Shows a row for each network and why the paper's ratio is another one.
pub(super) fn lineage(ui: &mut Ui, rect: Rect, shown: &CostContext<'_>) {
    // Before a class the lesson's card says the same, and the tab is called so.
    let is_told = is_projected() && shown.state.tour.is_some();
    let title = if is_told { String::new() } else { tr("cost-lineage-title") };
    let caption = tr("cost-lineage-caption");
    within(ui, rect, |ui| {
        Card::new(&title).caption(&caption).fill_height().show(ui, shown.theme, |ui| {
            let mut area = ui.available_rect_before_wrap();
            if !is_told {
                explain(ui, &mut area, shown);
            }
            rows(ui, area, shown);
        });
    });
}

fn rows(ui: &Ui, mut area: Rect, shown: &CostContext<'_>) {
    let lineage = &shown.facts.lineage;
    let networks = &lineage.networks;
    row::heads(ui, area.take_top(HEADS), shown);
    let pitch = area.height() / networks.len() as f32;
    let most = |value: fn(&Ancestor) -> f64| networks.iter().map(value).fold(0.0, f64::max);
    let scale = [most(|network| network.params as f64), most(|network| network.macs as f64)];
    for (index, network) in networks.iter().enumerate() {
        let row =
            row::NetworkRow { network, alexnet: lineage.alexnet(), is_subject: index == lineage.compared[1], scale };
        row.show(ui, area.row(index, pitch), shown);
    }
}

/// Both ratios to AlexNet in words, at the foot of the card; leaves what is above.
fn explain(ui: &Ui, area: &mut Rect, shown: &CostContext<'_>) {
    let lineage = &shown.facts.lineage;
    let alexnet = lineage.alexnet().params as f64;
    let claimed = times_fewer(CLAIMED as f64);
    let values = [
        ("times", times_fewer(lineage.params_ratio())),
        ("alexnet", compact(alexnet)),
        ("googlenet", compact(lineage.googlenet().params as f64)),
        ("claimed", claimed),
        ("implied", compact(alexnet / CLAIMED as f64)),
    ];
    let mut sentences = vec![tr_with("cost-lineage-why", &values)];
    if !shown.hides_macs() {
        let unit = unit_name(shown.state.settings.unit);
        let values = [("times", ratio(lineage.macs_ratio())), ("unit", unit)];
        sentences.push(tr_with("cost-lineage-macs", &values));
    }
    sentences.push(tr("cost-lineage-errors"));
    let words = sentences.join(" ");
    let room = area.width() - 2.0 * size::SPACE_12;
    let lines = Lines::new(ui.painter(), &words, TextRole::Body, shown.theme.mid, room);
    let strip = area.take_bottom(lines.height() + 2.0 * size::SPACE_8).expand2(vec2(6.0, 0.0));
    area.take_bottom(size::SPACE_12);
    ui.painter().rect_filled(strip, size::RADIUS_BUTTON, shown.theme.bg3);
    lines.paint(ui.painter(), strip.shrink2(vec2(size::SPACE_12, size::SPACE_8)), Align2::LEFT_TOP);
    paint::speak(ui, strip, "lineage-why", &words);
}
