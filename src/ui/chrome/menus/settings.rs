//! What is remembered: how the photo is fitted, colours, text size, motion.

use egui::Ui;

use super::heading;
use crate::imaging::{Fit, Sequential};
use crate::locale::text::{Language, tr};
use crate::state::{Command, Settings, State};
use crate::ui::kit::{Button, Field, Icon, Segmented, focus_ring, menu};
use crate::ui::style::{Theme, size};

/// The button and its menu.
pub fn settings_menu(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let button = ui.add(Button::icon(theme, Icon::Settings, &tr("settings")));
    let behavior = egui::PopupCloseBehavior::CloseOnClickOutside;
    menu(&button).close_behavior(behavior).show(|ui| {
        ui.set_min_width(300.0);
        choices(ui, &state.settings, theme, commands);
        heading(ui, theme, &tr("settings-link-base"));
        let mut base = state.settings.link_base.clone();
        let (name, hint) = (tr("settings-link-base"), tr("settings-link-base-none"));
        let width = ui.available_width();
        if Field::new(theme, &name, &mut base).hint(&hint).show(ui, width).changed() {
            commands.push(Command::SetLinkBase(base));
        }
        ui.add_space(size::SPACE_8);
        let mut reduce = state.settings.reduce_motion;
        let response = ui.checkbox(&mut reduce, tr("settings-reduce-motion"));
        focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
        if response.changed() {
            commands.push(Command::SetReduceMotion(reduce));
        }
        ui.add_space(size::SPACE_8);
        if ui.add(Button::plain(theme, &tr("keys-open-sheet"))).clicked() {
            commands.push(Command::ShowKeys(true));
            ui.close();
        }
    });
}

/// Everything of which one of a few is chosen.
fn choices(ui: &mut Ui, settings: &Settings, theme: &Theme, commands: &mut Vec<Command>) {
    let [own, crop, letterbox, stretch] = ["fit-own", "fit-crop", "fit-letterbox", "fit-stretch"].map(tr);
    let fits = [
        (None, &*own),
        (Some(Fit::Crop), &*crop),
        (Some(Fit::Letterbox), &*letterbox),
        (Some(Fit::Stretch), &*stretch),
    ];
    let fit = choice(ui, "settings-fit", &fits, settings.fit, theme);
    let maps = Sequential::ALL.map(|map| (map, map.name()));
    let map = choice(ui, "settings-colormap", &maps, settings.colormap, theme);
    let [english, korean] = ["language-english", "language-korean"].map(tr);
    let languages = [(Language::English, &*english), (Language::Korean, &*korean)];
    let language = choice(ui, "settings-language", &languages, settings.language, theme);
    let percents = [(100, "100%"), (125, "125%"), (150, "150%"), (200, "200%")];
    let now = (settings.text_scale * 100.0).round() as i32;
    let percent = choice(ui, "settings-text-size", &percents, now, theme);
    commands.extend(fit.map(Command::SetFit));
    commands.extend(map.map(Command::SetColormap));
    commands.extend(language.map(Command::SetLanguage));
    commands.extend(percent.map(|percent| Command::SetTextScale(percent as f32 / 100.0)));
}

/// One of them below its name; what is clicked.
fn choice<T: Copy + PartialEq>(ui: &mut Ui, name: &str, choices: &[(T, &str)], now: T, theme: &Theme) -> Option<T> {
    let name = tr(name);
    heading(ui, theme, &name);
    let clicked = Segmented::new(&name, choices, now).show(ui, theme).inner;
    ui.add_space(size::SPACE_8);
    clicked
}
