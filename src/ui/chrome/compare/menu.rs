//! The toolbar's menu that opens a second photo.

use egui::{ScrollArea, Ui};

use crate::locale::text::tr;
use crate::state::{Command, Comparison, State};
use crate::ui::chrome::menus::{caption, gallery, heading};
use crate::ui::kit::{self, Button};
use crate::ui::style::{Theme, size};
use crate::ui::textures::Textures;

/// Open a second photo, swap both, close the second.
pub fn menu(ui: &mut Ui, state: &State, theme: &Theme, textures: &mut Textures, commands: &mut Vec<Command>) {
    let label = tr("compare");
    let button = Button::plain(theme, &label).opens_menu();
    // There is nothing to compare with before there is a first photo.
    let button = ui.add_enabled(state.shown().is_some(), button);
    let height = ui.ctx().content_rect().height() - size::TOOLBAR_HEIGHT - size::STATUS_HEIGHT - 40.0;
    kit::menu(&button).show(|ui| {
        ScrollArea::vertical()
            .min_scrolled_height(height)
            .max_height(height)
            .show(ui, |ui| contents(ui, state, theme, textures, commands));
    });
}

fn contents(ui: &mut Ui, state: &State, theme: &Theme, textures: &mut Textures, commands: &mut Vec<Command>) {
    heading(ui, theme, &tr("compare-with"));
    caption(ui, theme, &tr("compare-with-hint"));
    ui.add_space(size::SPACE_8);
    let mut wishes = vec![("compare-open", Command::ChooseSecondPhoto)];
    if state.second().is_some() {
        wishes.push(("compare-swap", Command::SwapPhotos));
    }
    if state.session.second.is_open() {
        wishes.push(("compare-close", Command::CloseSecond));
    } else if state.original().is_some() {
        wishes.push(("compare-with-unedited", Command::Compare(Comparison::Both)));
    } else if state.unmuted().is_some() {
        let wish = Command::Compare(Comparison::Both);
        wishes.push(("compare-with-unmuted", wish));
    }
    ui.horizontal(|ui| {
        for (key, wish) in wishes {
            if ui.add(Button::plain(theme, &tr(key))).clicked() {
                commands.push(wish);
                ui.close();
            }
        }
    });
    ui.add_space(size::SPACE_12);
    for range in [0..state.photos_in_gallery, state.photos_in_gallery..state.gallery.len()] {
        if let Some(index) = gallery(ui, state, theme, textures, range) {
            commands.push(Command::OpenSecondGallery(index));
            ui.close();
        }
        ui.add_space(size::SPACE_8);
    }
}
