//! A download on a thread of its own.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};

pub use crate::fetch::FetchError;
use crate::fetch::{Cancel, Fetch, Fetched, Timeouts, user_folder};
use crate::platform::network::{Ended, Progress};
use crate::platform::not_here::NotHere;
use crate::platform::threads;
use crate::weights::public::PublicFile;

/// A download that is under way; it ends when this is dropped, and what has arrived is kept for the next time.
#[derive(Debug)]
pub struct Fetching {
    cancel: Cancel,
    progress: Arc<Mutex<Progress>>,
    result: Receiver<Result<Fetched, FetchError>>,
}

impl Drop for Fetching {
    fn drop(&mut self) {
        self.cancel.cancel();
    }
}

/// Where the files go; `None` where the person has no folder.
pub fn folder() -> Option<PathBuf> {
    user_folder()
}

/// Begins to fetch a file into a folder.  `wake` is called from any thread when there is something to look at.
///
/// # Errors
/// [`NotHere`] in a browser.
pub fn fetch(file: PublicFile, folder: PathBuf, wake: Arc<dyn Fn() + Send + Sync>) -> Result<Fetching, NotHere> {
    let progress = Arc::new(Mutex::new(Progress { done_bytes: 0, total_bytes: file.size.bytes() }));
    let (sender, result) = channel();
    let fetching = Fetching { cancel: Cancel::new(), progress: progress.clone(), result };
    let cancel = fetching.cancel.clone();
    threads::start_or_run("download", move || {
        let fetch = Fetch { file: &file, from: None, folder: &folder, patience: Timeouts::default(), cancel };
        let fetched = fetch.run(&mut |now| {
            *progress.lock().unwrap_or_else(PoisonError::into_inner) = now;
            wake();
        });
        // Nobody listens any more when it was cancelled.
        let _ = sender.send(fetched);
        wake();
    });
    Ok(fetching)
}

impl Fetching {
    /// How far it is.
    pub fn progress(&self) -> Progress {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How it ended, once it did.
    pub fn ended(&self) -> Option<Ended> {
        match self.result.try_recv() {
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Ended::Panicked),
            Ok(Ok(fetched)) => Some(Ended::Fetched(fetched.path().to_owned())),
            Ok(Err(error)) => Some(Ended::Failed(error)),
        }
    }
}
