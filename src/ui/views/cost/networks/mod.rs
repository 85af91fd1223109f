//! Two networks: how alike they are at each depth, which weights moved, and what each of their layers costs.

mod changes;
mod rows;

use egui::{Rect, Ui};

use super::Tab;
use super::context::CostContext;
use super::context::Switch;
use super::headline;
use super::table::{Column, Table, TableScene};
use crate::export;
use crate::locale::text::tr;
use crate::state::{Command, CostTab};
use crate::ui::chrome::menus::comparison_wishes;
use crate::ui::chrome::networks;
use crate::ui::kit::paint::paragraph;
use crate::ui::kit::{Area, Button, Card, card_over};
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
    let mut lower = rect;
    let mut upper = lower.take_top((rect.height() * 0.4).floor());
    lower.take_top(gap);
    let curve = upper.take_left((upper.left() + upper.width() * 0.46).floor() - upper.left() - gap / 2.0);
    let said = lower.take_right(if rect.width() >= 1240.0 { 392.0 } else { 290.0 });
    let desk = [curve, upper.without_left(gap), lower.without_right(gap), said];
    let [curve, changes, list, said] = shown.one_at_a_time(rect, desk);
    if let Some(rect) = curve {
        card_over(ui, rect, Card::new(&tr("networks-curve-title")), shown.theme, |ui| {
            let area = ui.available_rect_before_wrap();
            let depths = shown.state.depths().map(|depths| &**depths);
            networks::curve(ui, area, shown.state, depths, shown.theme, commands);
        });
    }
    if let Some(rect) = changes {
        changes::card(ui, rect, shown, commands);
    }
    if let Some(rect) = list {
        table(ui, rect, shown, scene, commands);
    }
    if let Some(rect) = said {
        card_over(ui, rect, Card::new(&tr("networks-results")), shown.theme, |ui| {
            egui::ScrollArea::vertical().id_salt("networks-said").auto_shrink(false).show(ui, |ui| {
                paragraph(ui, &networks::title(shown.state), TextRole::BodyStrong, shown.theme.hi);
                networks::said(ui, shown.state, false, f32::INFINITY, shown.theme, commands);
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
    let state = shown.state;
    card_over(ui, rect, Card::new(&tr("networks-compare")), shown.theme, |ui| {
        let key = match (state.compares_networks(), state.shown().is_some()) {
            (true, _) => "networks-waiting",
            (false, true) => "networks-compare-hint",
            (false, false) => "networks-needs-photo",
        };
        paragraph(ui, &tr(key), TextRole::Body, shown.theme.mid);
        ui.add_space(size::SPACE_8);
        if state.shown().is_none() || state.compares_networks() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            for (words, wish) in comparison_wishes(state) {
                if ui.add(Button::plain(shown.theme, &words)).clicked() {
                    commands.push(wish);
                }
            }
        });
    });
}
