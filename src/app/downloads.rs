//! Public weights are looked for and fetched, one file at a time, beside the window.

use std::path::{Path, PathBuf};

use super::app::App;
use crate::engine::UserError;
use crate::platform::network::Ended;
use crate::platform::{files, network};
use crate::state::{Download, MessageKind, MessageText, Offer};
use crate::weights::LoadOptions;
use crate::weights::public::{PUBLIC, PublicFile};

impl App {
    /// The same with other public weights and another folder for them.
    #[must_use]
    pub fn with_public_weights(mut self, files: &[PublicFile], folder: PathBuf) -> Self {
        self.downloader.folder = Some(folder);
        self.offer(files);
        self
    }

    pub(super) fn offer_public_weights(&mut self) {
        if self.state.abilities.fetches_weights {
            self.offer(&PUBLIC);
        }
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
            let size_bytes = path.and_then(|path| files::size_bytes(&path));
            offer.is_here = size_bytes.is_some_and(|size_bytes| offer.file.size.allows(size_bytes));
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
        let folder = self.downloader.folder.clone();
        let fetching = folder.and_then(|folder| network::fetch(file, folder, self.downloader.wake.clone()).ok());
        if fetching.is_none() {
            let key = file.key.to_owned();
            let saying = MessageText::Sentence("download-no-folder", vec![("key", key)]);
            self.say(MessageKind::Error, saying, now_seconds);
            return;
        }
        self.downloader.running = fetching;
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
        let progress = running.progress();
        if let Some(download) = &mut self.state.downloads.running {
            download.done_bytes = progress.done_bytes;
            download.total_bytes = progress.total_bytes;
        }
        let Some(ended) = running.ended() else {
            return;
        };
        self.cancel_download();
        self.look_for_public_weights();
        let saying = match ended {
            Ended::Fetched(path) => return self.open_weights(path, LoadOptions::default(), None),
            Ended::Failed(error) => MessageText::Failed(UserError::new(error)),
            Ended::Panicked => MessageText::plain("download-failed"),
        };
        self.say(MessageKind::Error, saying, now_seconds);
    }
}
