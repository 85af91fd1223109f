//! Whose photos these are, what is kept of them and where, and how to forget it.

use egui::{Align, RichText, ScrollArea, Ui, vec2};

use crate::album::Place;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command, State, attributions};
use crate::ui::kit::paint::paragraph;
use crate::ui::kit::{Button, cross, modal};
use crate::ui::shortcuts;
use crate::ui::style::{TextRole, Theme, size};

/// Height of a line of the list, points.
const LINE: f32 = 20.0;

/// The window, while it is open.
pub(super) fn window(ui: &Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    if !state.album.shows_about {
        return;
    }
    let close = Command::Album(AlbumCommand::ShowAbout(false));
    if shortcuts::ESCAPE.pressed(ui) {
        commands.push(close);
        return;
    }
    if modal(ui, "album-about", theme, |ui| contents(ui, state, theme, commands)) {
        commands.push(close);
    }
}

fn contents(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let room = ui.ctx().content_rect();
    ui.set_width((room.width() - 120.0).min(820.0));
    ui.horizontal(|ui| {
        ui.label(RichText::new(tr("album-about-title")).font(TextRole::ViewTitle.font()).color(theme.hi));
        if cross(ui, &tr("album-about-close"), theme) {
            commands.push(Command::Album(AlbumCommand::ShowAbout(false)));
        }
    });
    ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_8);
    paragraph(ui, &tr("album-kept"), TextRole::Body, theme.mid);
    let place = match &state.album.kept_in {
        Some(folder) => tr_with("album-kept-in", &[("folder", &**folder)]),
        None => tr("album-kept-nowhere"),
    };
    paragraph(ui, &place, TextRole::Body, theme.mid);
    ui.horizontal(|ui| {
        for (key, command) in [("album-forget", AlbumCommand::Forget), ("album-forget-all", AlbumCommand::ForgetAll)] {
            if ui.add(Button::plain(theme, &tr(key))).clicked() {
                commands.push(Command::Album(command));
            }
        }
    });
    if state.album.place == Some(Place::BuiltIn) {
        sources(ui, theme, room.height() - 420.0);
    }
}

/// Every photo with its source and licence.
fn sources(ui: &mut Ui, theme: &Theme, height: f32) {
    let photos = attributions();
    ui.add_space(size::SPACE_8);
    let words = tr_with("album-sources", &[("count", photos.len() as f64)]);
    ui.label(RichText::new(words).font(TextRole::Name.font()).color(theme.hi));
    ui.spacing_mut().item_spacing.y = 0.0;
    let scroll = ScrollArea::vertical().max_height(height.max(160.0)).auto_shrink([false, true]);
    scroll.show_rows(ui, LINE, photos.len(), |ui, lines| {
        for photo in &photos[lines] {
            let words = format!("{} · {} · {}", photo.path, photo.licence, photo.source);
            let text = RichText::new(words).font(TextRole::Caption.font()).color(theme.mid);
            ui.add_sized(vec2(ui.available_width(), LINE), egui::Label::new(text).truncate().halign(Align::Min));
        }
    });
}
