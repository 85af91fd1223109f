//! What is switched off: a switch a lane, and below the diagram what is lost without.
//!
//! | file | what it shows |
//! |---|---|
//! | `result` | three heads before and now |
//! | `trials` | each branch of the module alone, switched off |

mod result;
mod trials;

use egui::{Align2, Rect, Ui, vec2};

use super::layout::Diagram;
use super::scene::ModuleScene;
use super::show::Show;
use crate::locale::text::{tr, tr_with};
use crate::spec::MODULES;
use crate::state::Command;
use crate::ui::kit::{Area, Segmented, switch, within, write};
use crate::ui::shortcuts::BRANCH;
use crate::ui::style::{TextRole, size};

/// Share of the bottom row that the result takes.
const RESULT: f32 = 0.6;
/// Width of a branch's switch, points.
const SWITCH: f32 = 46.0;
/// Below this width both share a place, points.
const BOTH: f32 = 1100.0;

/// Whether the bottom row is about what is off.
pub(super) fn is_shown(show: &Show<'_>) -> bool {
    let is_lesson = show.state.tour.is_some_and(|tour| tour.stage().tries_branches);
    !show.is_naive
        && !show.is_factorised
        && show.state.report().is_some()
        && (is_lesson || show.state.unmuted().is_some())
}

/// A switch at the start of each lane.
pub(super) fn switches(ui: &mut Ui, show: &Show<'_>, at: &Diagram, commands: &mut Vec<Command>) {
    if show.is_naive || show.is_factorised || show.is_half {
        return;
    }
    for branch in 0..4 {
        let is_off = show.is_off(branch);
        let pipe = at.height(show.facts.reduced.input as f32);
        let below = if pipe < 24.0 { 8.0 } else { 20.0 };
        let left = at.splitter.right() + if at.columns[0] - at.splitter.right() > 84.0 { 12.0 } else { 0.0 };
        let place = at.lane(branch, [left, left + SWITCH], size::HIT_TARGET).translate(vec2(0.0, below));
        let name = name(show, branch);
        if within(ui, place, |ui| switch(ui, show.theme, &name, !is_off).clicked()) {
            commands.push(Command::SwitchBranch { module: show.facts.module, branch, is_off: !is_off });
        }
        let word = tr(if is_off { "module-off" } else { "module-on" });
        let beside = place.beside(6.0, 0.0).with_max_x(at.columns[0]);
        if beside.width() > 24.0 {
            write(ui.painter(), beside, Align2::LEFT_CENTER, &word, TextRole::Status, show.theme.hi);
        }
    }
}

/// "Branch 5×5".
fn name(show: &Show<'_>, branch: usize) -> String {
    tr_with("module-branch", &[("branch", show.facts.branch_names[branch].clone())])
}

/// M switches the branch of the selected stage.
pub(super) fn keys(ui: &Ui, show: &Show<'_>, commands: &mut Vec<Command>) {
    if show.is_naive || show.is_factorised || !BRANCH.pressed(ui) {
        return;
    }
    let selected = &show.state.selection.layer;
    if let Some(stage) = show.facts.reduced.stages.iter().find(|stage| stage.name == *selected) {
        let (module, branch) = (show.facts.module, stage.branch());
        commands.push(Command::SwitchBranch { module, branch, is_off: !show.is_off(branch) });
    }
}

/// What is off in this module, in a sentence.
pub(super) fn note(show: &Show<'_>) -> Option<String> {
    let off: Vec<usize> = (0..4).filter(|&branch| show.is_off(branch)).collect();
    let (first, more) = off.split_first()?;
    let module = MODULES[show.facts.module].name;
    let channels: usize = off.iter().map(|&branch| show.facts.reduced.branches[branch]).sum();
    let names = std::iter::once(first).chain(more).map(|&branch| show.facts.branch_names[branch].as_str());
    let values = [
        ("branch", names.collect::<Vec<_>>().join(", ")),
        ("count", channels.to_string()),
        ("module", module.to_owned()),
    ];
    Some(tr_with("module-off-note", &values))
}

/// Both cards, or one of them where there is room for one.
pub(super) fn row(ui: &mut Ui, show: &Show<'_>, rect: Rect, scene: &mut ModuleScene, commands: &mut Vec<Command>) {
    if show.state.unmuted().is_none() {
        return trials::card(ui, show, rect);
    }
    if rect.width() >= BOTH {
        let mut room = rect;
        result::card(ui, show, room.take_left((rect.width() - size::SPACE_16) * RESULT), false, commands);
        return trials::card(ui, show, room.without_left(size::SPACE_16));
    }
    let [result, table] = [tr("module-off-result"), tr("module-off-trials-tab")];
    let choices = [(false, &*result), (true, &*table)];
    let name = tr("module-tabs");
    let head = rect.without_top(7.0).top_part(size::CONTROL_HEIGHT).without_right(10.0).right_part(250.0);
    match scene.second_card {
        true => trials::card(ui, show, rect),
        false => result::card(ui, show, rect, true, commands),
    }
    within(ui, head, |ui| {
        let chosen = Segmented::new(&name, &choices, scene.second_card).padding(8.0).width(head.width());
        scene.second_card = chosen.show(ui, show.theme).inner.unwrap_or(scene.second_card);
    });
}

/// One of them over all of `rect`.
pub(super) fn card(ui: &mut Ui, show: &Show<'_>, rect: Rect, index: usize, commands: &mut Vec<Command>) {
    match index {
        0 if show.state.unmuted().is_some() => result::card(ui, show, rect, false, commands),
        _ => trials::card(ui, show, rect),
    }
}
