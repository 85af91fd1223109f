//! The toolbar's menu that opens a moving source.

use egui::{Align, Layout, PopupCloseBehavior, Ui, vec2};

use crate::locale::text::tr;
use crate::state::{Command, LiveCommand, State};
use crate::ui::chrome::menus::{caption, heading};
use crate::ui::kit::{Button, Field, Icon, menu, why_disabled};
use crate::ui::style::{Theme, size};

/// Width of the menu, points.
const WIDTH: f32 = 340.0;

/// A button with the menu below it.
pub fn live_menu(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let button = ui.add(Button::icon(theme, Icon::Live, &tr("live-menu")));
    menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).layout(Layout::top_down(Align::Min)).show(
        |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_8);
            sources(ui, state, theme, commands);
        },
    );
}

fn sources(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let abilities = state.abilities;
    heading(ui, theme, &tr("live-menu"));
    caption(ui, theme, &tr("live-menu-hint"));
    let mut wish = |ui: &Ui, command| {
        commands.push(command);
        ui.close();
    };
    if ui.add(Button::plain(theme, &tr("live-open-file"))).clicked() {
        wish(ui, Command::ChoosePhoto);
    }
    let camera = ui.add_enabled(abilities.has_camera, Button::plain(theme, &tr("live-open-camera")));
    why_disabled(&camera, theme, &tr("live-camera-not-here"));
    if camera.clicked() {
        wish(ui, Command::Live(LiveCommand::Camera));
    }
    if !abilities.has_camera {
        caption(ui, theme, &tr("live-camera-not-here"));
    }
    let folder = ui.add_enabled(abilities.has_streams, Button::plain(theme, &tr("live-open-folder")));
    why_disabled(&folder, theme, &tr("live-streams-not-here"));
    if folder.clicked() {
        wish(ui, Command::Live(LiveCommand::ChooseFolder));
    }
    heading(ui, theme, &tr("live-stream"));
    if let Some(command) = ui.add_enabled_ui(abilities.has_streams, |ui| address(ui, theme)).inner {
        wish(ui, command);
    }
    caption(ui, theme, &tr(if abilities.has_streams { "live-stream-hint" } else { "live-streams-not-here" }));
}

/// A field for an address, and a button.
fn address(ui: &mut Ui, theme: &Theme) -> Option<Command> {
    let id = ui.scope_id().with("address");
    let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let mut is_wanted = false;
    ui.horizontal(|ui| {
        let connect = tr("live-connect");
        let name = tr("live-address");
        let field = Field::new(theme, &name, &mut text).hint("http://192.168.0.5:8080/video");
        let response = field.show(ui, WIDTH - 130.0);
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        is_wanted = ui.add(Button::plain(theme, &connect)).clicked() || is_entered;
    });
    let wanted = (is_wanted && !text.trim().is_empty()).then(|| Command::Live(LiveCommand::Connect(text.clone())));
    // What was typed is not kept once it was used: nobody else at this computer finds it here.
    let kept = if wanted.is_some() { String::new() } else { text };
    ui.data_mut(|data| data.insert_temp(id, kept));
    wanted
}
