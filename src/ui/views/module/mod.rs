//! The four branches of one module: reduced, naive, or both; and three ways to look closer.
//!
//! | file | its job |
//! |---|---|
//! | `facts` | the numbers of a module in all its versions |
//! | `layout` | where everything stands |
//! | `title` | name, switches, module picker, the line below |
//! | `diagram` | the four lanes |
//! | `ends`, `pipes`, `lane`, `stage`, `concat`, `equivalence`, `scales` | its parts |
//! | `tiles` | means over channels as pictures |
//! | `off` | what is switched off: a switch a lane, and what is lost without |
//! | `cards` | the bottom row; `totals`, `cost`, `why`, `stack` are its cards |
//! | `factorised` | what a module is whose 5x5 is two 3x3 |
//! | `side_by_side` | naive and reduced beside each other |
//! | `detail` | the 1x1 walk, odd kernels, receptive fields |
//! | `paint` | small things painted again and again |
//! | `scene` | what a person arranged in the module view |
//! | `show` | what every part of the view is drawn from |

mod cards;
mod concat;
mod cost;
mod detail;
mod diagram;
mod ends;
mod equivalence;
mod factorised;
mod facts;
mod lane;
mod layout;
mod off;
pub(super) mod paint;
mod pipes;
mod scales;
mod scene;
mod show;
mod side_by_side;
mod stack;
mod stage;
mod tiles;
mod title;
mod totals;
mod why;

use std::sync::Arc;

use detail::Walk;
use egui::{Rect, Ui};
use facts::Facts;
use layout::{Areas, Diagram};

use super::panel::Panel;
use crate::analysis::NaiveModule;
use crate::export::{Source, Table};
use crate::locale::text::tr;
use crate::session::Naive;
use crate::spec::{Modules, Network};
use crate::state::{Arrangement, Command, Detail, ModuleTool, PanelKey, State, View};
use crate::ui::cx::Cx;
use crate::ui::kit::at_least;
use crate::ui::look::Look;
use crate::ui::views::module::show::Show;
use crate::ui::views::{contribution, panel_on_screen};
use scene::Asked;
pub use scene::ModuleScene;

const PARTS: &[&str] = &["view-module", "module-total", "module-cost", "module-third"];
const CONTRIBUTION: &[&str] = &["view-module", "contribution-equation", "contribution-channels"];
const CLOSER: &[&str] = &["view-module", "module-closer"];

const fn panel(detail: Detail, title: &'static str, parts: &'static [&'static str]) -> Panel {
    let table = |source: &Source| Ok(Table::of_module(&source.network, Arc::clone(&source.report), source.module)?);
    Panel { key: PanelKey::Module(detail), title, hint: "hint-module", parts, draw: module, table }
}

/// The module as it is, and closer looks at it.
pub(super) static PANELS: [Panel; 6] = [
    panel(Detail::Plain, "view-module", PARTS),
    Panel {
        table: |source| Ok(Table::of_contributions(&source.contributions()?)),
        ..panel(Detail::Contribution, "contribution-title", CONTRIBUTION)
    },
    panel(Detail::SideBySide, "module-both", PARTS),
    panel(Detail::Walk, "module-tool-walk", CLOSER),
    panel(Detail::OddKernels, "module-tool-odd", CLOSER),
    panel(Detail::ReceptiveFields, "module-tool-fields", CLOSER),
];

/// Shows the module.
fn module(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx { state, scene, theme, commands } = cx;
    let look = &mut Look { theme, textures: &mut scene.textures };
    let scene = &mut scene.module;
    let View::Module(index) = state.view else { return };
    let Some(network) = state.network() else {
        ui.label(egui::RichText::new(tr("weights-loading")).color(look.theme.mid));
        return;
    };
    let facts = facts_of(scene, network, index);
    if state.is_stale() {
        ui.multiply_opacity(0.6);
    }
    let smallest = if state.projector.is_on { Areas::SMALLEST_PANEL } else { Areas::SMALLEST };
    at_least(ui, smallest, |ui, rect| contents(ui, state, (rect, &facts), scene, look, commands));
    scene.facts = Some(facts);
}

/// The numbers of this module, computed once.
fn facts_of(scene: &mut ModuleScene, network: &Arc<Network>, index: usize) -> Facts {
    let kept = scene.facts.take();
    kept.filter(|facts| facts.module == index && Arc::ptr_eq(&facts.network, network))
        .unwrap_or_else(|| Facts::new(network, index))
}

fn contents(
    ui: &mut Ui,
    state: &State,
    (canvas, facts): (Rect, &Facts),
    scene: &mut ModuleScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let naive = naive_run(state, facts.module);
    let is_peeking = is_peeking(ui, state);
    let show = Show {
        state,
        theme: look.theme,
        facts,
        is_naive: (state.modules == Modules::Naive && !is_peeking) || (state.modules == Modules::Reduced && is_peeking),
        is_factorised: state.modules == Modules::Factorised && !is_peeking && !state.arrangement.side_by_side,
        is_half: false,
        naive: naive.as_deref(),
    };
    let panel = state.panel(panel_on_screen(state).parts.len());
    let areas = match panel {
        None => Areas::new(canvas),
        Some(_) => Areas::one_panel(canvas),
    };
    title::title(ui, &show, areas.title, commands);
    title::keys(ui, &show, commands);
    if let Some(card @ 1..) = panel {
        one_card(ui, &show, (areas.cards, card), scene, look, commands);
        return;
    }
    let mut asked = Asked::default();
    if state.arrangement.side_by_side {
        side_by_side::panels(ui, &show, &areas, scene, look, (commands, &mut asked));
    } else {
        title::note(ui, &show, areas.note);
        let at = Diagram::whole(areas.diagram, facts.reduced.input);
        let pictures = (&mut scene.tiles, &mut *look);
        let focus = diagram::diagram(ui, &show, &at, pictures, (commands, &mut asked));
        scales::scales(ui, &show, &at, focus.as_ref(), commands);
    }
    if let Some(layer) = asked.walk {
        commands.push(Command::SelectLayer(layer));
        commands.push(Command::Arrange(Arrangement { tool: Some(ModuleTool::Walk), ..state.arrangement }));
    }
    if panel.is_none() {
        all_cards(ui, &show, areas.cards, scene, look, commands);
    }
}

/// What stands below the diagram: a tool, or cards in a row.
fn all_cards(
    ui: &mut Ui,
    show: &Show<'_>,
    place: Rect,
    scene: &mut ModuleScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let state = show.state;
    match state.arrangement.tool {
        Some(tool) => detail::show(ui, show, (place, tool), scene, look, commands),
        None if state.shows_contribution() => {
            contribution::cards(ui, place, state, &mut scene.contribution, look, commands);
        }
        None => {
            scene.walk = Walk::default();
            cards::row(ui, show, place, scene, commands);
        }
    }
}

/// One of the cards in place of the diagram, from 1.
fn one_card(
    ui: &mut Ui,
    show: &Show<'_>,
    (place, card): (Rect, usize),
    scene: &mut ModuleScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let state = show.state;
    match state.arrangement.tool {
        None if state.shows_contribution() => match card {
            1 => contribution::strip_card(ui, place, state, look, commands),
            _ => contribution::channels_card(ui, place, state, &mut scene.contribution, look, commands),
        },
        Some(tool) => detail::show(ui, show, (place, tool), scene, look, commands),
        None => cards::card(ui, show, place, scene, (card - 1, commands)),
    }
}

/// Whether the other mode is shown for as long as the space bar is down.
fn is_peeking(ui: &Ui, state: &State) -> bool {
    let is_free = ui.memory(|memory| memory.focused().is_none());
    // In front of a class the space bar shows the next panel.
    is_free && !state.projector.is_on && crate::ui::shortcuts::PEEK.is_down(ui)
}

/// The naive run of this module for the report on screen.
fn naive_run(state: &State, module: usize) -> Option<Arc<NaiveModule>> {
    let Naive::Ready(run) = &state.session.naive else {
        return None;
    };
    let report = state.report()?.id;
    (run.module == module && run.report == report).then(|| run.clone())
}
