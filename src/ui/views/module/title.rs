//! The row with the module's name, and the line below it.

use egui::{Align2, Rect, Ui};

use super::CLOSER;
use super::facts::Stage;
use super::off;
use super::paint;
use super::show::Show;
use crate::locale::errors::error_text;
use crate::locale::format::{dimensions, grouped};
use crate::locale::text::{tr, tr_with};
use crate::session::Naive;
use crate::spec::MODULES;
use crate::state::{Arrangement, Command, ModuleTool, View};
use crate::ui::kit::{Button, Segmented, arrows_are_locked, from_right, view_title, write_fitted};
use crate::ui::style::{TextRole, is_projected, size};
use crate::ui::views::contribution;

/// Width of the row from which on it has room for the switch, and for all its words, points.
const CHOOSER_ROOM: f32 = 1080.0;
const WIDE_CHOOSER: f32 = 1420.0;

/// Shows the row: the module's name at the left, switches and the module picker at the right.
pub(super) fn title(ui: &mut Ui, show: &Show<'_>, rect: Rect, commands: &mut Vec<Command>) {
    let now = show.state.arrangement;
    let controls = from_right(ui, rect, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_12;
        picker(ui, show, commands);
        let (one, both) = (tr("module-one"), tr("module-both"));
        let choices = [(false, one.as_str()), (true, both.as_str())];
        let name = tr("module-arrangement");
        let chosen = Segmented::new(&name, &choices, now.side_by_side).show(ui, show.theme);
        if let Some(side_by_side) = chosen.inner {
            commands.push(Command::Arrange(Arrangement { side_by_side, ..now }));
        }
        if !show.is_naive
            && !show.is_factorised
            && now.tool.is_none()
            && !now.side_by_side
            && rect.width() > CHOOSER_ROOM
        {
            let is_narrow = rect.width() < WIDE_CHOOSER;
            contribution::chooser(ui, show.state, is_narrow, show.theme, commands);
        }
        if ui.add(Button::plain(show.theme, &tr("module-closer"))).clicked() {
            // Before a class what is open may be another panel than the one on screen.
            let is_seen = now.tool.is_some() && !matches!(show.state.panel(CLOSER.len()), Some(0));
            let tool = (!is_seen).then(|| now.tool.unwrap_or(ModuleTool::Walk));
            commands.push(Command::Arrange(Arrangement { tool, ..now }));
            if tool.is_some() {
                select_pointwise(show, commands);
            }
        }
        ui.min_rect().left()
    });
    let facts = show.facts;
    let name = tr_with("module-title", &[("name", MODULES[facts.module].name)]);
    let version = show.version();
    let words = tr_with(
        "module-subtitle",
        &[
            ("input", grouped(version.input as u64)),
            ("output", grouped(version.output() as u64)),
            ("positions", dimensions(&[facts.side, facts.side])),
        ],
    );
    view_title(ui.painter(), rect.with_max_x(controls), &name, &words, show.theme);
}

/// The walk needs a 1x1: where none is selected, the reduction before the 3x3.
fn select_pointwise(show: &Show<'_>, commands: &mut Vec<Command>) {
    let reduced = &show.facts.reduced;
    let is_there = |stage: &Stage| stage.is_pointwise() && stage.name == show.state.selection.layer;
    if let (false, (Some(reduce), _)) = (reduced.stages.iter().any(is_there), reduced.pair(1)) {
        commands.push(Command::SelectLayer(reduce.name.clone()));
    }
}

fn picker(ui: &mut Ui, show: &Show<'_>, commands: &mut Vec<Command>) {
    let choices: Vec<(usize, &str)> = MODULES.iter().map(|module| module.name).enumerate().collect();
    let name = tr("module-picker");
    let chosen = Segmented::new(&name, &choices, show.facts.module).show(ui, show.theme);
    if let Some(module) = chosen.inner {
        go_to(show, module, commands);
    }
}

/// The line below: what the naive maps are, how often was measured, how to peek.
pub(super) fn note(ui: &Ui, show: &Show<'_>, rect: Rect) {
    let theme = show.theme;
    let runs = show.runs().map(runs_text);
    let words = match (show.is_naive, &show.state.session.naive) {
        (true, Naive::Failed(error)) => tr_with("module-naive-failed", &[("error", error_text(error))]),
        (true, _) => tr("module-linear-note"),
        (false, _) if show.is_factorised => tr("module-factorised-note"),
        (false, _) => match off::note(show) {
            Some(words) => words,
            None => tr("module-reduced-note"),
        },
    };
    let mut parts = vec![words];
    if show.is_naive && show.state.is_comparing() {
        parts.insert(0, tr("module-linear-first"));
    }
    if !is_projected() {
        parts.extend(runs);
        parts.push(tr("module-peek"));
    }
    parts.retain(|part| !part.is_empty());
    let ink = if show.is_naive { theme.mid } else { theme.low };
    let text = parts.join("  ·  ");
    paint::speak(ui, rect, "note", &text);
    write_fitted(ui.painter(), rect, Align2::LEFT_CENTER, &text, TextRole::Caption, ink);
}

/// How often was measured.
pub(super) fn runs_text(runs: usize) -> String {
    tr_with("module-runs", &[("count", runs as f64)])
}

/// Left and right lead to the neighbouring module.
pub(super) fn keys(ui: &Ui, show: &Show<'_>, commands: &mut Vec<Command>) {
    if ui.text_edit_focused() || ui.input(|input| input.modifiers.any()) {
        return;
    }
    off::keys(ui, show, commands);
    if arrows_are_locked(ui) {
        return;
    }
    let module = show.facts.module;
    if crate::ui::shortcuts::NEXT_MODULE.pressed(ui) && module + 1 < MODULES.len() {
        go_to(show, module + 1, commands);
    }
    if crate::ui::shortcuts::MODULE_BEFORE.pressed(ui) && module > 0 {
        go_to(show, module - 1, commands);
    }
}

/// Another module, with the same stage selected as in this one.
fn go_to(show: &Show<'_>, module: usize, commands: &mut Vec<Command>) {
    commands.push(Command::Show(View::Module(module)));
    let selected = &show.state.selection.layer;
    if let Some(part) = selected.strip_prefix(&show.facts.output_name) {
        commands.push(Command::SelectLayer(MODULES[module].layer_name() + part));
    }
}
