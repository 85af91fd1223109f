//! Photos and weights, from wherever they come.

use std::path::{Path, PathBuf};

use super::app::App;
use super::chooser::Picked;
use super::{chooser, gallery};
use crate::album::Place;
use crate::engine::{PhotoSource, Side, WeightsSource};
use crate::imaging::animation::{ANIMATION_BYTES, may_move};
use crate::locale::text::tr;
use crate::platform::files;
use crate::platform::files::first_bytes;
use crate::session::NetworkState;
use crate::state::remembered::Reading;
use crate::state::{LiveSource, MessageKind, MessageText, OtherWeights, SceneFile, State, TeachCommand};
use crate::weights;
use crate::weights::{Format, LoadOptions, Said};

impl App {
    /// Opens a photo; the result before it stays until the new one is there.
    pub(super) fn open(&mut self, source: PhotoSource) {
        self.close_live();
        self.forget_errors();
        self.engine.cancel_photo(Side::First);
        self.state.album.opened = None;
        self.state.session.first.ask(source);
    }

    pub(super) fn open_gallery(&mut self, index: usize) {
        if let Some(source) = gallery::source(index) {
            self.open(source);
        }
    }

    /// Opens a file: weights if it begins like weights, else a photo.
    pub fn open_path(&mut self, path: PathBuf) {
        let start = first_bytes(&path, Format::SNIFF_BYTES);
        if files::is_folder(&path) {
            self.open_album(Place::Folder(path));
            self.show_album();
        } else if Format::sniff(&start).is_none() && SceneFile::may_begin(&start) {
            self.open_scene_file(&path);
        } else if holds_weights(&path) {
            self.open_weights(path, LoadOptions::default(), None);
        } else if !self.state.still && may_move(&first_bytes(&path, ANIMATION_BYTES)) {
            self.opened.insert(path.clone());
            self.remember_photo(path.clone());
            self.start_live(LiveSource::File(path), 0.0);
        } else {
            self.open_photo(path);
        }
    }

    /// Opens a file as a photo; of an animation the first frame.
    pub(super) fn open_photo(&mut self, path: PathBuf) {
        self.opened.insert(path.clone());
        self.remember_photo(path.clone());
        let (name, read) = chooser::photo_file(path);
        self.open(PhotoSource::File { name, read });
    }

    /// Opens weights, with the labels in a file if one is given; where nothing is said, what was said before about the same
    /// bytes holds.
    pub(super) fn open_weights(&mut self, path: PathBuf, options: LoadOptions, labels: Option<PathBuf>) {
        let size_bytes = files::size_bytes(&path);
        self.files.awaits_default = None;
        self.opened.insert(path.clone());
        self.opened.extend(labels.clone());
        let remembered = self.state.settings.remembered_weights.clone();
        let (name, read) = chooser::weights_file(path.clone(), options, labels.clone(), remembered);
        self.files.reading = Some(Reading { path, labels });
        let shown = name.clone();
        let source = WeightsSource::File { name, read };
        self.load_weights(source, shown, size_bytes);
    }

    /// Back to the weights inside the program.
    pub(super) fn use_default_weights(&mut self) {
        self.use_default_weights_as(Said::default());
    }

    /// The same, with what a person says in place of what they say.
    pub(super) fn use_default_weights_as(&mut self, said: Said) {
        self.files.reading = None;
        self.files.awaits_default = Some(said);
        let (name, size_bytes) = (tr("weights-default"), weights::default_file().map(|bytes| bytes.len() as u64));
        self.state.session.network = NetworkState::Loading { name, size_bytes, previous: self.state.loaded().cloned() };
        self.take_default_weights();
    }

    /// Reads the weights of the program, if they are wanted and here.
    pub(super) fn take_default_weights(&mut self) {
        if let Some(bytes) = weights::default_file()
            && let Some(said) = self.files.awaits_default.take()
        {
            let source = WeightsSource::DefaultAs(said);
            self.load_weights(source, tr("weights-default"), Some(bytes.len() as u64));
        }
    }

    pub(super) fn load_weights(&mut self, source: WeightsSource, name: String, size_bytes: Option<u64>) {
        self.state.session.network = NetworkState::Loading { name, size_bytes, previous: self.state.loaded().cloned() };
        self.engine.load_weights(source);
    }

    /// The photo that is on its way is not wanted any more: the one on screen is, and is timed again.
    pub(super) fn give_up_photo(&mut self) {
        self.engine.cancel_photo(Side::First);
        self.state.session.first.give_up();
        self.requested.measured.layers = None;
    }

    /// Stops the photo that is being run, or else the second one.
    pub(super) fn cancel(&mut self) {
        if self.state.session.first.is_running() {
            self.give_up_photo();
        } else if self.state.session.second.is_running() {
            self.cancel_second();
        }
    }

    pub(super) fn take_picked(&mut self, now_seconds: f64) {
        while let Ok(picked) = self.picked.1.try_recv() {
            match picked {
                Picked::Photo(path) => self.open_path(path),
                Picked::SecondPhoto(path) => self.open_second_path(path),
                Picked::Pasted(held) => self.open_held(held, now_seconds),
                Picked::Place { request, path } => self.take_home_to(request, path),
                Picked::LiveFolder(path) => self.start_live(LiveSource::Folder(path), now_seconds),
                Picked::Folder(path) => self.open_album(Place::Folder(path)),
                Picked::ForTray(target, paths) => {
                    self.apply_teach(TeachCommand::AddFiles(target, paths), now_seconds);
                }
                Picked::SecondWeights(path) => self.compare_with(OtherWeights::File(path)),
                Picked::Weights(path) => self.open_weights(path, LoadOptions::default(), None),
                Picked::NotHere => {
                    self.say(MessageKind::Error, MessageText::plain("dialog-not-here"), now_seconds);
                }
            }
        }
    }
}

impl State {
    /// Whether weights are being read: the result before stays, but nothing can be asked of it.
    pub fn is_reading_weights(&self) -> bool {
        matches!(self.session.network, NetworkState::Loading { .. })
    }
}

/// By the first bytes; the extension decides only about a file that begins like nothing known, so that what is wrong with it
/// is said in words about weights.  A few bytes of a regular file: quick enough for the window's thread.
pub(super) fn holds_weights(path: &Path) -> bool {
    let start = first_bytes(path, Format::SNIFF_BYTES);
    let is_picture = image::guess_format(&start).is_ok();
    let is_called_weights = path.extension().is_some_and(|extension| {
        let mut known = Format::EXTENSIONS.iter();
        known.any(|known| extension.eq_ignore_ascii_case(known))
    });
    Format::sniff(&start).is_some()
        || weights::format::is_of_another_program(&start)
        || (is_called_weights && !is_picture)
}
