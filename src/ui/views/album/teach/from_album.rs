//! The folders of the album, each to become a class.

use egui::{ScrollArea, Ui, vec2};
use fluent_bundle::FluentValue;

use super::Parts;
use super::scene::TeachScene;
use crate::album::Album;
use crate::locale::text::{class_is_called, tr, tr_with};
use crate::state::{AlbumCommand, Command, TeachCommand, TrayTarget};
use crate::ui::chrome::known_classes::SEARCHED;
use crate::ui::kit::paint::{line, paragraph};
use crate::ui::kit::{Button, Field, LIST_ROW, ListRow};
use crate::ui::style::{TextRole, size};
use crate::ui::views::album::facts::folder_text;

/// Width of the list, points.
const WIDTH: f32 = 280.0;
/// Height of the rows at most, points.
const MOST_HEIGHT: f32 = 360.0;

/// Shows them in the order of the alphabet, with a field for a few letters where there are many.
pub(super) fn list(ui: &mut Ui, parts: Parts<'_>, scene: &mut TeachScene, commands: &mut Vec<Command>) {
    let theme = parts.theme;
    ui.set_width(WIDTH);
    let Some(album) = parts.state.album.album.as_ref().filter(|album| !album.labels.is_empty()) else {
        paragraph(ui, &tr("teach-from-album-none"), TextRole::Body, theme.mid);
        ui.add_space(size::SPACE_8);
        if ui.add(Button::plain(theme, &tr("album-built-in"))).clicked() {
            commands.push(Command::Album(AlbumCommand::OpenBuiltIn));
            ui.close();
        }
        return;
    };
    let is_searched = album.labels.len() > SEARCHED;
    if is_searched {
        let hint = tr("classifiers-search");
        Field::new(theme, &hint, &mut scene.wanted_folder).hint(&hint).show(ui, WIDTH);
    }
    let wanted = if is_searched { scene.wanted_folder.trim().to_lowercase() } else { String::new() };
    let folders = folders(album, &wanted);
    if folders.is_empty() {
        line(ui, &tr("classifiers-none-found"), LIST_ROW, TextRole::Body, theme.low);
    }
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ScrollArea::vertical().max_height(MOST_HEIGHT).show_rows(ui, LIST_ROW, folders.len(), |ui, range| {
        for folder in &folders[range] {
            let count = tr_with("teach-from-album-count", &[("count", folder.photos)]);
            let values: [(&str, FluentValue<'_>); 2] = [("name", (&*folder.name).into()), ("photos", (&*count).into())];
            let spoken = tr_with("teach-from-album-label", &values);
            if ListRow::new(&folder.name, &count).named(&spoken).show(ui, theme) {
                let photos = photos_of(album, folder.label).collect();
                let (target, name) = (TrayTarget::New, folder.name.clone());
                commands.push(Command::Teach(TeachCommand::AddAlbum { target, name, photos }));
                scene.wanted_folder.clear();
                ui.close();
            }
        }
    });
}

/// A folder in the list.
struct Folder {
    /// Its position in [`Album::labels`].
    label: usize,
    name: String,
    /// How many of its photos can be read.
    photos: usize,
}

/// Folders called `wanted` with photos that can be read, by name; the case of letters does not matter.
fn folders(album: &Album, wanted: &str) -> Vec<Folder> {
    let mut counts = vec![0; album.labels.len()];
    for label in album.photos.iter().filter(|photo| photo.is_readable()).filter_map(|photo| photo.label) {
        counts[label] += 1;
    }
    let is_wanted = |&(label, photos): &(usize, usize)| photos > 0 && class_is_called(&album.labels[label], wanted);
    let named = |(label, photos)| Folder { label, name: folder_text(&album.labels[label]), photos };
    let mut folders: Vec<Folder> = counts.into_iter().enumerate().filter(is_wanted).map(named).collect();
    folders.sort_by_cached_key(|folder| folder.name.to_lowercase());
    folders
}

/// Positions of the photos of a folder that can be read.
fn photos_of(album: &Album, label: usize) -> impl Iterator<Item = usize> {
    let photos = album.photos.iter().enumerate();
    photos.filter(move |(_, photo)| photo.label == Some(label) && photo.is_readable()).map(|(position, _)| position)
}
