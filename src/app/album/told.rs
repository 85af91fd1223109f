//! What the album's jobs have to tell changes the state.

use super::jobs::{AlbumEvent, AlbumJob};
use crate::album::Outcome;
use crate::app::app::App;
use crate::engine::{Delivered, Delivery, UserError};
use crate::state::{AlbumRun, MessageKind, MessageText};

impl App {
    /// Takes in what the album's jobs have to tell; returns whether there was anything.
    pub(in crate::app) fn take_album_events(&mut self, now_seconds: f64) -> bool {
        let delivered = self.album.jobs.drain();
        let any = !delivered.is_empty();
        for Delivered { key, delivery, .. } in delivered {
            match delivery {
                Delivery::Event(Ok(event)) => self.take_album_event(event, now_seconds),
                Delivery::Event(Err(error)) => self.album_job_failed(key, error, now_seconds),
                Delivery::Finished => self.album_job_ended(key),
                Delivery::Panicked(message) => {
                    log::error!("album job {key:?} panicked: {message}");
                    self.album_job_failed(key, UserError::panicked(&message), now_seconds);
                    self.album_job_ended(key);
                }
            }
        }
        any
    }

    fn take_album_event(&mut self, event: AlbumEvent, now_seconds: f64) {
        let album = &mut self.state.album;
        match event {
            AlbumEvent::Opened(index) => {
                album.run = AlbumRun::Running(index.progress());
                let snapshot = index.album();
                // Photos are known by their number: in another list it is another one's.
                let is_other = album.album.as_ref().is_some_and(|shown| !shown.lists_what(&snapshot));
                if is_other {
                    (album.opened, album.choices.selected) = (None, None);
                }
                // Old answers stay until there are new ones.
                if album.album.is_none() || is_other || snapshot.ran().next().is_some() {
                    album.album = Some(snapshot);
                }
                album.index = Some(index);
                self.say_notes(now_seconds);
            }
            AlbumEvent::Progress(index, progress) => {
                let before = album.progress().and_then(|before| before.photo_ms);
                album.run =
                    AlbumRun::Running(crate::album::Progress { photo_ms: progress.photo_ms.or(before), ..progress });
                album.album = Some(index.album());
            }
            AlbumEvent::Ended(index, Outcome::Complete, progress) => {
                let before = album.progress().and_then(|before| before.photo_ms);
                album.run =
                    AlbumRun::Complete(crate::album::Progress { photo_ms: progress.photo_ms.or(before), ..progress });
                album.album = Some(index.album());
            }
            AlbumEvent::Ended(_, Outcome::Stopped, progress) => album.run = AlbumRun::Paused(progress),
            AlbumEvent::Thumbnail(photo, pixels) => {
                album.thumbnails.put(photo, pixels);
                self.album.requested.has_thumbnail(photo);
            }
            AlbumEvent::Picture(photo, pixels) => album.picture = Some((photo, pixels.into())),
            AlbumEvent::Sheet(sheet) => album.placed.sheet = Some(sheet.into()),
            AlbumEvent::Layout(depth, placing, layout) => album.placed.put_layout(depth, placing, layout),
            AlbumEvent::Near(depth, neighbours, same) => album.placed.put_near(depth, neighbours, same),
            AlbumEvent::Forgotten(count) => {
                let saying = MessageText::Sentence("album-forgotten", vec![("count", count.to_string())]);
                self.say(MessageKind::Note, saying, now_seconds);
            }
        }
    }

    /// What a person should know about the album.
    fn say_notes(&mut self, now_seconds: f64) {
        let notes = self.state.album.album.as_ref().map(|album| album.notes.clone());
        for note in notes.iter().flat_map(|notes| notes.iter()) {
            self.say(MessageKind::Note, MessageText::Album(note.clone()), now_seconds);
        }
    }

    fn album_job_failed(&mut self, job: AlbumJob, error: UserError, now_seconds: f64) {
        let saying = MessageText::Failed(error.clone());
        match job {
            AlbumJob::Index => {
                self.state.album.run = AlbumRun::Failed(error);
                self.back_to_album_before();
            }
            AlbumJob::Place | AlbumJob::Forget | AlbumJob::Thumbnails | AlbumJob::Picture => {}
        }
        self.say(MessageKind::Error, saying, now_seconds);
    }

    fn album_job_ended(&mut self, job: AlbumJob) {
        match job {
            AlbumJob::Place => self.state.album.placed.is_running = false,
            AlbumJob::Index | AlbumJob::Forget | AlbumJob::Thumbnails | AlbumJob::Picture => {}
        }
    }
}
