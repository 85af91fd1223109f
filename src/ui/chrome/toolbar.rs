//! The bar at the top: open, samples, weights; theme at the right.

use egui::{Align, Layout, RichText, Ui};

use crate::locale::text::{language, tr};
use crate::session::{NetworkState, PhotoProgress};
use crate::spec::Modules;
use crate::state::{Command, State};
use crate::ui::chrome::camera::{camera_button, has_camera_button};
use crate::ui::chrome::compare;
use crate::ui::chrome::live::live_menu;
use crate::ui::chrome::menus::{samples_menu, settings_menu, take_home_menu, weights_menu};
use crate::ui::chrome::off::{self, off_text};
use crate::ui::chrome::shell::{logo, other_theme, separator};
use crate::ui::kit::{Area, Button, Icon, Segmented, why_disabled};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::textures::Textures;

/// Widths of a window from which on there is room for more than controls, points: for words and lines between groups, for
/// the program's name, for the topology beside the name of the weights, for a word before it.
const WORDS_FROM: f32 = 1400.0;
const NAME_FROM: f32 = 1520.0;
const TOPOLOGY_FROM: f32 = 1590.0;
const WORD_FROM: f32 = 1610.0;

/// Whether the toolbar has room for the topology of the weights.
pub(super) fn has_room_for_topology(ui: &Ui) -> bool {
    window_width(ui) >= TOPOLOGY_FROM
}

/// Whether there is room for more than controls.
fn has_words(ui: &Ui) -> bool {
    window_width(ui) >= WORDS_FROM
}

fn window_width(ui: &Ui) -> f32 {
    ui.ctx().content_rect().width()
}

/// Shows the toolbar.
pub fn toolbar(ui: &mut Ui, state: &State, theme: &Theme, textures: &mut Textures, commands: &mut Vec<Command>) {
    logo(ui, theme);
    ui.spacing_mut().item_spacing.x = if has_words(ui) { size::SPACE_8 } else { size::SPACE_4 };
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(size::RAIL_WIDTH + size::SPACE_8);
        // The name of the program gives way to what is switched off, and to a camera.
        let has_more = off_text(state.off()).is_some() || has_camera_button(state);
        if window_width(ui) >= if has_more { WORD_FROM } else { NAME_FROM } {
            ui.label(RichText::new(tr("app-name")).font(TextRole::Name.font()).color(theme.hi));
            ui.add_space(size::SPACE_16);
        }
        let name = tr("open-image");
        if ui.add(Button::plain(theme, &short(ui, "open-short", &name)).named(&name)).clicked() {
            commands.push(Command::ChoosePhoto);
        }
        camera_button(ui, state, theme, commands);
        live_menu(ui, state, theme, commands);
        samples_menu(ui, state, theme, textures, commands);
        // Photos can be opened at any time; they wait for the weights.
        if state.is_reading_weights() {
            ui.disable();
        }
        compare::menu(ui, state, theme, textures, commands);
        edit_button(ui, state, theme, commands);
        between_groups(ui, theme);
        // In a narrow window the menu must say for itself what it is about.
        if window_width(ui) >= WORD_FROM {
            ui.label(RichText::new(tr("weights")).font(TextRole::Body.font()).color(theme.mid));
        }
        weights_menu(ui, state, theme, commands);
        between_groups(ui, theme);
        modules_switch(ui, state, theme, commands);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(size::SPACE_16);
            if present_button(ui, theme).clicked() {
                commands.push(Command::Present(true));
            }
            if ui.add(Button::icon(theme, Icon::Contrast, &tr("switch-theme"))).clicked() {
                commands.push(Command::SetTheme(other_theme(state)));
            }
            language_switch(ui, theme, commands);
            settings_menu(ui, state, theme, commands);
            take_home_menu(ui, state, theme, commands);
            off::chips_in_toolbar(ui, state, theme, commands);
        });
        progress(ui, state, theme);
    });
}

/// A control's name, or the shorter one of that key in a narrow window.
fn short(ui: &Ui, key: &str, name: &str) -> String {
    if has_words(ui) { name.to_owned() } else { tr(key) }
}

/// A line between groups of controls, where there is room for it.
fn between_groups(ui: &mut Ui, theme: &Theme) {
    if has_words(ui) {
        ui.add_space(size::SPACE_4);
        separator(ui, theme.line, 22.0);
        ui.add_space(size::SPACE_4);
    }
}

/// Shows the window to a class: a word, or a screen where there is no room for words.
fn present_button(ui: &mut Ui, theme: &Theme) -> egui::Response {
    let name = tr("present");
    match has_words(ui) {
        true => ui.add(Button::primary(theme, &name)),
        false => ui.add(Button::icon(theme, Icon::Present, &name)),
    }
}

/// Opens and closes the panel in which the photo is edited.
fn edit_button(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let is_open = state.editing.is_open;
    let name = tr("edit-photo");
    let label = short(ui, "edit-short", &name);
    let button = Button::plain(theme, &label).named(&name).toggled(is_open);
    let response = ui.add_enabled(is_open || state.shown().is_some(), button);
    why_disabled(&response, theme, &tr("edit-needs-photo"));
    if response.clicked() {
        commands.push(Command::ShowEditor(!is_open));
    }
}

/// The language in use; a click goes on to the next one.
fn language_switch(ui: &mut Ui, theme: &Theme, commands: &mut Vec<Command>) {
    let code = language().code().to_uppercase();
    if ui.add(Button::plain(theme, &code).named(&tr("language-in-use"))).clicked() {
        commands.push(Command::SetLanguage(language().next()));
    }
}

/// Reduced, naive or factorised modules, where there are others than those that were trained to be seen.
fn modules_switch(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let (reduced, naive, factorised) = (tr("modules-reduced"), tr("modules-naive"), tr("modules-factorised"));
    let choices = [(Modules::Reduced, &*reduced), (Modules::Naive, &*naive), (Modules::Factorised, &*factorised)];
    let reason = state.view.why_not_naive().map(tr);
    let resting = state.view.why_not(Modules::Factorised).filter(|_| reason.is_none()).map(tr);
    let resting = resting.as_deref().map(|why| (Modules::Factorised, why));
    let chosen = ui.add_enabled_ui(reason.is_none(), |ui| {
        Segmented::new(&tr("modules"), &choices, state.modules_in_view())
            .padding(if has_words(ui) { 9.0 } else { 6.0 })
            .why_disabled(reason.as_deref())
            .resting(resting)
            .show(ui, theme)
            .inner
    });
    if let Some(modules) = chosen.inner {
        commands.push(Command::SetModules(modules));
    }
}

/// The 2 pt line under the toolbar while weights are read or downloaded, or the network runs.
fn progress(ui: &Ui, state: &State, theme: &Theme) {
    let Some((from, to)) = stretch(ui, state) else {
        return;
    };
    let line = ui.ctx().content_rect().top_part(size::TOOLBAR_HEIGHT).bottom_part(2.0);
    let rect = line.share(to).with_min_x(line.share(from).right());
    ui.ctx()
        .layer_painter(egui::LayerId::new(egui::Order::Middle, egui::Id::unique("progress")))
        .rect_filled(rect, 0.0, theme.hi);
}

/// Seconds in which the line crosses the window while nobody knows how much is left.
const CROSSING_SECONDS: f64 = 1.2;

/// The part of the window's width that the line covers.
fn stretch(ui: &Ui, state: &State) -> Option<(f32, f32)> {
    if let NetworkState::Loading { .. } = state.session.network {
        if state.still || state.settings.reduce_motion {
            return Some((0.0, 1.0));
        }
        ui.ctx().request_repaint();
        let phase = ui.input(|input| input.time) / CROSSING_SECONDS % 1.0;
        let middle = 1.4 * phase as f32 - 0.2;
        return Some(((middle - 0.2).max(0.0), (middle + 0.2).min(1.0)));
    }
    if let Some(download) = &state.downloads.running {
        return Some((0.0, download.share()));
    }
    match *state.session.first.progress() {
        PhotoProgress::Running { done, total } if total > 0 => Some((0.0, done as f32 / total as f32)),
        PhotoProgress::Running { .. } | PhotoProgress::Idle | PhotoProgress::Done | PhotoProgress::Failed(_) => None,
    }
}
