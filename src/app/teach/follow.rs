//! What is wanted of trays is asked of the jobs, once.

use std::sync::Arc;

use super::jobs::{Shared, TeachOrder, kept};
use crate::app::app::App;
use crate::engine::LoadedNetwork;
use crate::session::NetworkState;
use crate::state::teach::OpenPhoto;
use crate::state::{AlbumTab, TrayTarget, View};
use crate::teach::{Lesson, TrayPhoto, TrayStore, thumbnail};

impl App {
    /// Where trays are kept; nowhere without.
    pub(in crate::app) fn tray_store(&self) -> Option<TrayStore> {
        self.album.cache.as_deref().filter(|_| self.teach.keeps_trays).map(TrayStore::new)
    }

    /// Asks for what the trays need.
    pub(in crate::app) fn follow_teach(&mut self) {
        let is_looked_at = self.state.view == View::Album(AlbumTab::Teach);
        let NetworkState::Ready(network) = &self.state.session.network else { return };
        let network = Arc::clone(network);
        self.follow_taught_weights(&network);
        self.state.teach.keeps = !self.teach.requested.cannot_keep && self.tray_store().is_some();
        if is_looked_at {
            self.find_open_photo();
        }
        if is_looked_at && !std::mem::replace(&mut self.teach.requested.loaded, true) {
            match self.tray_store() {
                Some(store) => {
                    let weights = network.sha256.clone();
                    self.teach.jobs.submit(TeachOrder::Load { store, weights });
                }
                None => self.state.teach.is_loaded = true,
            }
        }
        if !self.state.teach.is_loaded {
            return;
        }
        if let Some(folder) = self.teach.requested.first.take() {
            self.add_files(TrayTarget::New, vec![folder], 0.0);
        }
        self.run_tray_photos(&network);
        let lesson = self.state.teach.trays.lesson(&network.sha256);
        self.keep_trays(lesson.is_some());
        match lesson.filter(|lesson| lesson.check().is_ok()) {
            Some(lesson) => self.teach_lesson(&network, lesson),
            None => self.teach_nothing(&network),
        }
        self.ask_taught_head();
        if is_looked_at {
            self.follow_shortcut(&network);
        }
    }

    /// Which tray the open photo is in: by its name and its looks, for a tray has a copy, and names are the same in many folders.
    fn find_open_photo(&mut self) {
        let Some(photo) = self.state.shown().map(|shown| Arc::clone(&shown.photo)) else { return };
        let teach = &mut self.state.teach;
        let known = teach.open.take_if(|open| open.photo != photo.id || open.revision != teach.revision);
        if teach.open.is_some() {
            return;
        }
        // Trays change with every photo that comes; the open one stays the same.
        let known = known.filter(|open| open.photo == photo.id).map(|open| open.thumbnail);
        let thumbnail = known.unwrap_or_else(|| thumbnail(&photo.display));
        let is_it = |other: &Arc<TrayPhoto>| other.name == photo.name && other.looks_like(&thumbnail);
        let tray = teach.trays.all.iter().find(|tray| tray.photos.iter().any(is_it)).map(|tray| tray.number);
        teach.open = Some(OpenPhoto { photo: photo.id, thumbnail, revision: teach.revision, tray });
    }

    /// What is under way for other weights says nothing about these.
    fn follow_taught_weights(&mut self, network: &LoadedNetwork) {
        let known = &mut self.teach.requested.weights;
        if known.as_ref() == Some(&network.sha256) {
            return;
        }
        let is_other = known.replace(network.sha256.clone()).is_some();
        // Without trays nothing is under way, and steps to be taken back stay alike.
        if is_other && !self.state.teach.trays.all.is_empty() {
            self.state.teach.change();
        }
    }

    /// Photos that have not run on these weights do: other weights, or trays of before.
    fn run_tray_photos(&mut self, network: &Arc<LoadedNetwork>) {
        let teach = &self.state.teach;
        let wanted = (network.sha256.clone(), teach.revision);
        let unknown = teach.trays.unknown(&network.sha256);
        if unknown.is_empty() || self.teach.requested.ran.as_ref() == Some(&wanted) {
            return;
        }
        self.teach.requested.ran = Some(wanted);
        let photos = unknown.into_iter().map(Shared).collect();
        self.teach.jobs.submit(TeachOrder::Run { network: Arc::clone(network), photos });
    }

    fn keep_trays(&mut self, is_whole: bool) {
        let Some(store) = self.tray_store() else { return };
        let teach = &self.state.teach;
        let wanted = (teach.revision, is_whole);
        // Trays that nobody has touched are on the disk as they are.
        let is_untouched = teach.trays.all.is_empty() && !teach.is_kept;
        if self.teach.requested.kept == Some(wanted) || is_untouched {
            return;
        }
        self.teach.requested.kept = Some(wanted);
        self.teach.jobs.submit(TeachOrder::Keep { store, trays: kept(&self.state.teach.trays) });
    }

    fn teach_lesson(&mut self, network: &LoadedNetwork, lesson: Lesson) {
        let teach = &self.state.teach;
        let wanted = (network.sha256.clone(), teach.revision);
        if self.teach.requested.fitted.as_ref() == Some(&wanted) {
            return;
        }
        let revision = teach.revision;
        self.teach.requested.fitted = Some(wanted);
        self.teach.jobs.submit(TeachOrder::Fit { revision, lesson: lesson.clone() });
        self.teach.jobs.submit(TeachOrder::Test { revision, lesson });
    }

    /// Too few classes: what was taught on others says nothing any more.
    fn teach_nothing(&mut self, network: &LoadedNetwork) {
        let teach = &mut self.state.teach;
        let is_waiting = !teach.trays.unknown(&network.sha256).is_empty();
        if !is_waiting && teach.taught.is_some() {
            (teach.taught, teach.left_out, teach.said) = (None, None, None);
            teach.shortcut.stuck = None;
        }
        if !is_waiting && self.teach.requested.fitted.take().is_some() {
            self.teach.jobs.cancel(super::jobs::TeachJob::Fit);
            self.teach.jobs.cancel(super::jobs::TeachJob::Test);
        }
    }

    /// What the head says of the photo on screen, with nothing muted: some hundred thousand products.
    fn ask_taught_head(&mut self) {
        let teach = &self.state.teach;
        let Some(taught) = &teach.taught else { return };
        let Some(view) = self.state.shown() else { return };
        let report = self.state.unmuted().or_else(|| self.state.report());
        let report = report.filter(|_| view.run().network.sha256 == taught.weights);
        let is_said = match (report, &teach.said) {
            (Some(report), Some((revision, said))) => *revision == taught.revision && said.report == report.id,
            (None, said) => said.is_none(),
            (Some(_), None) => false,
        };
        if !is_said {
            let said = report.and_then(|report| taught.head.says(report));
            let said = said.map(|said| (taught.revision, Arc::new(said)));
            self.state.teach.said = said;
        }
    }

    /// Stickers are put on once everything else is there.
    fn follow_shortcut(&mut self, network: &Arc<LoadedNetwork>) {
        let teach = &self.state.teach;
        let Some(taught) = teach.current() else { return };
        let (Some(opened), Some(report)) = (self.state.session.first.opened(), self.state.report()) else { return };
        let first = || teach.trays.taught().next().map(|tray| tray.number);
        let Some(tray) = teach.shortcut.tray.or_else(first) else { return };
        let Some(class) = teach.trays.taught().position(|taught| taught.number == tray) else { return };
        let wanted = (taught.revision, tray, report.id);
        let Some(lesson) = teach.trays.lesson(&network.sha256) else { return };
        if self.teach.requested.stuck == Some(wanted) || taught.weights != network.sha256 {
            return;
        }
        let photos =
            teach.trays.get(tray).map(|tray| tray.photos.iter().map(|photo| Shared(Arc::clone(photo))).collect());
        let order = TeachOrder::Stick {
            revision: taught.revision,
            network: Arc::clone(network),
            lesson,
            photos: photos.unwrap_or_default(),
            class,
            report: report.id,
            open: opened.photo.origin(),
        };
        self.teach.requested.stuck = Some(wanted);
        self.state.teach.shortcut.is_running = true;
        self.teach.jobs.submit(order);
    }
}
