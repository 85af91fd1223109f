//! What is remembered: how the photo is fitted, colours, text size, motion.

use egui::Ui;

use super::heading;
use crate::imaging::{Fit, Sequential};
use crate::locale::text::{Language, tr};
use crate::state::{Command, State};
use crate::ui::kit::{Button, Icon, Segmented, focus_ring, menu};
use crate::ui::style::{Theme, size};

/// How the photo is fitted, colours, text size, motion.
pub fn settings_menu(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let button = ui.add(Button::icon(theme, Icon::Settings, &tr("settings")));
    let behavior = egui::PopupCloseBehavior::CloseOnClickOutside;
    menu(&button).close_behavior(behavior).show(|ui| {
        ui.set_min_width(300.0);
        let settings = &state.settings;
        heading(ui, theme, &tr("settings-fit"));
        let words = ["fit-own", "fit-crop", "fit-letterbox", "fit-stretch"].map(tr);
        let fits = [
            (None, &*words[0]),
            (Some(Fit::Crop), &*words[1]),
            (Some(Fit::Letterbox), &*words[2]),
            (Some(Fit::Stretch), &*words[3]),
        ];
        if let Some(fit) = Segmented::new(&tr("settings-fit"), &fits, settings.fit).show(ui, theme).inner {
            commands.push(Command::SetFit(fit));
        }
        ui.add_space(size::SPACE_8);
        heading(ui, theme, &tr("settings-colormap"));
        let maps = Sequential::ALL.map(|map| (map, map.name()));
        let chosen = Segmented::new(&tr("settings-colormap"), &maps, settings.colormap).show(ui, theme).inner;
        if let Some(map) = chosen {
            commands.push(Command::SetColormap(map));
        }
        ui.add_space(size::SPACE_8);
        heading(ui, theme, &tr("settings-language"));
        let names = [tr("language-english"), tr("language-korean")];
        let languages = [(Language::English, &*names[0]), (Language::Korean, &*names[1])];
        if let Some(language) =
            Segmented::new(&tr("settings-language"), &languages, settings.language).show(ui, theme).inner
        {
            commands.push(Command::SetLanguage(language));
        }
        ui.add_space(size::SPACE_8);
        heading(ui, theme, &tr("settings-text-size"));
        let sizes = [(100, "100%"), (125, "125%"), (150, "150%"), (200, "200%")];
        let current = (settings.text_scale * 100.0).round() as i32;
        if let Some(percent) = Segmented::new(&tr("settings-text-size"), &sizes, current).show(ui, theme).inner {
            commands.push(Command::SetTextScale(percent as f32 / 100.0));
        }
        ui.add_space(size::SPACE_8);
        heading(ui, theme, &tr("settings-link-base"));
        let mut base = settings.link_base.clone();
        let edit = egui::TextEdit::singleline(&mut base).hint_text(tr("settings-link-base-none"));
        let response = ui.add(edit.desired_width(f32::INFINITY)).accessible_name(tr("settings-link-base"));
        if response.changed() {
            commands.push(Command::SetLinkBase(base));
        }
        ui.add_space(size::SPACE_8);
        let mut reduce = settings.reduce_motion;
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
