//! A class more: photos dropped here, a folder of the album, the open photo, or an empty one.

use egui::{Align, Align2, Layout, Rect, ScrollArea, Stroke, Ui, vec2};
use fluent_bundle::FluentValue;

use super::Parts;
use crate::album::{Album, State as PhotoState};
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command, TeachCommand, TrayTarget};
use crate::teach::MOST_CLASSES;
use crate::ui::kit::paint::{dashes, paragraph, spoken};
use crate::ui::kit::{Area, Button, Icon, menu, within, write_fitted};
use crate::ui::style::{TextRole, size};
use crate::ui::views::album::facts::folder_text;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, rect: Rect, parts: Parts<'_>, commands: &mut Vec<Command>) {
    let theme = parts.theme;
    let mut shapes = Vec::new();
    dashes(rect.shrink(1.0), Stroke::new(size::stroke_focus(), theme.line2), 7.0, 5.0, &mut shapes);
    ui.painter().extend(shapes);
    let mut inner = rect.shrink(14.0);
    let buttons = inner.take_bottom(2.0 * (size::CONTROL_HEIGHT + size::SPACE_8));
    let hint = tr_with("teach-add-class-hint", &[("most", MOST_CLASSES as f64)]);
    let above = inner.without_bottom(size::SPACE_8);
    let place = write_fitted(ui.painter(), above, Align2::CENTER_CENTER, &hint, TextRole::Caption, theme.low);
    spoken(ui, place, egui::Role::Label, &hint);
    within(ui, buttons, |ui| {
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.y = size::SPACE_8;
            let width = inner.width().min(230.0);
            let words = tr("teach-from-album");
            let name = tr("teach-from-album-name");
            let button = ui.add(Button::plain(theme, &words).named(&name).opens_menu().width(width));
            menu(&button).layout(Layout::top_down(Align::Min)).show(|ui| from_album(ui, parts, commands));
            let words = tr("teach-add-class");
            let button = ui.add(Button::plain(theme, &words).with_icon(Icon::Plus).opens_menu().width(width));
            menu(&button).layout(Layout::top_down(Align::Min)).show(|ui| {
                ui.set_width(240.0);
                ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_8);
                let has_photo = parts.state.shown().is_some();
                if ui.add_enabled(has_photo, Button::plain(theme, &tr("teach-add-class-open"))).clicked() {
                    commands.push(Command::Teach(TeachCommand::AddOpen(TrayTarget::New)));
                    ui.close();
                }
                if ui.add(Button::plain(theme, &tr("teach-add-class-empty"))).clicked() {
                    commands.push(Command::Teach(TeachCommand::AddTray));
                    ui.close();
                }
            });
        });
    });
}

/// The folders of the album, each to become a class.
fn from_album(ui: &mut Ui, parts: Parts<'_>, commands: &mut Vec<Command>) {
    let theme = parts.theme;
    ui.set_width(280.0);
    ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_8);
    let Some(album) = parts.state.album.album.as_ref().filter(|album| !album.labels.is_empty()) else {
        paragraph(ui, &tr("teach-from-album-none"), TextRole::Body, theme.mid);
        if ui.add(Button::plain(theme, &tr("album-built-in"))).clicked() {
            commands.push(Command::Album(AlbumCommand::OpenBuiltIn));
            ui.close();
        }
        return;
    };
    ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        for (label, photos) in folders(album) {
            let name = folder_text(label);
            let values: [(&str, FluentValue<'_>); 2] = [("name", name.clone().into()), ("count", photos.len().into())];
            let words = tr_with("teach-from-album-label", &values);
            if ui.add(Button::plain(theme, &words)).clicked() {
                let target = TrayTarget::New;
                commands.push(Command::Teach(TeachCommand::AddAlbum { target, name, photos }));
                ui.close();
            }
        }
    });
}

/// Folders of the album and the photos in them that can be read.
fn folders(album: &Album) -> impl Iterator<Item = (&str, Vec<usize>)> {
    album.labels.iter().enumerate().map(|(label, name)| {
        let photos = album.photos.iter().enumerate();
        let of =
            photos.filter(|(_, photo)| photo.label == Some(label) && !matches!(photo.state, PhotoState::Unreadable(_)));
        (name.as_str(), of.map(|(position, _)| position).collect())
    })
}
