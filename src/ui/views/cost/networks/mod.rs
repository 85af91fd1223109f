//! Two networks: how alike they are at each depth, which weights moved, and what each of their layers costs.

mod changes;
mod rows;

use egui::{Layout, Rect, Ui, UiBuilder};

use super::Tab;
use super::context::CostContext;
use super::context::Switch;
use super::headline;
use super::table::{Column, Table, TableScene};
use super::within;
use crate::export;
use crate::locale::text::tr;
use crate::state::{Command, CostTab};
use crate::ui::chrome::menus::comparison_wishes;
use crate::ui::chrome::networks;
use crate::ui::kit::paint::paragraph;
use crate::ui::kit::{Button, Card};
use crate::ui::style::{TextRole, size};

impl CostTab {
    /// Two networks.
    pub const NETWORKS: Self = Self::new("networks");
}

pub(super) const TAB: Tab = Tab {
    tab: CostTab::NETWORKS,
    panel: Tab::panel(
        CostTab::NETWORKS,
        ["cost-tab-networks", "hint-cost-networks"],
        &["networks-curve-title", "networks-changes-title", "cost-panel-table", "networks-results"],
        export::Source::networks,
    ),
    content: |ui, rect, shown, scene, commands| networks(ui, rect, shown, &mut scene.networks, commands),
    caption: "cost-caption-networks",
    headline: headline::networks,
    switches: &[Switch::Unit],
};

/// Shows the curve beside the changes, over the table and what follows.
fn networks(ui: &mut Ui, rect: Rect, shown: &CostContext<'_>, scene: &mut TableScene, commands: &mut Vec<Command>) {
    if shown.state.networks().is_none() {
        return nothing(ui, rect, shown, commands);
    }
    let gap = size::SPACE_16;
    let upper = rect.with_max_y(rect.top() + (rect.height() * 0.4).floor());
    let lower = rect.with_min_y(upper.bottom() + gap);
    let middle = (upper.left() + upper.width() * 0.46).floor();
    let side = if rect.width() >= 1240.0 { 392.0 } else { 290.0 };
    let desk = [
        upper.with_max_x(middle - gap / 2.0),
        upper.with_min_x(middle + gap / 2.0),
        lower.with_max_x(lower.right() - side - gap),
        lower.with_min_x(lower.right() - side),
    ];
    let [curve, changes, list, said] = shown.one_at_a_time(rect, desk);
    if let Some(rect) = curve {
        let title = tr("networks-curve-title");
        within(ui, rect, |ui| {
            Card::new(&title).fill_height().show(ui, shown.theme, |ui| {
                let area = ui.available_rect_before_wrap();
                let depths = shown.state.depths().map(|depths| &**depths);
                networks::curve(ui, area, shown.state, depths, shown.theme, commands);
            });
        });
    }
    if let Some(rect) = changes {
        changes::card(ui, rect, shown, commands);
    }
    if let Some(rect) = list {
        table(ui, rect, shown, scene, commands);
    }
    if let Some(rect) = said {
        let title = tr("networks-results");
        within(ui, rect, |ui| {
            Card::new(&title).fill_height().show(ui, shown.theme, |ui| {
                egui::ScrollArea::vertical().id_salt("networks-said").auto_shrink(false).show(ui, |ui| {
                    paragraph(ui, &networks::title(shown.state), TextRole::BodyStrong, shown.theme.hi);
                    networks::said(ui, shown.state, false, f32::INFINITY, shown.theme, commands);
                });
            });
        });
    }
}

fn table(ui: &mut Ui, card: Rect, shown: &CostContext<'_>, scene: &mut TableScene, commands: &mut Vec<Command>) {
    let title = tr("cost-all-layers");
    let caption = tr("networks-table-caption");
    let rows = rows::rows(shown);
    let columns = rows::columns(shown).map(|title| Column { title, width: 1.0 });
    let table = Table { name: "cost-networks", columns: &columns, rows: &rows };
    table.card(ui, card, shown, [&title, &caption], scene, commands);
}

/// Before there are two: what there is to compare with.
fn nothing(ui: &mut Ui, rect: Rect, shown: &CostContext<'_>, commands: &mut Vec<Command>) {
    let title = tr("networks-compare");
    within(ui, rect, |ui| {
        Card::new(&title).fill_height().show(ui, shown.theme, |ui| {
            let area = ui.available_rect_before_wrap();
            let builder = UiBuilder::new().max_rect(area).layout(Layout::top_down(egui::Align::Min));
            ui.scope_builder(builder, |ui| {
                let key = match (shown.state.compares_networks(), shown.state.shown().is_some()) {
                    (true, _) => "networks-waiting",
                    (false, true) => "networks-compare-hint",
                    (false, false) => "networks-needs-photo",
                };
                paragraph(ui, &tr(key), TextRole::Body, shown.theme.mid);
                ui.add_space(size::SPACE_8);
                if shown.state.shown().is_none() || shown.state.compares_networks() {
                    return;
                }
                ui.horizontal_wrapped(|ui| {
                    for (words, wish) in comparison_wishes(shown.state) {
                        if ui.add(Button::plain(shown.theme, &words)).clicked() {
                            commands.push(wish);
                        }
                    }
                });
            });
        });
    });
}
