//! Asks before pictures are fetched from a host that is neither this computer nor in the local network.

use egui::{RichText, Ui};

use crate::locale::text::{tr, tr_with};
use crate::state::{Command, LiveCommand, State};
use crate::ui::kit::{Button, modal};
use crate::ui::shortcuts;
use crate::ui::style::{TextRole, Theme, size};

/// Width of the card, points.
const WIDTH: f32 = 460.0;

/// Lies over everything until it is answered.
pub fn question(ui: &Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let Some(address) = &state.live_question else { return };
    if shortcuts::ESCAPE.pressed(ui) {
        commands.push(Command::Live(LiveCommand::Confirm(false)));
    }
    modal(ui, "live-question", theme, |ui| contents(ui, &address.host, theme, commands));
}

fn contents(ui: &mut Ui, host: &str, theme: &Theme, commands: &mut Vec<Command>) {
    ui.set_width(WIDTH);
    let title = tr_with("live-question", &[("host", host)]);
    ui.label(RichText::new(title).font(TextRole::ViewTitle.font()).color(theme.hi));
    ui.add_space(size::SPACE_8);
    let text = tr_with("live-question-text", &[("host", host)]);
    ui.label(RichText::new(text).font(TextRole::Body.font()).color(theme.mid));
    ui.add_space(size::SPACE_16);
    ui.horizontal_wrapped(|ui| {
        let (yes, no) = (tr_with("live-question-yes", &[("host", host)]), tr("live-question-no"));
        // Whoever only presses Enter does not connect.
        let refuse = ui.add(Button::plain(theme, &no));
        if ui.memory(|memory| memory.focused().is_none()) {
            refuse.request_focus();
        }
        let mut answer = |is_wanted| commands.push(Command::Live(LiveCommand::Confirm(is_wanted)));
        if refuse.clicked() {
            answer(false);
        }
        if ui.add(Button::plain(theme, &yes)).clicked() {
            answer(true);
        }
    });
}
