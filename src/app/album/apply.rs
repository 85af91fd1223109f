//! Wishes about an album are carried out.

use crate::album::Place;
use crate::app::app::App;
use crate::state::{AlbumCommand, AlbumRun, AlbumTab, View};

impl App {
    /// Carries out a wish.
    pub(in crate::app) fn apply_album(&mut self, command: AlbumCommand) {
        let choices = &mut self.state.album.choices;
        match command {
            AlbumCommand::OpenBuiltIn => self.open_album(Place::BuiltIn),
            AlbumCommand::ChooseFolder => self.chooser.folder(self.picked.0.clone()),
            AlbumCommand::OpenFolder(path) => self.open_album(Place::Folder(path)),
            AlbumCommand::Pause => self.pause_album(),
            AlbumCommand::GoOn => self.go_on_with_album(),
            AlbumCommand::Forget => {
                let place = self.state.album.place.clone();
                self.forget_albums(place);
            }
            AlbumCommand::ForgetAll => self.forget_albums(None),
            AlbumCommand::ShowAbout(show) => self.state.album.shows_about = show,
            AlbumCommand::SetFilter(filter) => choices.filter = filter,
            AlbumCommand::SetLabel(label) => choices.label = label,
            AlbumCommand::SetOrder(order) => choices.order = order,
            AlbumCommand::Select(photo) => choices.selected = photo,
            AlbumCommand::OpenPhoto(photo) => self.open_album_photo(photo),
            AlbumCommand::Compare(photo) => {
                let source = self.state.album.index.as_ref().and_then(|index| index.source(photo));
                if let Some(source) = source {
                    self.open_second(source);
                }
            }
            AlbumCommand::ShowInMap(photo) => {
                choices.selected = Some(photo);
                self.show(View::Album(AlbumTab::Map));
            }
            AlbumCommand::WantThumbnails(photos) => self.want_thumbnails(photos),
            AlbumCommand::SetHead(head) => {
                choices.head = head;
                choices.spot = None;
            }
            AlbumCommand::SetRows(rows) => choices.rows = rows,
            AlbumCommand::SetSpot(spot) => choices.spot = spot,
            AlbumCommand::SetDepth(depth) => choices.depth = depth,
            AlbumCommand::SetPlacing(placing) => choices.placing = placing,
            AlbumCommand::Guess(command) => self.apply_guess(command),
            AlbumCommand::SetRing(ring) => choices.ring = ring,
        }
    }

    /// Shows the album, on the tab that was shown last.
    pub(in crate::app) fn show_album(&mut self) {
        if !matches!(self.state.view, View::Album(_)) {
            self.show(View::Album(AlbumTab::default()));
        }
    }

    fn open_album_photo(&mut self, photo: usize) {
        let source = self.state.album.index.as_ref().and_then(|index| index.source(photo));
        let Some(source) = source else { return };
        self.open(source);
        self.state.album.opened = Some(photo);
        self.state.album.choices.selected = Some(photo);
    }

    fn pause_album(&mut self) {
        self.album.jobs.pause();
        let album = &mut self.state.album;
        match (&album.index, &album.run) {
            (Some(index), AlbumRun::Running(_)) => {
                album.run = AlbumRun::Paused(index.progress());
                album.album = Some(index.album());
            }
            // Nothing of it is there yet.
            (None, AlbumRun::Listing) => self.close_album(),
            (Some(_) | None, _) => {}
        }
    }

    fn go_on_with_album(&mut self) {
        let album = &mut self.state.album;
        match &album.index {
            Some(index) => {
                self.album.jobs.stop_placing();
                album.run = AlbumRun::Running(index.progress());
                self.album.jobs.go_on(std::sync::Arc::clone(index));
            }
            // It could not even be listed: once more.
            None => self.album.requested = Default::default(),
        }
    }

    /// What is kept of one album, or of all, is deleted; the open one is closed.
    fn forget_albums(&mut self, place: Option<Place>) {
        self.close_album();
        self.state.settings.album = None;
        if let Some(cache) = self.album.cache.clone() {
            self.album.jobs.forget(cache, place);
        }
    }
}
