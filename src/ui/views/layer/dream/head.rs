//! The way back, whole layer or one channel, save and open as photo.

use egui::{Align, Layout, Rect, Ui};

use crate::locale::photo_names::photo_text;
use crate::locale::text::{tr, tr_with};
use crate::state::{Arrangement, Command, DreamCommand, DreamWishes, LayerPane, State, Take};
use crate::ui::kit::{Button, Icon, Segmented, from_left};
use crate::ui::style::{Theme, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::depth_line::short;

/// Shows the row.
pub(super) fn head(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let state = seen.state;
    from_left(ui, rect, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_12;
        let back = tr("dream-back");
        if ui.add(Button::plain(theme, &back).with_icon(Icon::ChevronLeft)).clicked() {
            let pane = LayerPane::LooksFor;
            commands.push(Command::Arrange(Arrangement { pane, ..state.arrangement }));
        }
        let now = state.dreams.wishes;
        let (layer, channel) = (tr("dream-whole-layer"), tr("dream-one-channel"));
        let choices = [(false, &*layer), (true, &*channel)];
        let name = tr("dream-of");
        let control = Segmented::new(&name, &choices, now.is_one_channel).padding(10.0);
        if let Some(is_one_channel) = control.show(ui, theme).inner {
            commands.push(Command::Dream(DreamCommand::Change(DreamWishes { is_one_channel, ..now })));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::SPACE_8;
            if state.dreams.drawn().is_none() {
                ui.disable();
            }
            if ui.add(Button::primary(theme, &tr("dream-open"))).clicked() {
                commands.push(Command::Dream(DreamCommand::Open(name_of(state))));
            }
            if ui.add(Button::plain(theme, &tr("dream-save"))).clicked() {
                commands.push(Command::TakeHome(Take::Made));
            }
        });
    });
}

/// "cat, dream at inception4c": what the photo is called that a dream becomes.
pub(super) fn name_of(state: &State) -> String {
    let photo = state.shown().map(|shown| photo_text(&shown.photo.name)).unwrap_or_default();
    let layer = state.dreams.drawn().map(|dreamt| dreamt.recipe.layer.clone()).unwrap_or_default();
    let layer = short(&layer).to_owned();
    tr_with("dream-photo-name", &[("photo", photo), ("layer", layer)])
}
