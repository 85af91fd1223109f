//! What is wanted of an album is asked of its jobs, once.

use std::sync::Arc;

use crate::album::Place;
use crate::app::app::App;
use crate::app::requested::RequestedAlbum;
use crate::engine::LoadedNetwork;
use crate::platform::album as platform_album;
use crate::session::NetworkState;
use crate::state::{AlbumRun, AlbumTab, RememberedAlbum, View};

impl App {
    /// Asks for what the album needs.
    pub(in crate::app) fn follow_album(&mut self) {
        self.open_album_of_before();
        let NetworkState::Ready(network) = &self.state.session.network else { return };
        let network = Arc::clone(network);
        self.follow_album_index(&network);
        self.follow_placing();
        self.follow_picture();
        self.follow_guessing();
    }

    /// The first look at the album opens the one that was open last.
    fn open_album_of_before(&mut self) {
        let is_first_look = matches!(self.state.view, View::Album(_)) && self.state.album.place.is_none();
        if !is_first_look {
            return;
        }
        if let Some(remembered) = self.state.settings.album.clone() {
            self.open_album(remembered.into());
        }
    }

    /// Opens an album, in place of the one before.
    pub(in crate::app) fn open_album(&mut self, place: Place) {
        self.state.settings.album = Some(RememberedAlbum::from(&place));
        if self.state.album.place.as_ref() == Some(&place) {
            // The folder may hold other photos by now.
            self.album.requested.index = None;
            return;
        }
        let before = self.state.album.place.take().filter(|_| self.state.album.album.is_some());
        self.close_album();
        self.album.requested.before = before;
        self.state.album.place = Some(place);
    }

    /// Where results of albums are kept, in words.
    pub(in crate::app) fn kept_in(&self) -> Option<String> {
        self.album.cache.as_ref().map(|folder| folder.display().to_string())
    }

    /// An album that cannot be listed gives way to the one before.
    pub(super) fn back_to_album_before(&mut self) {
        if self.state.album.index.is_none()
            && let Some(before) = self.album.requested.before.take()
        {
            self.open_album(before);
        }
    }

    /// No album is open any more.
    pub(in crate::app) fn close_album(&mut self) {
        self.album.jobs.close();
        self.album.requested = RequestedAlbum::default();
        let number = self.state.album.number + 1;
        self.state.album = crate::state::AlbumState { number, kept_in: self.kept_in(), ..Default::default() };
    }

    /// Another album, or other weights: everything again, while the old answers stay.
    fn follow_album_index(&mut self, network: &Arc<LoadedNetwork>) {
        let Some(place) = self.state.album.place.clone() else { return };
        let is_asked = self.album.requested.index.as_ref();
        if is_asked.is_some_and(|(asked, weights)| *asked == place && Arc::ptr_eq(weights, network)) {
            return;
        }
        if place == Place::BuiltIn && platform_album::photos().is_none() {
            // It is asked for again in every frame until it is here.
            platform_album::bring();
            self.state.album.run = AlbumRun::Listing;
            return;
        }
        self.album.jobs.close();
        self.album.requested = RequestedAlbum {
            before: self.album.requested.before.take(),
            index: Some((place.clone(), Arc::clone(network))),
            ..Default::default()
        };
        let album = &mut self.state.album;
        album.number += 1;
        album.index = None;
        album.run = AlbumRun::Listing;
        album.thumbnails = Default::default();
        album.picture = None;
        album.placed.clear();
        album.choices.spot = None;
        self.stop_timing();
        self.album.jobs.index(place, Arc::clone(network), self.album.cache.clone());
    }

    /// Layers are timed once the photos have run.
    pub(super) fn stop_timing(&mut self) {
        let has_ended = self.state.found.timings.as_ref().is_some_and(|timings| timings.is_complete());
        if !has_ended {
            self.engine.cancel_measure();
            self.requested.measured.layers = None;
        }
    }

    /// Photos are placed once they have run, as soon as somebody looks at the map.
    fn follow_placing(&mut self) {
        let album = &self.state.album;
        let is_wanted = self.state.view == View::Album(AlbumTab::Map);
        let has_ended = matches!(album.run, AlbumRun::Complete(_) | AlbumRun::Paused(_));
        let (Some(index), Some(shown)) = (&album.index, &album.album) else { return };
        let ran = shown.ran().count();
        let wanted = (album.number, ran);
        if !is_wanted || !has_ended || ran < 3 || self.album.requested.placed == Some(wanted) {
            return;
        }
        let index = Arc::clone(index);
        self.album.requested.placed = Some(wanted);
        self.state.album.placed.clear();
        self.state.album.placed.is_running = true;
        self.album.jobs.place(index);
    }

    fn follow_picture(&mut self) {
        let album = &self.state.album;
        let wanted = album.choices.selected.map(|photo| (album.number, photo));
        let (Some(index), Some(wanted)) = (&album.index, wanted) else { return };
        if self.album.requested.picture != Some(wanted) {
            self.album.jobs.picture(Arc::clone(index), wanted.1);
            self.album.requested.picture = Some(wanted);
        }
    }

    /// Small pictures that are to be seen and are not there are fetched, those in sight now first.
    pub(super) fn want_thumbnails(&mut self, photos: Vec<usize>) {
        let album = &self.state.album;
        let Some(index) = &album.index else { return };
        let missing: Vec<usize> = photos.into_iter().filter(|&photo| !album.thumbnails.has(photo)).collect();
        if missing.is_empty() {
            return;
        }
        let requested = &mut self.album.requested.thumbnails;
        let is_on_its_way = missing.iter().all(|photo| requested.contains(photo));
        if !is_on_its_way {
            self.album.jobs.thumbnails(Arc::clone(index), missing.clone());
            *requested = missing;
        }
    }
}
