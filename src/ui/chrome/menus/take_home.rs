//! What can be taken home: a picture of the view, numbers of the selected layer, the lesson on paper.

use egui::{Align, Layout, PopupCloseBehavior, ScrollArea, TextEdit, Ui, vec2};

use super::{caption, heading, most_height};
use crate::locale::text::{tr, tr_with};
use crate::state::Paper;
use crate::state::{Command, LayerPane, State, Take};
use crate::ui::kit::{Button, Icon, focus_ring, menu};
use crate::ui::style::{Theme, size};
use crate::ui::views::layer::full_name;

/// Width of a window from which on the button has its word, points.
const WORD_FROM: f32 = 1340.0;
/// Width of the menu, points.
const WIDTH: f32 = 320.0;

/// A button with the menu below it.
pub fn take_home_menu(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let name = tr("home");
    let is_busy = state.taking_home.is_some();
    let button = match ui.ctx().content_rect().width() >= WORD_FROM {
        true => Button::plain(theme, &name).opens_menu(),
        false => Button::icon(theme, Icon::TakeHome, &name),
    };
    let button = ui.add(if is_busy { button.toggled(true) } else { button });
    let height = most_height(ui);
    menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).layout(Layout::top_down(Align::Min)).show(
        |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_8);
            match progress_text(state) {
                Some(progress) => {
                    heading(ui, theme, &progress);
                    if ui.add(Button::plain(theme, &tr("home-cancel"))).clicked() {
                        commands.push(Command::CancelTakeHome);
                        ui.close();
                    }
                }
                None => {
                    ScrollArea::vertical()
                        .min_scrolled_height(height)
                        .max_height(height)
                        .show(ui, |ui| choices(ui, state, theme, commands));
                }
            }
        },
    );
}

fn choices(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let made = if made(state) { &Take::ALL[3..5] } else { &[] };
    let sections: [(String, &[Take]); 4] = [
        (tr("home-view"), &Take::ALL[..3]),
        (tr("home-made-heading"), made),
        (layer_heading(state), &Take::ALL[5..7]),
        (tr("home-lesson"), &Take::ALL[7..]),
    ];
    for (title, takes) in sections.into_iter().filter(|(_, takes)| !takes.is_empty()) {
        heading(ui, theme, &title);
        for &take in takes {
            let is_of_view = matches!(take, Take::Picture | Take::FigureSvg | Take::FigurePng);
            let is_possible = is_of_view || state.shown().is_some();
            let label = label(take);
            let button = Button::plain(theme, &label);
            if ui.add_enabled(is_possible, button).clicked() {
                commands.push(Command::TakeHome(take));
                ui.close();
            }
        }
        if takes == &Take::ALL[..3] {
            for (key, command) in [("picture-copy", Command::CopyPicture), ("link-copy", Command::CopyLink)] {
                if ui.add(Button::plain(theme, &tr(key))).clicked() {
                    commands.push(command);
                    ui.close();
                }
            }
        }
        ui.add_space(size::SPACE_4);
    }
    scene(ui, theme, commands);
    if state.shown().is_none() {
        caption(ui, theme, &tr("home-needs-photo"));
    }
}

/// What is on screen as a step of a lesson of one's own, with what is told beside it.
fn scene(ui: &mut Ui, theme: &Theme, commands: &mut Vec<Command>) {
    heading(ui, theme, &tr("scene-heading"));
    let id = ui.scope_id().with("text-of-the-step");
    let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let edit = TextEdit::multiline(&mut text).desired_rows(2).hint_text(tr("scene-text-hint"));
    let response = ui.add(edit.desired_width(f32::INFINITY)).accessible_name(tr("scene-text"));
    focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
    for (key, is_added) in [("scene-save", false), ("scene-add", true)] {
        if ui.add(Button::plain(theme, &tr(key))).clicked() {
            commands.push(Command::SaveScene { text: std::mem::take(&mut text), is_added });
            ui.close();
        }
    }
    ui.data_mut(|data| data.insert_temp(id, text));
    ui.add_space(size::SPACE_4);
}

/// Whether a picture that was made, a dream or a rebuilt photo is looked at.
fn made(state: &State) -> bool {
    (state.sees(LayerPane::LooksFor) && state.looks_for.picture.painted.is_some())
        || (state.sees(LayerPane::Dream) && state.dreams.drawn().is_some())
        || (state.sees(LayerPane::Rebuild) && state.rebuilds.shown().is_some_and(|entry| entry.made.is_some()))
}

/// "Inception 4a · 3×3".
fn layer_heading(state: &State) -> String {
    let name = state.selected_layer().map(full_name);
    name.unwrap_or_else(|| state.selection.layer.clone())
}

fn label(take: Take) -> String {
    tr(match take {
        Take::Picture => "home-picture",
        Take::FigureSvg => "home-figure-svg",
        Take::FigurePng => "home-figure-png",
        Take::Made => "home-made",
        Take::MadeTable => "home-made-table",
        Take::LayerTable => "home-table",
        Take::LayerArray => "home-array",
        Take::Trail => "live-save",
        Take::Scene => "scene-save",
        Take::Taught => "home-taught",
        Take::Lesson(Paper::Handout) => "home-handout",
        Take::Lesson(Paper::Worksheet) => "home-worksheet",
        Take::Lesson(Paper::Answers) => "home-answers",
    })
}

/// "Handout: page 5 of 18", while something is being made.
pub fn progress_text(state: &State) -> Option<String> {
    let taking = state.taking_home?;
    let what = label(taking.take);
    Some(match taking.total {
        0 => tr_with("home-writing", &[("what", what)]),
        total => {
            let page = (taking.done + 1).min(total).to_string();
            let values = [("what", what), ("page", page), ("pages", total.to_string())];
            tr_with("home-page", &values)
        }
    })
}
