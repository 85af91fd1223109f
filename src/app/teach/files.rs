//! Photos and folders that were dropped on trays, or chosen for them.

use std::path::{Path, PathBuf};

use crate::app::app::App;
use crate::app::chooser::photo_file;
use crate::engine::PhotoSource;
use crate::imaging::is_named_picture;
use crate::platform::files::is_folder;
use crate::platform::trees;
use crate::platform::trees::{Entry, Kind};
use crate::state::TrayTarget;
use crate::teach::{MOST_CLASSES, MOST_PHOTOS};

impl App {
    /// Files go into a tray.  Of a folder its photos do; where no tray is meant a folder is a class, or its folders are.
    pub(super) fn add_files(&mut self, target: TrayTarget, paths: Vec<PathBuf>, now_seconds: f64) {
        let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| is_folder(path));
        if !files.is_empty() {
            self.take_files(target, None, files, now_seconds);
        }
        for folder in folders {
            match target {
                TrayTarget::Tray(_) => self.take_files(target, None, photos_in(&folder), now_seconds),
                TrayTarget::New => {
                    for class in classes_in(&folder) {
                        let name = class.file_name().map(|name| name.to_string_lossy().into_owned());
                        self.take_files(target, name.as_deref(), photos_in(&class), now_seconds);
                    }
                }
            }
        }
    }

    fn take_files(&mut self, target: TrayTarget, name: Option<&str>, files: Vec<PathBuf>, now_seconds: f64) {
        self.opened.extend(files.iter().cloned());
        let source = |path| {
            let (name, read) = photo_file(path);
            PhotoSource::File { name, read }
        };
        self.take_photos(target, name, files.into_iter().map(source).collect(), now_seconds);
    }
}

/// The folders in a folder that hold photos; itself where none does.
fn classes_in(folder: &Path) -> Vec<PathBuf> {
    let folders = sorted(folder).into_iter().filter(|entry| entry.kind == Kind::Folder).map(|entry| entry.path);
    let with_photos: Vec<PathBuf> =
        folders.filter(|folder| !photos_in(folder).is_empty()).take(MOST_CLASSES + 1).collect();
    if with_photos.is_empty() { vec![folder.to_owned()] } else { with_photos }
}

fn photos_in(folder: &Path) -> Vec<PathBuf> {
    let is_photo = |entry: &Entry| entry.kind != Kind::Folder && is_named_picture(&entry.name);
    sorted(folder).into_iter().filter(is_photo).map(|entry| entry.path).take(MOST_PHOTOS).collect()
}

/// What is in a folder, by name.
fn sorted(folder: &Path) -> Vec<Entry> {
    let mut entries: Vec<Entry> = trees::entries(folder).into_iter().flatten().collect();
    entries.retain(|entry| !entry.name.starts_with('.'));
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    entries
}
