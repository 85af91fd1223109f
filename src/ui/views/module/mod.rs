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
mod side_by_side;
mod stack;
mod stage;
mod tiles;
mod title;
mod totals;
mod why;

use std::sync::Arc;

use egui::{Rect, Ui};

use crate::analysis::NaiveModule;
use crate::export::{Source, Table};
use crate::locale::text::tr;
use crate::session::{Map, Naive, Source as PhotoSource};
use crate::spec::{Modules, Network};
use crate::state::{Arrangement, Command, Detail, ModuleTool, PanelKey, State, View};
use crate::ui::chrome::compare;
use crate::ui::cx::Cx;
use crate::ui::kit::{at_least, within};
use crate::ui::look::Look;
use crate::ui::style::Theme;
use crate::ui::views::{Panel, contribution, panel_on_screen};
use detail::Walk;
use facts::{Facts, Stage, Version};
use layout::{Areas, Diagram};
use tiles::Tiles;

/// What a person arranged in the module view.
#[derive(Default)]
pub struct ModuleScene {
    facts: Option<Facts>,
    tiles: Tiles,
    /// Whether the naive cost is that in a stack of nine.
    stacked: bool,
    /// Whether the curve shows multiply-accumulates instead of channels.
    growth_of_macs: bool,
    /// Where two cards share a place: whether the second one is shown.
    second_card: bool,
    /// Which card about contributions is shown.
    contribution: contribution::Card,
    /// Where the tools look; forgotten when none is open.
    walk: Walk,
}

impl ModuleScene {
    /// Forgets what was worked out in another language.
    pub fn forget_words(&mut self) {
        self.facts = None;
    }
}

/// What a part of the view asked of the view.
#[derive(Default)]
struct Asked {
    /// Walk through this 1x1.
    walk: Option<String>,
}

/// What every part of the view is drawn from.
#[derive(Clone, Copy)]
struct Show<'a> {
    state: &'a State,
    theme: &'a Theme,
    facts: &'a Facts,
    /// Whether the naive module is drawn.
    is_naive: bool,
    /// Whether the factorised one is; then it is not naive.
    is_factorised: bool,
    /// Whether it is one of two beside each other.
    is_half: bool,
    /// The naive run of this module, once done.
    naive: Option<&'a NaiveModule>,
}

impl Show<'_> {
    /// The module that is drawn.
    fn version(&self) -> &Version {
        match (self.is_factorised, self.is_naive) {
            (true, _) => &self.facts.factorised,
            (false, true) => &self.facts.naive,
            (false, false) => &self.facts.reduced,
        }
    }

    /// What a screen reader says of a thing that stands there twice, once in each mode, while both are shown.
    fn name_of_half(&self, name: &str) -> String {
        let mode = match (self.is_half, self.is_naive) {
            (false, _) => return name.to_owned(),
            (true, true) => tr("module-column-naive"),
            (true, false) => tr("module-column-reduced"),
        };
        format!("{mode}: {name}")
    }

    /// The activation of a stage in the mode that is drawn.
    fn map(&self, name: &str) -> Option<Map> {
        // Nobody trained a factorised module here.
        if self.is_factorised {
            return None;
        }
        let source = if self.is_naive { PhotoSource::Linear } else { self.state.source() };
        self.state.maps().get(source, name)
    }

    /// What a module reads: of the first photo where what it makes of it is shown for that one only.
    fn input_map(&self) -> Option<Map> {
        let source = if self.is_naive { PhotoSource::A } else { self.state.source() };
        self.state.maps().get(source, &self.facts.input_name)
    }

    /// Where numbers that are computed on come from: one of the photos.
    fn photo(&self) -> PhotoSource {
        match self.state.source() {
            PhotoSource::B => PhotoSource::B,
            PhotoSource::A | PhotoSource::AMinusB | PhotoSource::Linear | PhotoSource::AMinusLinear => PhotoSource::A,
        }
    }

    /// Whether both photos are shown where otherwise one is.
    fn is_pair(&self) -> bool {
        compare::shows_both(self.state) && !self.is_naive
    }

    /// Milliseconds of a stage in the mode that is drawn.
    fn stage_ms(&self, stage: &Stage) -> Option<f64> {
        if self.is_factorised {
            None
        } else if self.is_naive {
            self.naive?.naive_ms.get(&stage.name).copied()
        } else {
            self.state.layer_ms(stage.index?).map(|(ms, _)| ms)
        }
    }

    /// Milliseconds of the whole module: naive, then reduced; measured together where the naive one ran.
    fn totals_ms(&self) -> [Option<f64>; 2] {
        match self.naive {
            Some(run) => [Some(run.naive_ms.values().sum()), Some(run.reduced_ms.values().sum())],
            None => [None, self.state.module_ms(self.facts.module).map(|(ms, _)| ms)],
        }
    }

    /// Runs behind the times on screen.
    fn runs(&self) -> Option<usize> {
        if self.is_factorised {
            None
        } else if self.is_naive {
            self.naive.map(|run| run.runs)
        } else {
            self.state.module_ms(self.facts.module).map(|(_, runs)| runs)
        }
    }

    /// A branch's share of what the module adds to the class, while that is shown and known.
    fn share(&self, branch: usize) -> Option<f64> {
        let is_shown = !self.is_naive && !self.is_factorised && self.state.shows_contribution();
        Some(self.state.contribution().filter(|_| is_shown)?.shares()?[branch])
    }

    /// Whether a branch of this module is switched off in what is drawn.
    fn is_off(&self, branch: usize) -> bool {
        !self.is_naive && !self.is_factorised && self.state.is_branch_off(self.facts.module, branch)
    }

    /// Whether nothing may move.
    fn is_still(&self) -> bool {
        self.state.still || self.state.settings.reduce_motion
    }
}

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
        match state.arrangement.tool {
            None if state.shows_contribution() => match card {
                1 => contribution::strip_card(ui, areas.cards, state, look, commands),
                _ => contribution::channels_card(ui, areas.cards, state, &mut scene.contribution, look, commands),
            },
            Some(tool) => detail::show(ui, &show, (areas.cards, tool), scene, look, commands),
            None => cards::card(ui, &show, areas.cards, scene, (card - 1, commands)),
        }
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
    if panel.is_some() {
        return;
    }
    match state.arrangement.tool {
        Some(tool) => detail::show(ui, &show, (areas.cards, tool), scene, look, commands),
        None if state.shows_contribution() => {
            contribution::cards(ui, areas.cards, state, &mut scene.contribution, look, commands);
        }
        None => {
            scene.walk = Walk::default();
            cards::row(ui, &show, areas.cards, scene, commands);
        }
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
