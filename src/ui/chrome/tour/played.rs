//! The card of a lesson of one's own: where it is, what it tells, the way on.

use egui::{Align, Frame, Layout, Panel, RichText, ScrollArea, Ui};

use super::card::{BODY, NOTE, text};
use super::place::{BELOW, BESIDE, COLLAPSED, MOST_BELOW, stands_beside};
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, Played, State};
use crate::ui::kit::{Button, Icon};
use crate::ui::style::{Theme, Weight, size};

/// Docks the card where the lesson's would be; without a text only its bar.
pub(super) fn dock(ui: &mut Ui, state: &State, frame: Frame, theme: &Theme, commands: &mut Vec<Command>) {
    let Some(played) = state.played.as_ref().filter(|played| !played.is_hidden) else {
        return;
    };
    let told = played.text().filter(|_| !played.is_collapsed);
    match told {
        Some(told) if stands_beside(ui, state, false) => {
            Panel::right("scenes").exact_size(BESIDE).resizable(false).frame(frame).show(ui, |ui| {
                head(ui, played, theme, commands);
                ui.add_space(size::SPACE_12);
                ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
                    steps(ui, played, theme, commands);
                    ui.add_space(size::SPACE_12);
                    ui.with_layout(Layout::top_down(Align::Min), |ui| paragraphs(ui, told, theme));
                });
            });
        }
        Some(told) => {
            let height = height_of(ui, told, frame).min(BELOW).min(ui.available_height() * MOST_BELOW);
            Panel::bottom("scenes-below").exact_size(height).resizable(false).frame(frame).show(ui, |ui| {
                head(ui, played, theme, commands);
                ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
                    steps(ui, played, theme, commands);
                    ui.add_space(size::SPACE_8);
                    ui.with_layout(Layout::top_down(Align::Min), |ui| paragraphs(ui, told, theme));
                });
            });
        }
        None => {
            Panel::bottom("scenes-bar").exact_size(COLLAPSED).resizable(false).frame(frame).show(ui, |ui| {
                ui.horizontal(|ui| {
                    place(ui, played, theme);
                    ui.add_space(size::SPACE_16);
                    steps(ui, played, theme, commands);
                    let unfolds = played.is_collapsed && played.text().is_some();
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        close(ui, theme, commands);
                        if unfolds && ui.add(Button::plain(theme, &tr("lesson-unfold"))).clicked() {
                            commands.push(Command::TourCollapse(false));
                        }
                    });
                });
            });
        }
    }
}

/// As high as head, text and buttons are.
fn height_of(ui: &Ui, told: &str, frame: Frame) -> f32 {
    let margin = frame.total_margin().sum();
    let width = ui.available_width() - margin.x;
    let galley = ui.painter().layout(told.to_owned(), Weight::Regular.size(BODY), egui::Color32::WHITE, width);
    galley.size().y + 2.0 * size::CONTROL_HEIGHT + 4.0 * size::SPACE_8 + margin.y
}

fn head(ui: &mut Ui, played: &Played, theme: &Theme, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        place(ui, played, theme);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| close(ui, theme, commands));
    });
}

/// "Step 2 of 5".
fn place(ui: &mut Ui, played: &Played, theme: &Theme) {
    let count = played.script.steps.len().to_string();
    let place = tr_with("scene-place", &[("step", (played.at + 1).to_string()), ("count", count)]);
    text(ui, &place, Weight::SemiBold.size(NOTE), theme.low);
}

fn close(ui: &mut Ui, theme: &Theme, commands: &mut Vec<Command>) {
    if ui.add(Button::icon(theme, Icon::Close, &tr("lesson-leave"))).clicked() {
        commands.push(Command::LeaveTour);
    }
}

/// What the teacher wrote, an empty line between paragraphs as it stands.
fn paragraphs(ui: &mut Ui, told: &str, theme: &Theme) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.label(RichText::new(told).font(Weight::Regular.size(BODY)).color(theme.hi));
    });
}

/// Back, and on.
fn steps(ui: &mut Ui, played: &Played, theme: &Theme, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        if ui.add_enabled(played.at > 0, Button::plain(theme, &tr("lesson-back"))).clicked() {
            commands.push(Command::TourBack);
        }
        let next = tr(if played.is_last() { "lesson-end" } else { "scene-next" });
        if ui.add(Button::primary(theme, &next)).clicked() {
            commands.push(Command::TourNext);
        }
    });
}
