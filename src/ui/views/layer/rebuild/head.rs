//! The way back, whole layer or one channel, which noise, stop and go on, save.

use egui::{Align, Layout, Rect, Ui};

use crate::locale::format::steps_in_words;
use crate::locale::text::{tr, tr_with};
use crate::state::{Arrangement, Command, LayerPane, Making, RebuildCommand, RebuildWishes, Take};
use crate::ui::kit::{Button, Icon, Segmented, from_left};
use crate::ui::style::{Theme, size};
use crate::ui::views::layer::context::LayerContext;

/// Shows the row.
pub(super) fn head(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let state = seen.state;
    from_left(ui, rect, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_8;
        if ui.add(Button::plain(theme, &tr("dream-back")).with_icon(Icon::ChevronLeft)).clicked() {
            let pane = LayerPane::LooksFor;
            commands.push(Command::Arrange(Arrangement { pane, ..state.arrangement }));
        }
        let now = state.rebuilds.wishes;
        let (layer, channel) = (tr("dream-whole-layer"), tr("dream-one-channel"));
        let choices = [(false, &*layer), (true, &*channel)];
        let name = tr("rebuild-of");
        let control = Segmented::new(&name, &choices, now.is_one_channel).padding(5.0);
        if let Some(is_one_channel) = control.show(ui, theme).inner {
            change(RebuildWishes { is_one_channel, ..now }, commands);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::SPACE_8;
            let is_there = state.rebuilds.shown().is_some_and(|entry| entry.made.is_some());
            if ui.add_enabled(is_there, Button::plain(theme, &tr("dream-save"))).clicked() {
                commands.push(Command::TakeHome(Take::Made));
            }
            if let Some((words, command)) = going(seen)
                && ui.add(Button::plain(theme, &words)).clicked()
            {
                commands.push(Command::Rebuild(command));
            }
            let words = tr_with("looks-seed", &[("seed", now.seed.to_string())]);
            let name = tr_with("looks-new-seed", &[("seed", now.seed.to_string())]);
            if ui.add(Button::plain(theme, &words).named(&name)).clicked() {
                change(RebuildWishes { seed: now.seed + 1, ..now }, commands);
            }
        });
    });
}

fn change(wishes: RebuildWishes, commands: &mut Vec<Command>) {
    commands.push(Command::Rebuild(RebuildCommand::Change(wishes)));
}

/// What a person can do about the picture that is looked at.
pub(super) fn going(seen: &LayerContext<'_>) -> Option<(String, RebuildCommand)> {
    let entry = seen.state.rebuilds.shown()?;
    let steps = [("steps", steps_in_words(seen.state.pace.rebuild))];
    Some(match entry.making {
        Making::Idle => return None,
        Making::Running => (tr("dream-stop"), RebuildCommand::Stop),
        Making::Stopped => (tr("dream-go-on"), RebuildCommand::GoOn),
        Making::Failed(_) => (tr("looks-try-again"), RebuildCommand::GoOn),
        Making::Done => (tr_with("rebuild-more", &steps), RebuildCommand::GoOn),
    })
}
