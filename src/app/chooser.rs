//! File dialogs, and how to read what was chosen.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::files::{read_beside, read_labels};
use crate::engine::{Read, ReadWeights, UserError};
use crate::imaging;
use crate::locale::text::tr;
use crate::platform::clipboard::Held;
use crate::platform::dialogs::Question;
use crate::platform::files::{FileError, read_file};
use crate::platform::{NotHere, dialogs};
use crate::state::{Remembered, TrayTarget, remembered};
use crate::weights::file::MAX_FILE_BYTES;
use crate::weights::{Format, LoadOptions};

/// What a person chose in a dialog or copied elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// A photo.
    Photo(PathBuf),
    /// A photo to be compared with the first.
    SecondPhoto(PathBuf),
    /// A weights file.
    Weights(PathBuf),
    /// A weights file to be compared with the one in use.
    SecondWeights(PathBuf),
    /// A folder of photos.
    Folder(PathBuf),
    /// A folder to be watched.
    LiveFolder(PathBuf),
    /// Photos or folders for a tray.
    ForTray(TrayTarget, Vec<PathBuf>),
    /// What a paste found on the clipboard.
    Pasted(Held),
    /// Where to write a file; `None` where the dialog was sent away.
    Place {
        /// Which question this answers.
        request: u64,
        /// The file.
        path: Option<PathBuf>,
    },
    /// There are no dialogs where we run.
    NotHere,
}

/// Asks for files; answers later, through the sender, or never.
pub trait Chooser {
    /// Asks for a photo.
    fn photo(&self, answer: Sender<Picked>);
    /// Asks for a second photo.
    fn second_photo(&self, answer: Sender<Picked>);
    /// Asks for a weights file.
    fn weights(&self, answer: Sender<Picked>);
    /// Asks for a weights file to compare with.
    fn second_weights(&self, _answer: Sender<Picked>) {}
    /// Asks for a folder of photos.
    fn folder(&self, _answer: Sender<Picked>) {}
    /// Asks for a folder to be watched.
    fn live_folder(&self, _answer: Sender<Picked>) {}
    /// Asks for a photo for a tray; answers with [`Picked::ForTray`].
    fn tray_photo(&self, _target: TrayTarget, _answer: Sender<Picked>) {}
    /// Asks for a scene file to be added to; answers with [`Picked::Place`].
    fn scene(&self, _request: u64, _answer: Sender<Picked>) {}
    /// Asks where to write a file of that ending, with a name proposed; answers with [`Picked::Place`].
    fn save(&self, name: &str, extension: &'static str, request: u64, answer: Sender<Picked>);
}

/// The system's own dialogs.
pub(super) struct NativeChooser;

impl NativeChooser {
    fn ask(question: Question<'_>, answer: Sender<Picked>, make: fn(PathBuf) -> Picked) {
        let sender = answer.clone();
        // The window may have been closed when the answer comes.
        let asked = dialogs::open(question, move |path| drop(sender.send(make(path))));
        if let Err(NotHere) = asked {
            let _ = answer.send(Picked::NotHere);
        }
    }
}

impl NativeChooser {
    fn ask_folder(title: String, answer: Sender<Picked>, make: fn(PathBuf) -> Picked) {
        let sender = answer.clone();
        // The window may have been closed when the answer comes.
        let asked = dialogs::open_folder(title, move |path| drop(sender.send(make(path))));
        if let Err(NotHere) = asked {
            let _ = answer.send(Picked::NotHere);
        }
    }
}

impl Chooser for NativeChooser {
    fn photo(&self, answer: Sender<Picked>) {
        Self::ask(photo_question(tr("dialog-photo")), answer, Picked::Photo);
    }

    fn second_photo(&self, answer: Sender<Picked>) {
        Self::ask(photo_question(tr("dialog-second-photo")), answer, Picked::SecondPhoto);
    }

    fn weights(&self, answer: Sender<Picked>) {
        Self::ask(weights_question(), answer, Picked::Weights);
    }

    fn second_weights(&self, answer: Sender<Picked>) {
        Self::ask(weights_question(), answer, Picked::SecondWeights);
    }

    fn folder(&self, answer: Sender<Picked>) {
        Self::ask_folder(tr("dialog-folder"), answer, Picked::Folder);
    }

    fn live_folder(&self, answer: Sender<Picked>) {
        Self::ask_folder(tr("dialog-live-folder"), answer, Picked::LiveFolder);
    }

    fn tray_photo(&self, target: TrayTarget, answer: Sender<Picked>) {
        let sender = answer.clone();
        // The window may have been closed when the answer comes.
        let place = move |path| drop(sender.send(Picked::ForTray(target, vec![path])));
        if let Err(NotHere) = dialogs::open(photo_question(tr("dialog-photo")), place) {
            let _ = answer.send(Picked::NotHere);
        }
    }

    fn scene(&self, request: u64, answer: Sender<Picked>) {
        let question = Question { title: tr("dialog-scene"), kind: tr("dialog-scene-files"), extensions: &["json"] };
        let sender = answer.clone();
        // The window may have been closed when the answer comes.
        let place = move |path| drop(sender.send(Picked::Place { request, path: Some(path) }));
        if let Err(NotHere) = dialogs::open(question, place) {
            let _ = answer.send(Picked::Place { request, path: None });
            let _ = answer.send(Picked::NotHere);
        }
    }

    fn save(&self, name: &str, extension: &'static str, request: u64, answer: Sender<Picked>) {
        let question = Question { title: tr("dialog-save"), kind: extension.to_uppercase(), extensions: &[extension] };
        let sender = answer.clone();
        // The window may have been closed when the answer comes.
        let asked = dialogs::save(question, name, move |path| drop(sender.send(Picked::Place { request, path })));
        if let Err(NotHere) = asked {
            let _ = answer.send(Picked::Place { request, path: None });
            let _ = answer.send(Picked::NotHere);
        }
    }
}

fn weights_question() -> Question<'static> {
    let (title, kind) = (tr("dialog-weights"), tr("dialog-weights-files"));
    Question { title, kind, extensions: &Format::EXTENSIONS }
}

fn photo_question(title: String) -> Question<'static> {
    const EXTENSIONS: [&str; 13] =
        ["jpg", "jpeg", "png", "heic", "heif", "avif", "webp", "gif", "bmp", "tif", "tiff", "dng", "jxl"];
    Question { title, kind: tr("dialog-photos"), extensions: &EXTENSIONS }
}

/// Name of a photo's file, and how to read it.
pub(super) fn photo_file(path: PathBuf) -> (String, Read) {
    let (name, read) = reader(path, imaging::MAX_FILE_BYTES);
    (name, Arc::new(read))
}

/// Name of a weights file, and how to read it with the labels given or found beside it.  Where nothing is given, what is
/// `remembered` of the same bytes holds.
pub(super) fn weights_file(
    path: PathBuf,
    options: LoadOptions,
    labels: Option<PathBuf>,
    remembered: Vec<Remembered>,
) -> (String, ReadWeights) {
    let (name, read_weights) = reader(path.clone(), MAX_FILE_BYTES as u64);
    let read = move || {
        let bytes = read_weights()?;
        let about = |(path, error): (PathBuf, FileError)| UserError::about(&file_name(&path), error);
        let beside = read_beside(&path, &bytes).map_err(about)?;
        let (mut options, labels) = match remembered::is_nothing(&options, labels.as_deref()) {
            true => remembered::of(&bytes, &beside, &remembered),
            false => (options, labels),
        };
        options.labels = read_labels(&path, labels.as_deref()).map_err(about)?;
        options.beside = beside;
        Ok((bytes, options))
    };
    (name, Box::new(read))
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn reader(
    path: PathBuf,
    limit_bytes: u64,
) -> (String, impl Fn() -> Result<Vec<u8>, UserError> + Send + Sync + 'static) {
    let name = file_name(&path);
    let shown = name.clone();
    let read = move || read_file(&path, limit_bytes).map_err(|error| UserError::about(&shown, error));
    (name, read)
}
