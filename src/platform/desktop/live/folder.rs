//! A watched folder: pictures that are put into it, as a phone that syncs does.
//!
//! The system tells of changes (`notify`).  A file is read once it has not changed for a moment; one that cannot be decoded may be
//! half written, and is tried again for a while.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::imaging::{MAX_FILE_BYTES, is_named_picture};
use crate::live::{Frame, FrameSource, LiveError, Open, Step, Stop, decode};
use crate::platform::clock::Deadline;
use crate::platform::files::read_file;
use crate::platform::live::Calm;
use crate::platform::not_here::NotHere;
use crate::platform::trees::{self, Kind};

/// How often it is asked whether anybody still watches.
const LOOK: Duration = Duration::from_millis(50);
/// Files that may be waited for at once; of more the newest are.
const MOST_PENDING: usize = 256;

pub fn folder(path: PathBuf, calm: Calm) -> Result<Open, NotHere> {
    Ok(Box::new(move |_stop| {
        let about = |cause: String| LiveError::Folder { folder: path.display().to_string(), cause };
        let (sender, changes) = channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            if let Ok(event) = event
                && !matches!(event.kind, EventKind::Access(_) | EventKind::Remove(_))
            {
                // Nobody listens once the source is gone.
                event.paths.into_iter().for_each(|path| drop(sender.send(path)));
            }
        })
        .map_err(|error| about(reason(&error)))?;
        watcher.watch(&path, RecursiveMode::NonRecursive).map_err(|error| about(reason(&error)))?;
        // Looked at after the watch has begun, so that nothing is missed in between.
        let newest = newest(&path).map_err(about)?;
        let mut watched = Watched { _watcher: watcher, changes, pending: HashMap::new(), calm, changed: 0 };
        newest.into_iter().for_each(|path| watched.note(path));
        Ok(Box::new(watched))
    }))
}

fn reason(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::PathNotFound => "it is not there".to_owned(),
        notify::ErrorKind::Io(error) => crate::platform::files::words(error),
        _ => error.to_string(),
    }
}

/// The newest picture in the folder.
fn newest(folder: &Path) -> Result<Option<PathBuf>, String> {
    let entries = trees::entries(folder).map_err(|error| error.to_string())?;
    let pictures = entries.into_iter().filter_map(|entry| match entry.kind {
        Kind::File { modified_ns, .. } if is_picture(&entry.path) => Some((modified_ns, entry.path)),
        Kind::File { .. } | Kind::Folder => None,
    });
    Ok(pictures.max().map(|(_, path)| path))
}

/// By its name; names that begin with a dot are those of programs that are writing.
fn is_picture(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    is_named_picture(&name) && !name.starts_with('.')
}

/// A file that was put there or changed.
struct Pending {
    /// When it is to be read.
    ready: Deadline,
    /// Until when it may be half written.
    patience: Deadline,
    /// Counts changes: of two files that are ready the one that changed first goes first.
    order: u64,
}

struct Watched {
    _watcher: RecommendedWatcher,
    changes: Receiver<PathBuf>,
    pending: HashMap<PathBuf, Pending>,
    calm: Calm,
    changed: u64,
}

impl Watched {
    fn note(&mut self, path: PathBuf) {
        if !is_picture(&path) {
            return;
        }
        self.changed += 1;
        let (ready, order) = (Deadline::after(self.calm.settled), self.changed);
        let patience = Deadline::after(self.calm.half_written);
        self.pending.insert(path, Pending { ready, patience, order });
        if self.pending.len() > MOST_PENDING {
            let oldest = self.pending.iter().min_by_key(|(_, pending)| pending.order);
            if let Some(path) = oldest.map(|(path, _)| path.clone()) {
                self.pending.remove(&path);
            }
        }
    }

    /// The file that is to be read now.
    fn ready(&self) -> Option<PathBuf> {
        let ready = self.pending.iter().filter(|(_, pending)| pending.ready.has_passed());
        ready.min_by_key(|(_, pending)| pending.order).map(|(path, _)| path.clone())
    }

    /// Reads a file; `None` where it is passed over, or is to be tried again.
    fn read(&mut self, path: &Path) -> Option<Frame> {
        let pixels = read_file(path, MAX_FILE_BYTES).ok().and_then(|bytes| decode(&bytes).ok());
        match pixels {
            Some(pixels) => {
                self.pending.remove(path);
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
                Some(Frame { name, ..Frame::new(pixels) })
            }
            None => {
                let settled = self.calm.settled;
                match self.pending.get_mut(path) {
                    Some(pending) if !pending.patience.has_passed() => pending.ready = Deadline::after(settled),
                    _ => drop(self.pending.remove(path)),
                }
                None
            }
        }
    }
}

impl FrameSource for Watched {
    fn next_frame(&mut self, stop: &Stop) -> Step {
        while !stop.is_set() {
            match self.changes.recv_timeout(LOOK) {
                Ok(path) => {
                    self.note(path);
                    while let Ok(path) = self.changes.try_recv() {
                        self.note(path);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Step::Ended,
            }
            if let Some(path) = self.ready()
                && let Some(frame) = self.read(&path)
            {
                return Step::Frame(frame);
            }
        }
        Step::Ended
    }
}
