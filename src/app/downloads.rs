//! Public weights from the web: what there is, what is here already, and one download at a time on a thread of its own.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};

use super::app::App;
use super::messages::{MessageKind, MessageText};
use crate::engine::UserError;
use crate::fetch::{Cancel, Fetch, FetchError, Fetched, Progress, Timeouts, user_folder};
use crate::weights::LoadOptions;
use crate::weights::public::{PUBLIC, PublicFile};

/// Weights that may be fetched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer {
    /// What it is.
    pub file: PublicFile,
    /// Whether it is in the user's folder already; its hash has not been looked at.
    pub is_here: bool,
}

/// The download that is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Download {
    /// Index into [`Downloads::offers`].
    pub offer: usize,
    /// Bytes on the disk.
    pub done_bytes: u64,
    /// Bytes in all.
    pub total_bytes: u64,
}

impl Download {
    /// How much of it is done, 0 to 1.
    pub fn share(&self) -> f32 {
        (self.done_bytes as f64 / self.total_bytes.max(1) as f64).min(1.0) as f32
    }
}

/// What is on screen about public weights.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Downloads {
    /// What may be fetched.
    pub offers: Vec<Offer>,
    /// What is being fetched.
    pub running: Option<Download>,
}

impl Downloads {
    /// The file that is being fetched.
    pub fn running_file(&self) -> Option<(&PublicFile, &Download)> {
        let download = self.running.as_ref()?;
        Some((&self.offers.get(download.offer)?.file, download))
    }
}

/// The thread behind it.
pub(super) struct Downloader {
    /// Where the files go; `None` where the user has no folder.
    folder: Option<PathBuf>,
    wake: Arc<dyn Fn() + Send + Sync>,
    running: Option<Running>,
}

struct Running {
    cancel: Cancel,
    progress: Arc<Mutex<Progress>>,
    result: Receiver<Result<Fetched, FetchError>>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.cancel.cancel();
    }
}

impl Downloader {
    /// `wake` is called from any thread when there is something to look at.
    pub fn new(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        Self { folder: user_folder(), wake, running: None }
    }

    fn start(&mut self, file: PublicFile, folder: PathBuf) {
        let progress = Arc::new(Mutex::new(Progress { done_bytes: 0, total_bytes: file.size.bytes() }));
        let (sender, result) = channel();
        let running = Running { cancel: Cancel::new(), progress: progress.clone(), result };
        let (cancel, wake) = (running.cancel.clone(), self.wake.clone());
        self.running = Some(running);
        std::thread::spawn(move || {
            let fetch = Fetch { file: &file, from: None, folder: &folder, patience: Timeouts::default(), cancel };
            let fetched = fetch.run(&mut |now| {
                *progress.lock().unwrap_or_else(PoisonError::into_inner) = now;
                wake();
            });
            // Nobody listens any more when it was cancelled.
            let _ = sender.send(fetched);
            wake();
        });
    }
}

impl App {
    /// The same with other public weights and another folder for them.
    #[must_use]
    pub fn with_public_weights(mut self, files: &[PublicFile], folder: PathBuf) -> Self {
        self.downloader.folder = Some(folder);
        self.offer(files);
        self
    }

    pub(super) fn offer_public_weights(&mut self) {
        self.offer(&PUBLIC);
    }

    fn offer(&mut self, files: &[PublicFile]) {
        let offers = files.iter().map(|&file| Offer { file, is_here: false });
        self.state.downloads.offers = offers.collect();
        self.look_for_public_weights();
    }

    /// Looks which public weights are in the user's folder.
    pub(super) fn look_for_public_weights(&mut self) {
        for offer in &mut self.state.downloads.offers {
            let path = self.downloader.folder.as_ref();
            let path = path.map(|folder| folder.join(offer.file.file_name));
            let metadata = path.and_then(|path| std::fs::metadata(path).ok());
            offer.is_here = metadata.is_some_and(|found| found.is_file() && offer.file.size.allows(found.len()));
        }
    }

    /// Whether a file is one of the public weights in the user's folder.
    pub(super) fn is_public(&self, path: &Path) -> bool {
        let folder = self.downloader.folder.as_deref();
        let offers = &self.state.downloads.offers;
        folder.is_some()
            && path.parent() == folder
            && offers.iter().any(|offer| path.file_name().is_some_and(|name| name == offer.file.file_name))
    }

    /// Fetches public weights unless they are there, then opens them.
    pub(super) fn fetch_weights(&mut self, offer: usize, now_seconds: f64) {
        let Some(file) = self.state.downloads.offers.get(offer).map(|offer| offer.file) else {
            return;
        };
        let Some(folder) = self.downloader.folder.clone() else {
            let key = file.key.to_owned();
            let saying = MessageText::Sentence("download-no-folder", vec![("key", key)]);
            self.say(MessageKind::Error, saying, now_seconds);
            return;
        };
        self.downloader.start(file, folder);
        self.state.downloads.running = Some(Download { offer, done_bytes: 0, total_bytes: file.size.bytes() });
    }

    /// Ends the download; what has arrived is kept for the next time.
    pub(super) fn cancel_download(&mut self) {
        self.downloader.running = None;
        self.state.downloads.running = None;
    }

    /// Takes in how far the download is, and what became of it.
    pub(super) fn take_download(&mut self, now_seconds: f64) {
        let Some(running) = &self.downloader.running else {
            return;
        };
        let progress = *running.progress.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(download) = &mut self.state.downloads.running {
            download.done_bytes = progress.done_bytes;
            download.total_bytes = progress.total_bytes;
        }
        let result = match running.result.try_recv() {
            Err(TryRecvError::Empty) => return,
            // The thread panicked.
            Err(TryRecvError::Disconnected) => Err(MessageText::plain("download-failed")),
            Ok(result) => result.map_err(|error| MessageText::Failed(UserError::new(error))),
        };
        self.cancel_download();
        self.look_for_public_weights();
        match result {
            Ok(fetched) => self.open_weights(fetched.path().to_owned(), LoadOptions::default(), None),
            Err(saying) => self.say(MessageKind::Error, saying, now_seconds),
        }
    }
}
