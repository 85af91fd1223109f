//! How alike both networks see the photos of the album is asked for, depth by depth.

use std::sync::Arc;

use super::app::App;
use super::requested::RandomKey;
use crate::album::{Place, spread};
use crate::engine::{Depths, DepthsOrder, LoadedNetwork, MOST_DEPTH_PHOTOS};
use crate::state::{AlbumRun, Making};

fn random_key(network: &LoadedNetwork, album: u64) -> RandomKey {
    (format!("{:?}", network.topology), network.labels.len(), album)
}

impl App {
    /// The weights are compared as soon as both networks are there and somebody looks; the album too, once its photos have run.
    pub(super) fn follow_depths(&mut self) {
        let Some([a, b]) = self.state.networks().map(|networks| networks.map(Arc::clone)) else {
            return;
        };
        let before = self.requested.depths.wanted.as_ref();
        if before.is_some_and(|([of_a, of_b], _)| *of_a != a.sha256 || *of_b != b.sha256) {
            // What is under way is about weights that are not in use any more.
            self.stop_depths();
            self.requested.depths.wanted = None;
            self.state.found.depths_making = Making::Idle;
        }
        if !self.state.looks_at_depths() || matches!(self.state.found.depths_making, Making::Stopped) {
            return;
        }
        let album = &self.state.album;
        let has_run = matches!(album.run, AlbumRun::Complete(_));
        let index = album.index.as_ref().filter(|_| has_run);
        let number = index.map(|_| album.number);
        let wanted = ([a.sha256.clone(), b.sha256.clone()], number);
        if self.requested.depths.wanted.as_ref() == Some(&wanted) {
            return;
        }
        let most = self.state.pace.album.min(MOST_DEPTH_PHOTOS);
        let photos = album.album.as_ref().map_or(0, |album| album.photos.len());
        let photos =
            index.map_or_else(Vec::new, |index| spread(photos, most).filter_map(|photo| index.source(photo)).collect());
        let key = random_key(&a, album.number);
        let known = self.requested.depths.random.as_ref();
        let random = known.filter(|(known, _)| *known == key).map(|(_, random)| random.clone());
        self.requested.depths.wanted = Some(wanted);
        self.state.found.depths_making = Making::Running;
        let album = self.state.album.number;
        self.engine.compare_depths(DepthsOrder { a, b, album, photos, random });
    }

    pub(super) fn take_depths(&mut self, depths: Arc<Depths>) {
        if depths.has_baseline
            && let Some([a, _]) = self.state.networks()
            && a.sha256 == depths.weights[0]
        {
            self.requested.depths.random = Some((random_key(a, depths.album), depths.random.clone()));
        }
        self.state.found.depths = Some(depths);
    }

    pub(super) fn depths_ended(&mut self) {
        if matches!(self.state.found.depths_making, Making::Running) {
            self.state.found.depths_making = Making::Done;
        }
    }

    pub(super) fn depths_failed(&mut self) {
        self.state.found.depths_making = Making::Stopped;
    }

    /// Measures over the album; where none is open, over the one inside the program.
    pub(super) fn measure_depths(&mut self, on: bool) {
        if !on {
            return self.stop_depths();
        }
        self.state.found.depths_making = Making::Idle;
        self.requested.depths.wanted = None;
        if self.state.album.place.is_none() {
            self.open_album(Place::BuiltIn);
        }
    }

    /// Stops measuring; what is known stays.
    pub(super) fn stop_depths(&mut self) {
        if !matches!(self.state.found.depths_making, Making::Running) {
            return;
        }
        self.engine.cancel_depths();
        self.requested.depths.wanted = None;
        self.state.found.depths_making = match self.state.session.other.is_wanted() {
            true => Making::Stopped,
            false => Making::Idle,
        };
    }
}
