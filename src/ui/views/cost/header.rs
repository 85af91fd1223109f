//! Title and switches, then the tabs and the result in large type.

use egui::{Align2, Rect, Ui};

use super::TABS;
use super::Tab;
use super::context::CostContext;
use super::context::Switch;
use super::measure::unit_name;
use crate::locale::glossary::Term;
use crate::locale::text::tr;
use crate::state::{Command, CostTab, NaiveInput, Unit, View};
use crate::ui::kit::{Area, Segmented, from_right, term_hint, view_title, within, write_largest};
use crate::ui::style::{TextRole, size};
use crate::ui::views::module::paint;

/// Height of both rows with what is between and below them, points.
pub(super) const HEIGHT: f32 = 2.0 * size::CONTROL_HEIGHT + size::SPACE_12 + 14.0;

/// Shows both rows.
pub(super) fn header(ui: &mut Ui, rect: Rect, shown: &CostContext<'_>, tab: &Tab, commands: &mut Vec<Command>) {
    let mut rest = rect;
    let first = rest.take_top(size::CONTROL_HEIGHT);
    let second = rest.without_top(size::SPACE_12).top_part(size::CONTROL_HEIGHT);
    let switches = switches(ui, first, shown, tab, commands);
    let (title, caption) = (tr("view-cost"), tr(tab.caption));
    if let Some(place) = view_title(ui.painter(), first.with_max_x(switches), &title, &caption, shown.theme) {
        paint::speak(ui, place, "caption", &caption);
    }
    let tabs = tabs(ui, second, shown, tab, commands);
    if let Some(wordings) = (tab.headline)(shown) {
        // The result as large as it fits; its short form where the long one would be small.
        let (place, sizes) = (second.with_min_x(tabs + size::SPACE_24), [28.0, 26.0, 24.0, 22.0, 20.0, 19.0, 18.0]);
        write_largest(ui.painter(), place, Align2::RIGHT_CENTER, &wordings, &sizes, shown.theme.hi);
        paint::speak(ui, place, "headline", &wordings[0]);
    }
}

/// The tabs; returns where they end.
fn tabs(ui: &mut Ui, row: Rect, shown: &CostContext<'_>, tab: &Tab, commands: &mut Vec<Command>) -> f32 {
    let names: Vec<String> = TABS.iter().map(|tab| tr(tab.panel.title)).collect();
    let choices: Vec<_> = TABS.iter().map(|tab| tab.tab).zip(names.iter().map(String::as_str)).collect();
    within(ui, row, |ui| {
        let name = tr("cost-tabs");
        let is_roofline = |tab: &Tab| tab.tab == CostTab::ROOFLINE;
        let hint = |tab: &Tab| if is_roofline(tab) { term_hint(Term::Roofline) } else { String::new() };
        let hints: Vec<String> = TABS.iter().map(hint).collect();
        let output = Segmented::new(&name, &choices, tab.tab).hints(&hints).show(ui, shown.theme);
        if let Some(tab) = output.inner {
            commands.push(Command::Show(View::Cost(tab)));
        }
        output.response.rect.right()
    })
}

/// The switches of this tab, always at the same places; returns where they begin.
fn switches(ui: &mut Ui, row: Rect, shown: &CostContext<'_>, tab: &Tab, commands: &mut Vec<Command>) -> f32 {
    let settings = &shown.state.settings;
    from_right(ui, row, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_12;
        if tab.has(Switch::Scale) {
            let (linear, log) = (tr("cost-linear"), tr("cost-log"));
            let choices = [(false, linear.as_str()), (true, log.as_str())];
            let wish = switch(ui, shown, "cost-scale", &choices, &[], settings.log_scale);
            commands.extend(wish.map(Command::SetLogScale));
        }
        if tab.has(Switch::Unit) {
            let choices = [(Unit::Mac, "MAC"), (Unit::Flop, "FLOP")];
            let hints = [Term::Mac, Term::Flop].map(term_hint);
            let wish = switch(ui, shown, "cost-unit", &choices, &hints, settings.unit);
            commands.extend(wish.map(Command::SetUnit));
        }
        if tab.has(Switch::NaiveInput) {
            let (same, stacked) = (tr("cost-same"), tr("cost-stacked"));
            let choices = [(NaiveInput::Same, same.as_str()), (NaiveInput::Stacked, stacked.as_str())];
            let hints = [Term::SameInput, Term::Stacked].map(term_hint);
            let wish = switch(ui, shown, "cost-naive-input", &choices, &hints, settings.naive_input);
            commands.extend(wish.map(Command::SetNaiveInput));
        }
        ui.min_rect().left()
    })
}

/// A switch with its label at the left.
fn switch<T: Copy + PartialEq>(
    ui: &mut Ui,
    shown: &CostContext<'_>,
    key: &str,
    choices: &[(T, &str)],
    hints: &[String],
    selected: T,
) -> Option<T> {
    let name = tr(key);
    let wish = Segmented::new(&name, choices, selected).hints(hints).show(ui, shown.theme).inner;
    let font = TextRole::Body.font();
    let words = egui::RichText::new(name).font(font).color(shown.theme.low);
    ui.label(words);
    ui.add_space(size::SPACE_4);
    wish
}

/// F, L and I do what the switches do.
pub(super) fn keys(ui: &Ui, shown: &CostContext<'_>, tab: &Tab, commands: &mut Vec<Command>) {
    if ui.text_edit_focused() {
        return;
    }
    let settings = &shown.state.settings;
    if tab.has(Switch::Unit) && crate::ui::shortcuts::UNIT.pressed(ui) {
        commands.push(Command::SetUnit(match settings.unit {
            Unit::Mac => Unit::Flop,
            Unit::Flop => Unit::Mac,
        }));
    }
    if tab.has(Switch::Scale) && crate::ui::shortcuts::LOG_SCALE.pressed(ui) {
        commands.push(Command::SetLogScale(!settings.log_scale));
    }
    if tab.has(Switch::NaiveInput) && crate::ui::shortcuts::NAIVE_INPUT.pressed(ui) {
        commands.push(Command::SetNaiveInput(match settings.naive_input {
            NaiveInput::Same => NaiveInput::Stacked,
            NaiveInput::Stacked => NaiveInput::Same,
        }));
    }
}

/// "MACs" or "FLOPs", as the settings have it.
pub(super) fn counted(shown: &CostContext<'_>) -> String {
    unit_name(shown.state.settings.unit)
}
