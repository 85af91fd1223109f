//! What the jobs of trays have to tell changes the state.

use std::sync::Arc;

use super::jobs::{Shared, TeachEvent, TeachJob, trays};
use crate::app::app::App;
use crate::engine::{Delivered, Delivery, UserError, WeightsSource};
use crate::state::{MessageKind, MessageText, Taught};
use crate::teach::{Added, MOST_PHOTOS, TrayPhoto};
use crate::weights::LoadOptions;

impl App {
    /// Takes in what the jobs of trays have to tell; returns whether there was anything.
    pub(in crate::app) fn take_teach_events(&mut self, now_seconds: f64) -> bool {
        let delivered = self.teach.jobs.drain();
        let any = !delivered.is_empty();
        for Delivered { key, delivery, .. } in delivered {
            match delivery {
                Delivery::Event(Ok(event)) => self.take_teach_event(key, event, now_seconds),
                Delivery::Event(Err(error)) => self.teach_job_failed(key, error, now_seconds),
                Delivery::Finished => self.teach_job_ended(key),
                Delivery::Panicked(message) => {
                    log::error!("teach job {key:?} panicked: {message}");
                    self.teach_job_failed(key, UserError::panicked(&message), now_seconds);
                    self.teach_job_ended(key);
                }
            }
        }
        any
    }

    fn take_teach_event(&mut self, key: TeachJob, event: TeachEvent, now_seconds: f64) {
        let teach = &mut self.state.teach;
        match event {
            TeachEvent::Loaded(kept) => {
                teach.is_loaded = true;
                teach.is_kept = !kept.is_empty();
                // What was put into trays before that is newer.
                if teach.trays.all.is_empty() {
                    teach.trays = trays(kept);
                    teach.change();
                }
            }
            TeachEvent::Took(tray, Shared(photo)) => {
                self.one_less_awaited(key);
                self.put_into_tray(tray, &photo, now_seconds);
            }
            TeachEvent::NotTaken(error) => {
                self.one_less_awaited(key);
                self.say(MessageKind::Error, MessageText::Failed(error), now_seconds);
            }
            TeachEvent::Ran(id, weights, features) => teach.trays.learn(&id, &weights, &features),
            TeachEvent::Fitted(revision, head, fit_ms) if revision == teach.revision => {
                let photos = teach
                    .trays
                    .taught()
                    .flat_map(|tray| tray.photos.iter().map(|photo| (tray.number, photo.id.clone())));
                let photos = photos.collect();
                // Those it was asked for: others may have come since.
                let asked = self.teach.requested.fitted.as_ref().filter(|(_, of)| *of == revision);
                let Some((weights, _)) = asked.cloned() else { return };
                teach.taught = Some(Arc::new(Taught { revision, weights, head, photos, fit_ms }));
                teach.failed = None;
            }
            TeachEvent::Tested(revision, table) => teach.left_out = Some((revision, Arc::new(table))),
            TeachEvent::Stuck(revision, stuck) => teach.shortcut.stuck = Some((revision, Arc::new(stuck))),
            TeachEvent::Made(bytes) => self.use_taught(bytes),
            TeachEvent::Kept(is_kept) => {
                teach.is_kept = is_kept;
                self.teach.requested.cannot_keep = false;
            }
            TeachEvent::Fitted(..) => {}
        }
    }

    fn one_less_awaited(&mut self, job: TeachJob) {
        if let TeachJob::Take(number) = job
            && let Some(count) = self.state.teach.awaited.get_mut(&number)
        {
            *count = count.saturating_sub(1);
        }
    }

    /// A photo is there, for a tray that may be gone by now.
    fn put_into_tray(&mut self, tray: u64, photo: &TrayPhoto, now_seconds: f64) {
        let teach = &mut self.state.teach;
        if teach.trays.get(tray).is_none() {
            return;
        }
        let added = teach.trays.add(tray, photo.clone());
        let name = || teach.trays.get(tray).map(|tray| tray.name.clone()).unwrap_or_default();
        let saying = match added {
            Added::Here => None,
            Added::Already => Some(("teach-note-already", vec![("photo", photo.name.clone()), ("class", name())])),
            Added::AlsoIn(other) => {
                Some(("teach-note-twice", vec![("photo", photo.name.clone()), ("class", name()), ("other", other)]))
            }
            Added::Full => Some(("teach-note-full", vec![("most", MOST_PHOTOS.to_string())])),
        };
        teach.change();
        if let Some((key, values)) = saying {
            self.say(MessageKind::Note, MessageText::Sentence(key, values), now_seconds);
        }
    }

    /// The network with the taught head is used in all views.
    fn use_taught(&mut self, bytes: Arc<[u8]>) {
        let Some(taught) = self.state.teach.taught.clone() else { return };
        let name = taught.head.labels.join(", ");
        let size_bytes = Some(bytes.len() as u64);
        let source = WeightsSource::Bytes { name: name.clone(), bytes, options: Arc::new(LoadOptions::default()) };
        (self.files.awaits_default, self.files.reading) = (None, None);
        self.load_weights(source, name, size_bytes);
    }

    fn teach_job_failed(&mut self, job: TeachJob, error: UserError, now_seconds: f64) {
        let teach = &mut self.state.teach;
        match job {
            TeachJob::Load => teach.is_loaded = true,
            TeachJob::Fit => {
                teach.taught = None;
                teach.failed = Some(error.clone());
            }
            TeachJob::Keep => {
                teach.is_kept = false;
                self.teach.requested.cannot_keep = true;
            }
            TeachJob::Take(_) | TeachJob::Run | TeachJob::Test | TeachJob::Stick | TeachJob::Make => {}
        }
        self.say(MessageKind::Error, MessageText::Failed(error), now_seconds);
    }

    fn teach_job_ended(&mut self, job: TeachJob) {
        match job {
            TeachJob::Stick => self.state.teach.shortcut.is_running = false,
            // Of photos that did not come none will.
            TeachJob::Take(number) => {
                self.state.teach.awaited.remove(&number);
            }
            TeachJob::Load | TeachJob::Run | TeachJob::Fit | TeachJob::Test | TeachJob::Make | TeachJob::Keep => {}
        }
    }
}
