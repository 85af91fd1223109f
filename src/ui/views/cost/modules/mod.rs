//! Nine modules, naive against reduced.

mod bands;
mod charts;
mod numbers;
pub(super) mod scene;
mod totals;
mod values;

use egui::{Rect, Ui};

use super::context::{CostContext, Switch};
use super::measure::Measure;
use super::{Tab, headline};
use crate::export::Table;
use crate::spec::{InceptionModule, MODULES};
use crate::state::{Command, CostTab, View};
use crate::ui::kit::Area;
use crate::ui::style::size;
use crate::ui::views::cost::modules::scene::ModulesScene;

/// From this width on the right column is wide, points.
const WIDE: f32 = 1240.0;

/// The module whose numbers are shown, and why.
#[derive(Clone, Copy)]
struct Focus {
    module: usize,
    is_hovered: bool,
    measure: Measure,
}

impl CostTab {
    /// The nine modules, naive against reduced.
    pub const MODULES: Self = Self::new("modules");
}

pub(super) const TAB: Tab = Tab {
    tab: CostTab::MODULES,
    panel: Tab::panel(
        CostTab::MODULES,
        ["cost-tab-modules", "hint-cost"],
        &[
            "cost-panel-macs",
            "cost-panel-params",
            "cost-panel-memory",
            "cost-panel-time",
            "cost-panel-module",
            "cost-panel-totals",
        ],
        |source| Ok(Table::of_modules(&source.report.network, &source.module_times()?)),
    ),
    content: |ui, rect, shown, scene, commands| modules(ui, rect, shown, &mut scene.modules, commands),
    caption: "cost-caption",
    headline: headline::modules,
    switches: &[Switch::Scale, Switch::Unit, Switch::NaiveInput],
};

/// Shows the charts and the numbers of one module.
pub(super) fn modules(
    ui: &mut Ui,
    rect: Rect,
    shown: &CostContext<'_>,
    scene: &mut ModulesScene,
    commands: &mut Vec<Command>,
) {
    let gap = size::SPACE_16;
    let side = if rect.width() >= WIDE { 392.0 } else { 300.0 };
    let (left, mut right) = (rect.without_right(side + gap), rect.right_part(side));
    let selected = selected(shown);
    let focus = Focus {
        module: scene.hovered.map_or(selected, |(module, _)| module),
        is_hovered: scene.hovered.is_some(),
        measure: scene.hovered.map_or(scene.measure, |(_, measure)| measure),
    };
    let [upper, lower] = left.rows::<2>(gap).map(|row| row.columns::<2>(gap));
    let totals = right.take_bottom(totals::height(rect.height()));
    let desk = [upper[0], upper[1], lower[0], lower[1], right.without_bottom(gap), totals];
    let [one, two, three, four, numbers, totals] = shown.one_at_a_time(rect, desk);
    let mut hovered = None;
    for (card, measure) in [one, two, three, four].into_iter().zip(Measure::OF_MODULES) {
        let Some(card) = card else { continue };
        let found = charts::chart(ui, card, shown, measure, [focus.module, selected], commands);
        hovered = hovered.or(found.map(|module| (module, measure)));
    }
    if scene.hovered != hovered {
        scene.hovered = hovered;
        ui.ctx().request_repaint();
    }
    if let Some(rect) = numbers {
        numbers::card(ui, rect, shown, focus, &mut scene.measure);
    }
    if let Some(rect) = totals {
        totals::card(ui, rect, shown);
    }
    keys(ui, selected, commands);
}

/// The module of the selected layer; 4a where it belongs to none.
fn selected(shown: &CostContext<'_>) -> usize {
    let layer = shown.state.selected_layer();
    let name = layer.and_then(|layer| layer.module_name());
    InceptionModule::find(name.unwrap_or("4a")).unwrap_or(0)
}

/// Asks for a module to be selected everywhere, by its output.
fn select(module: usize, commands: &mut Vec<Command>) {
    commands.push(Command::SelectLayer(MODULES[module].layer_name()));
}

/// Asks for the module's own view.
fn open(module: usize, commands: &mut Vec<Command>) {
    commands.push(Command::Show(View::Module(module)));
}

/// Left and right lead to the neighbouring module while nothing has the focus.
fn keys(ui: &Ui, selected: usize, commands: &mut Vec<Command>) {
    if ui.memory(|memory| memory.focused().is_some()) {
        return;
    }
    if crate::ui::shortcuts::COST_NEXT.pressed(ui) && selected + 1 < MODULES.len() {
        select(selected + 1, commands);
    }
    if crate::ui::shortcuts::COST_BEFORE.pressed(ui) && selected > 0 {
        select(selected - 1, commands);
    }
}
