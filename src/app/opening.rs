//! Photos and weights, from wherever they come.

use std::path::PathBuf;
use std::sync::Arc;

use super::app::App;
use super::desktop::{self, Picked};
use super::gallery;
use super::state::{Analysis, NetworkState};
use crate::engine::{Photo, PhotoSource, WeightsSource};
use crate::imaging::Fit;
use crate::spec::Topology;

impl App {
    /// The photo on screen or about to be.
    pub(super) fn current_photo(&self) -> Option<Arc<Photo>> {
        match &self.state.analysis {
            Analysis::Running {
                photo: Some(photo), ..
            } => Some(photo.clone()),
            _ => self.state.shown().map(|shown| shown.photo.clone()),
        }
    }

    pub(super) fn run_again(&mut self, photo: &Photo) {
        let source = PhotoSource::Ready {
            name: photo.name.clone(),
            origin: photo.origin(),
        };
        self.open(source);
    }

    pub(super) fn set_fit(&mut self, fit: Fit) {
        self.state.settings.fit = fit;
        if let Some(photo) = self.current_photo() {
            self.run_again(&photo);
        }
        self.run_second_again();
    }

    /// Opens a photo; the result before it stays until the new one is there.
    pub(super) fn open(&mut self, source: PhotoSource) {
        let name = match &source {
            PhotoSource::File { name, .. } | PhotoSource::Ready { name, .. } => name.clone(),
        };
        self.state.analysis = Analysis::Running {
            name,
            photo: None,
            done: 0,
            total: 0,
            previous: self.state.shown().cloned(),
        };
        self.engine.cancel_edit();
        self.engine.open(source, self.state.settings.fit);
    }

    pub(super) fn open_gallery(&mut self, index: usize) {
        if let (Some(origin), Some(sample)) =
            (gallery::origin(index), self.state.gallery.get(index))
        {
            let name = sample.name.clone();
            self.open(PhotoSource::Ready { name, origin });
        }
    }

    /// Opens a file: weights if it is called `.safetensors`, else a photo.
    pub(super) fn open_path(&mut self, path: PathBuf) {
        if path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("safetensors"))
        {
            self.open_weights(path, None);
        } else {
            let (name, read) = desktop::photo_file(path);
            self.open(PhotoSource::File { name, read });
        }
    }

    /// Opens weights.
    pub(super) fn open_weights(&mut self, path: PathBuf, topology: Option<Topology>) {
        let (name, read) = desktop::weights_file(path);
        let shown = name.clone();
        self.load_weights(
            WeightsSource::File {
                name,
                read,
                topology,
            },
            shown,
        );
    }

    pub(super) fn load_weights(&mut self, source: WeightsSource, name: String) {
        self.state.network = NetworkState::Loading {
            name,
            previous: self.state.loaded().cloned(),
        };
        self.engine.load_weights(source);
    }

    pub(super) fn cancel(&mut self) {
        self.engine.cancel_photo();
        if let Analysis::Running { previous, .. } = &self.state.analysis {
            self.state.analysis = match previous.clone() {
                Some(shown) => Analysis::Ready(shown),
                None => Analysis::Idle,
            };
            self.run_edits();
        }
    }

    pub(super) fn take_picked(&mut self) {
        while let Ok(picked) = self.picked.1.try_recv() {
            match picked {
                Picked::Photo(path) => self.open_path(path),
                Picked::SecondPhoto(path) => self.open_second_path(path),
                Picked::Weights(path) => self.open_weights(path, None),
            }
        }
    }
}
