//! What everything costs, with and without the 1x1 reductions.
//!
//! | file | what it shows or does |
//! |---|---|
//! | `header`, `headline` | title, switches, tabs, the result in large type |
//! | `modules` | nine modules, naive against reduced: four charts, the numbers of one |
//! | `layers` | every layer: a chart, a table, sums of the branches |
//! | `roofline` | how close each layer comes to what this machine can do |
//! | `lineage` | AlexNet to ResNet-50 |
//! | `networks` | two networks: similarity by depth, change of the weights by layer, costs with their differences |
//! | `exercises` | a module as a table to fill, and inputs of other sizes |
//! | `facts`, `measure` | numbers worked out once, and how they are written |
//! | `axis`, `bars`, `table`, `sorting` | what charts and tables are made of |
//! | `context` | what every part of the view is drawn from |
//! | `row` | a row of a table |
//! | `scene` | what a person moved in the cost view |

pub mod axis;
mod bars;
mod context;
mod exercises;
mod facts;
mod header;
mod headline;
mod layers;
mod lineage;
mod measure;
mod modules;
mod networks;
mod roofline;
mod row;
mod scene;
mod sorting;
mod table;

use std::sync::Arc;

use egui::{Painter, Rect, Ui, Vec2, vec2};
use facts::Facts;

use super::panel::Panel;
use crate::export::{NoTable, Source, Table};
use crate::locale::text::tr;
use crate::spec::Network;
use crate::state::{Command, CostTab, PanelKey, View};
use crate::ui::cx::Cx;
use crate::ui::kit::{Area, at_least, width_of};
use crate::ui::style::{TextRole, size};
use crate::ui::views::cost::context::{CostContext, Switch};
pub use scene::CostScene;

/// The smallest canvas everything fits on; a smaller one scrolls.
const SMALLEST: Vec2 = vec2(950.0, 560.0);
/// The same of a single panel.
const SMALLEST_PANEL: Vec2 = vec2(950.0, 330.0);
/// How much of the previous result is seen while the next is computed.
const DIMMED: f32 = 0.6;

/// A tab, and what the rows above it need to know of it.
#[derive(Clone, Copy)]
struct Tab {
    /// Which one.
    tab: CostTab,
    /// Title, hint, parts and numbers.
    panel: Panel,
    /// Draws what it shows.
    content: fn(&mut Ui, Rect, &CostContext<'_>, &mut CostScene, &mut Vec<Command>),
    /// What it is about, after the view's title.
    caption: &'static str,
    /// What it says in one sentence, and a shorter one; `None` while it is not known.
    headline: fn(&CostContext<'_>) -> Option<[String; 2]>,
    /// The switches that change something on it.
    switches: &'static [Switch],
}

/// From left to right.
static TABS: [Tab; 6] = [modules::TAB, layers::TAB, roofline::TAB, lineage::TAB, networks::TAB, exercises::TAB];

impl Tab {
    const fn panel(
        tab: CostTab,
        [title, hint]: [&'static str; 2],
        parts: &'static [&'static str],
        table: fn(&Source) -> Result<Table, NoTable>,
    ) -> Panel {
        Panel { key: PanelKey::Cost(tab), title, hint, parts, draw: cost, table }
    }

    /// The smallest canvas that it fits on.
    fn smallest(&self) -> Vec2 {
        if self.tab == CostTab::EXERCISES { exercises::SMALLEST } else { SMALLEST }
    }

    fn has(&self, switch: Switch) -> bool {
        self.switches.contains(&switch)
    }
}

/// Arithmetic, time and roof of every layer.
fn times_of_layers(source: &Source) -> Result<Table, NoTable> {
    Ok(Table::of_roofline(&source.report.network, &source.timings()?, source.peak()?))
}

/// The tabs as panels.
pub(super) fn panels() -> impl Iterator<Item = &'static Panel> {
    TABS.iter().map(|tab| &tab.panel)
}

/// Draws the view.
fn cost(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx { state, scene, theme, commands } = cx;
    let scene = &mut scene.cost;
    let View::Cost(tab) = state.view else { return };
    let tab = TABS.iter().find(|other| other.tab == tab).unwrap_or(&TABS[0]);
    let Some(network) = state.network() else {
        ui.label(egui::RichText::new(tr("weights-loading")).color(theme.mid));
        return;
    };
    let facts = facts_of(scene, network);
    if state.session.first.is_running() {
        ui.multiply_opacity(DIMMED);
    }
    let shown = CostContext { state, theme, facts: &facts };
    let smallest = if state.projector.is_on { SMALLEST_PANEL } else { tab.smallest() };
    at_least(ui, smallest, |ui, rect| contents(ui, rect, &shown, tab, scene, commands));
    scene.facts = Some(facts);
}

/// The numbers of this network, worked out once.
fn facts_of(scene: &mut CostScene, network: &Arc<Network>) -> Facts {
    let kept = scene.facts.take();
    kept.filter(|facts| Arc::ptr_eq(&facts.network, network)).unwrap_or_else(|| Facts::new(network))
}

fn contents(
    ui: &mut Ui,
    canvas: Rect,
    shown: &CostContext<'_>,
    tab: &Tab,
    scene: &mut CostScene,
    commands: &mut Vec<Command>,
) {
    header::header(ui, canvas, shown, tab, commands);
    let rect = canvas.without_top(header::HEIGHT);
    (tab.content)(ui, rect, shown, scene, commands);
    header::keys(ui, shown, tab, commands);
}

/// The first of several captions that does not touch the title of a card of that width, points; else none.
fn caption_within<const N: usize>(painter: &Painter, width: f32, title: &str, captions: [String; N]) -> String {
    let measure = |words: &str, role: TextRole| width_of(painter, words, role.font());
    let taken = measure(title, TextRole::CardTitle) + 2.0 * size::CARD_PADDING + size::SPACE_16;
    let fits = |caption: &String| taken + measure(caption, TextRole::Caption) <= width;
    captions.into_iter().find(fits).unwrap_or_default()
}
