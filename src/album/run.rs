//! Photos that have not run do, one a thread, and are kept segment by segment.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use super::compact;
use super::error::AlbumError;
use super::index::{Index, Outcome, Pace, Progress};
use super::record::Record;
use super::segment::{self, Entry, Segment};
use super::shared::{Failure, Shared};
use super::snapshot::Note;
use super::state::Home;
use super::store::Store;
use super::workers::{Crew, Done};
use crate::engine::UserError;
use crate::platform::clock::{Deadline, Stopwatch};
use crate::platform::trees::Lock;

/// How long a caller that wants to stop waits at most.
const PATIENCE: Duration = Duration::from_millis(20);

/// Between two reports of progress.
const REPORT: Duration = Duration::from_millis(50);

/// What has run longer ago than this is kept even if it is little.
const KEEP_AFTER: Duration = Duration::from_millis(400);

/// Results that can be kept nowhere else stay in memory up to this, bytes.
const MOST_IN_MEMORY: usize = 64 << 20;

/// A store one may write to, for as long as this is there.
struct Writer<'a> {
    store: &'a Store,
    _lock: Lock,
}

impl Index {
    /// Runs what has not run, one photo a thread, at most `jobs` at once (`None`: a photo on every thread), and keeps it.
    ///
    /// Returns soon after `stop` says so, even while a slow drive is being read; `on_progress` is called at most twenty times a
    /// second, and at the end.  A photo that cannot be read is tried again when the album is opened again.
    ///
    /// # Errors
    /// [`AlbumError::Busy`], [`AlbumError::Vanished`], [`AlbumError::NoSpace`], [`AlbumError::LaterVersion`].
    pub fn run(
        &self,
        jobs: Option<usize>,
        stop: &dyn Fn() -> bool,
        on_progress: &mut dyn FnMut(Progress),
    ) -> Result<Outcome, AlbumError> {
        // One run at a time; another call waits here and then finds nothing left.
        let mut crew = self.crew.lock().unwrap_or_else(PoisonError::into_inner);
        self.refresh()?;
        let is_left = |index: &Self| {
            let state = index.state();
            !state.waiting().is_empty() || state.is_to_be_mended || state.memory_bytes() > 0
        };
        if !is_left(self) {
            return Ok(Outcome::Complete);
        }
        let writer = self.writer()?;
        self.refresh()?;
        if let Some(writer) = &writer {
            self.repair(writer);
        }
        let wanted = jobs.unwrap_or(usize::MAX).clamp(1, rayon::current_num_threads());
        let crew = match &mut *crew {
            Some(crew) if crew.size() == wanted => crew,
            other => {
                let shared = Arc::clone(&self.shared);
                other.insert(Crew::new(wanted, Arc::new(move |photo| shared.run(photo))))
            }
        };
        let outcome = self.work(crew, writer.as_ref(), stop, on_progress);
        crew.recall();
        let kept = self.keep(writer.as_ref());
        on_progress(self.progress());
        let outcome = outcome?;
        kept?;
        // Photos of a folder that could not be listed may come back.
        let is_all_listed = !self.state().notes.iter().any(|note| matches!(note, Note::Unlisted { .. }));
        if let (Outcome::Complete, Some(writer), true) = (outcome, &writer, is_all_listed) {
            compact::compact(self, writer.store);
        }
        Ok(outcome)
    }

    /// The right to write; `None` where nothing can be kept, which is said.
    fn writer(&self) -> Result<Option<Writer<'_>>, AlbumError> {
        let Some(store) = &self.shared.store else { return Ok(None) };
        match store.lock() {
            Ok(lock) => Ok(Some(Writer { store, _lock: lock })),
            Err(AlbumError::NoSpace { cause }) => {
                self.state().note(Note::NotKept { cause });
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Takes away what is damaged or half written.
    fn repair(&self, writer: &Writer<'_>) {
        writer.store.tidy();
        let mut state = self.state();
        // What cannot be removed is found damaged again the next time.
        state.damaged.retain(|name| writer.store.remove(name).is_err());
        state.is_to_be_mended = false;
    }

    /// Goes on until nothing is left, or somebody wants it to stop.
    fn work(
        &self,
        crew: &Crew<Result<Record, Failure>>,
        writer: Option<&Writer<'_>>,
        stop: &dyn Fn() -> bool,
        on_progress: &mut dyn FnMut(Progress),
    ) -> Result<Outcome, AlbumError> {
        // What was begun before the last stop.
        self.take_in(crew.fetch(Duration::ZERO).0)?;
        crew.give(self.state().waiting());
        let start = Stopwatch::start();
        let (mut report, mut keep) = (Deadline::after(Duration::ZERO), Deadline::after(KEEP_AFTER));
        let mut ran = 0;
        loop {
            let (done, is_idle) = crew.fetch(PATIENCE);
            ran += done.len();
            let taken = self.take_in(done);
            let elapsed_ms = start.milliseconds();
            self.set_pace(Pace { done: ran, elapsed_ms });
            taken?;
            if self.state().pending.len() >= segment::PHOTOS || keep.has_passed() {
                self.keep(writer)?;
                keep = Deadline::after(KEEP_AFTER);
            }
            if report.has_passed() {
                on_progress(self.progress());
                report = Deadline::after(REPORT);
            }
            if is_idle {
                return Ok(Outcome::Complete);
            }
            if stop() {
                return Ok(Outcome::Stopped);
            }
        }
    }

    /// Takes in what has run.
    fn take_in(&self, done: Vec<Done<Result<Record, Failure>>>) -> Result<(), AlbumError> {
        let mut is_gone = false;
        let mut state = self.state();
        for (photo, result) in done {
            match result {
                Ok(Ok(record)) => state.ran(&self.shared, photo, record),
                Ok(Err(Failure::Photo(error))) => state.failed(photo, error),
                Ok(Err(Failure::FolderGone)) => is_gone = true,
                Err(panic) => state.failed(photo, UserError::panicked(&panic)),
            }
        }
        if is_gone { Err(AlbumError::Vanished) } else { Ok(()) }
    }

    /// Makes a segment of what waits for one, and writes all that are in memory alone.  Whoever asks the index meanwhile does not wait:
    /// only the run under way changes segments.
    fn keep(&self, writer: Option<&Writer<'_>>) -> Result<(), AlbumError> {
        let pending = self.state().pending.clone();
        if !pending.is_empty() {
            let records: Vec<(Entry, &Record)> =
                pending.iter().map(|(photo, record)| (entry(&self.shared, *photo, record), &**record)).collect();
            let bytes = segment::encode(&self.shared.layers, &records);
            let segment = Segment::read(&bytes, &self.shared.layers, self.shared.logits());
            let segment = segment.map_err(|_| AlbumError::Store { cause: "it was damaged in memory".to_owned() })?;
            self.state().settle(segment, Home::Memory(bytes.into()));
        }
        let failed = match writer {
            Some(writer) => self.write(writer).err(),
            None => Some("there is no folder for them".to_owned()),
        };
        let is_not_kept = |note: &Note| matches!(note, Note::NotKept { .. });
        let mut state = self.state();
        match failed {
            Some(cause) if state.memory_bytes() > MOST_IN_MEMORY => Err(AlbumError::NoSpace { cause }),
            Some(cause) if state.memory_bytes() > 0 => {
                if !state.notes.iter().any(is_not_kept) {
                    state.note(Note::NotKept { cause });
                }
                Ok(())
            }
            Some(_) | None => {
                state.unnote(is_not_kept);
                Ok(())
            }
        }
    }

    /// Writes the segments that are in memory alone.
    ///
    /// # Errors
    /// The system's words.
    fn write(&self, writer: &Writer<'_>) -> Result<(), String> {
        let segments = self.state().segments.clone();
        for (index, kept) in segments.iter().enumerate() {
            let Home::Memory(bytes) = &kept.home else { continue };
            let albums = writer.store.make_room(bytes.len() as u64);
            if albums > 0 {
                self.state().note(Note::Evicted { albums });
            }
            let last = self.state().files().pop();
            let name = writer.store.write(last.as_deref(), bytes)?;
            self.state().move_to(index, Home::File(name));
        }
        Ok(())
    }
}

/// Which photo a record is of.
pub(super) fn entry(shared: &Shared, photo: usize, record: &Record) -> Entry {
    let file = &shared.files[photo];
    Entry::new(file.path.clone(), file.size, file.modified_ns, record)
}
