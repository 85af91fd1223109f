//! Wishes about trays are carried out.

use std::sync::Arc;

use super::jobs::TeachOrder;
use crate::app::app::App;
use crate::app::take_home::export_job::ExportJob;
use crate::engine::{Origin, PhotoSource};
use crate::locale::text::tr_with;
use crate::state::{AlbumTab, MessageKind, MessageText, TeachCommand, TrayTarget, View};
use crate::teach::{Card, LeftOut, MOST_CLASSES, MOST_PHOTOS, Trays};

impl App {
    pub(in crate::app) fn apply_teach(&mut self, command: TeachCommand, now_seconds: f64) {
        match command {
            TeachCommand::AddTray => {
                self.change_trays(|app| app.target(TrayTarget::New, None, now_seconds));
            }
            TeachCommand::RemoveTray(number) => self.with_trays(|trays| trays.remove_tray(number)),
            TeachCommand::Rename(number, name) => self.rename_tray(number, &name, now_seconds),
            TeachCommand::AddOpen(target) => self.add_open_photo(target, now_seconds),
            TeachCommand::AddAlbum { target, name, photos } => {
                self.add_album_photos(target, &name, &photos, now_seconds)
            }
            TeachCommand::ChooseFor(target) => self.chooser.tray_photo(target, self.picked.0.clone()),
            TeachCommand::AddFiles(target, paths) => self.add_files(target, paths, now_seconds),
            TeachCommand::RemovePhoto(number, photo) => self.with_trays(|trays| trays.remove(number, &photo)),
            TeachCommand::MovePhoto { from, photo, to } => self.with_trays(|trays| trays.move_photo(from, &photo, to)),
            TeachCommand::OpenPhoto(number, photo) => self.open_tray_photo(number, &photo),
            TeachCommand::SetDepth(depth) => self.state.teach.depth = depth,
            TeachCommand::Stick(number) => {
                self.state.teach.shortcut.tray = Some(number);
                self.state.teach.shortcut.stuck = None;
            }
            TeachCommand::Save if self.state.taking_home.is_some() => {
                self.say(MessageKind::Note, MessageText::plain("home-busy"), now_seconds);
            }
            TeachCommand::Save => {
                if let Some((network, head, card)) = self.taught_parts() {
                    self.send_home(ExportJob::Taught(Box::new((network, head, card))));
                }
            }
            TeachCommand::Use => {
                if let Some((network, head, card)) = self.taught_parts() {
                    self.teach.jobs.submit(TeachOrder::Make { network, head, card });
                }
            }
            TeachCommand::Forget => self.forget_trays(now_seconds),
        }
    }

    /// Changes the trays, as a step that can be taken back.
    fn with_trays(&mut self, change: impl FnOnce(&mut Trays)) {
        self.change_trays(|app| {
            change(&mut app.state.teach.trays);
            app.state.teach.change();
            Some(())
        });
    }

    /// The number of the tray that is meant; a new one where none is.  `None` where there may be no more.
    pub(super) fn target(&mut self, target: TrayTarget, name: Option<&str>, now_seconds: f64) -> Option<u64> {
        let trays = &mut self.state.teach.trays;
        let number = match (target, name) {
            (TrayTarget::Tray(number), _) => trays.get(number).map(|tray| tray.number),
            (TrayTarget::New, Some(name)) => trays.tray_named(name),
            (TrayTarget::New, None) => {
                let names =
                    (1..=MOST_CLASSES + 1).map(|place| tr_with("teach-class-name", &[("number", place as f64)]));
                let free = names.into_iter().find(|name| trays.all.iter().all(|tray| tray.name != *name));
                free.and_then(|name| trays.add_tray(&name))
            }
        };
        match number {
            Some(_) => {
                self.state.teach.active = number;
                self.state.teach.change();
            }
            None => {
                let values = vec![("most", MOST_CLASSES.to_string())];
                self.say(MessageKind::Note, MessageText::Sentence("teach-note-classes", values), now_seconds);
            }
        }
        number
    }

    fn rename_tray(&mut self, number: u64, name: &str, now_seconds: f64) {
        let trays = &self.state.teach.trays;
        let is_taken = trays.all.iter().any(|tray| tray.number != number && tray.name == name.trim());
        if name.trim().is_empty() || is_taken {
            let key = if is_taken { "teach-note-name-taken" } else { "teach-note-name-empty" };
            let values = vec![("name", name.trim().to_owned())];
            self.say(MessageKind::Note, MessageText::Sentence(key, values), now_seconds);
            return;
        }
        if trays.get(number).is_some_and(|tray| tray.name != name) {
            self.with_trays(|trays| trays.rename(number, name));
        }
    }

    /// The open photo as it is on screen: what a moving source shows now, a photo with its edits.
    fn add_open_photo(&mut self, target: TrayTarget, now_seconds: f64) {
        let Some(shown) = self.state.shown() else { return };
        let photo = &shown.photo;
        let origin = match photo.edits.is_none() {
            true => photo.origin(),
            false => Origin::Pixels(Arc::new(photo.prepared.pixels.clone())),
        };
        let source = PhotoSource::Ready { name: photo.name.clone(), origin };
        self.take_photos(target, None, vec![source], now_seconds);
    }

    fn add_album_photos(&mut self, target: TrayTarget, name: &str, photos: &[usize], now_seconds: f64) {
        let Some(index) = self.state.album.index.clone() else { return };
        let sources = photos.iter().filter_map(|&photo| index.source(photo)).take(MOST_PHOTOS).collect();
        self.take_photos(target, Some(name), sources, now_seconds);
    }

    /// Photos on their way into a tray.
    pub(super) fn take_photos(
        &mut self,
        target: TrayTarget,
        name: Option<&str>,
        mut sources: Vec<PhotoSource>,
        now_seconds: f64,
    ) {
        let Some(network) = self.state.loaded().cloned() else { return };
        let room = MOST_PHOTOS.saturating_sub(self.state.teach.trays.photos() + self.state.teach.awaited_photos());
        if sources.len() > room {
            let values = vec![("most", MOST_PHOTOS.to_string())];
            self.say(MessageKind::Note, MessageText::Sentence("teach-note-full", values), now_seconds);
            sources.truncate(room);
        }
        if sources.is_empty() {
            return;
        }
        let Some(number) = self.change_trays(|app| app.target(target, name, now_seconds)) else { return };
        if self.engine.is_far() {
            // What crosses is data; what cannot be read is read there once more, to say why.
            sources = sources
                .into_iter()
                .filter_map(|source| match source.clone().read() {
                    Ok(read) => Some(read),
                    Err(error) => {
                        self.say(MessageKind::Error, MessageText::Failed(error), now_seconds);
                        None
                    }
                })
                .collect();
        }
        let count = sources.len();
        let job = self.teach.jobs.take(number, network, sources);
        self.state.teach.awaited.insert(job, count);
    }

    fn open_tray_photo(&mut self, number: u64, photo: &str) {
        let tray = self.state.teach.trays.get(number);
        let found = tray.and_then(|tray| tray.photos.iter().find(|other| other.id == photo)).cloned();
        if let Some(photo) = found {
            self.state.teach.active = Some(number);
            let origin = Origin::Encoded(Arc::clone(&photo.copy));
            self.open(PhotoSource::Ready { name: photo.name.clone(), origin });
        }
    }

    /// What a file of the taught weights is made of; `None` while nothing is taught.
    fn taught_parts(&self) -> Option<(Arc<crate::engine::LoadedNetwork>, crate::teach::Head, Card)> {
        let teach = &self.state.teach;
        let (network, taught) = (self.state.loaded()?, teach.current()?);
        let lesson = teach.trays.lesson(&network.sha256)?;
        let table = teach.table().map(|table| LeftOut::clone(table)).unwrap_or_else(|| LeftOut::new(&lesson));
        let card = Card::new(network, &taught.head.labels, &table);
        (taught.weights == network.sha256).then(|| (Arc::clone(network), taught.head.clone(), card))
    }

    /// Photos, averages and what was taught on them go, here and on the disk; nothing of it can be taken back.
    fn forget_trays(&mut self, now_seconds: f64) {
        let revision = self.state.teach.revision + 1;
        self.state.teach = crate::state::TeachState { revision, is_loaded: true, ..Default::default() };
        self.forget_tray_steps();
        self.teach.jobs.cancel_all();
        self.teach.requested = crate::app::requested::RequestedTeach { loaded: true, ..Default::default() };
        if let Some(store) = self.tray_store() {
            self.teach.jobs.submit(TeachOrder::Forget(store));
        }
        self.say(MessageKind::Note, MessageText::plain("teach-forgotten"), now_seconds);
    }

    /// The tray that files dropped at this place are meant for; where the place is not known, the one that was touched last.
    pub(in crate::app) fn tray_under(&self, pointer: Option<egui::Pos2>) -> Option<TrayTarget> {
        if self.state.view != View::Album(AlbumTab::Teach) {
            return None;
        }
        let active = self.state.teach.active.map_or(TrayTarget::New, TrayTarget::Tray);
        pointer.map_or(Some(active), |place| self.scene.album.tray_at(place))
    }
}
