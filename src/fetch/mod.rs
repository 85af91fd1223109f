//! Files from the web: streamed to a file beside their own, checked, and only then given their name.
//!
//! | file | its job |
//! |---|---|
//! | `http` | one request: redirects, ranges, timeouts; what can go wrong as sentences |
//! | `part` | the unfinished file: locked, continued, hashed, renamed |
//! | `cancel` | a flag that also wakes a download that waits for the network |
//! | `error` | why there is no file, in sentences |
//! | `request` | what is to be fetched |
//!
//! Nothing is ever seen under the final name but the whole, checked file.

mod cancel;
mod error;
mod http;
mod part;
mod request;

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use http::{Answer, Client};
use part::Part;

pub use crate::platform::network::Progress;
pub use cancel::Cancel;
pub use error::FetchError;
pub use http::agent;
pub use request::{Fetch, Timeouts};

/// How a file came to be where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// It was there already, whole and right; nothing was downloaded.
    AlreadyThere(PathBuf),
    /// It was downloaded.
    Downloaded(PathBuf),
}

impl Fetched {
    /// Where the file is.
    pub fn path(&self) -> &Path {
        match self {
            Self::AlreadyThere(path) | Self::Downloaded(path) => path,
        }
    }
}

/// The user's own folder for weights; `None` where there are no home folders.
pub fn user_folder() -> Option<PathBuf> {
    Some(crate::platform::folders::data()?.join("weights"))
}

impl Fetch<'_> {
    /// Downloads the file unless it is there; `on_progress` is told after every piece.
    ///
    /// What an interrupted download left behind is continued where the server can do so.
    ///
    /// # Errors
    /// [`FetchError`]; the final name is then as it was before.
    pub fn run(&self, on_progress: &mut dyn FnMut(Progress)) -> Result<Fetched, FetchError> {
        std::fs::create_dir_all(self.folder).map_err(|error| FetchError::write(self, self.folder, &error))?;
        let target = self.folder.join(self.file.file_name);
        if part::is_whole(&target, self.file) {
            return Ok(Fetched::AlreadyThere(target));
        }
        let (url, mirrors) = match self.from {
            Some(url) => (url, &[][..]),
            None => (self.file.url, self.file.mirrors),
        };
        let mut result = self.download(url, &target, on_progress);
        for mirror in mirrors {
            match &result {
                Err(error) if error.is_about_the_server() => {}
                _ => break,
            }
            match self.download(mirror, &target, on_progress) {
                // Of several servers that do not have it, the first is the one to name.
                Err(error) if error.is_about_the_server() => {}
                other => result = other,
            }
        }
        result.map(|()| Fetched::Downloaded(target))
    }

    fn download(&self, url: &str, target: &Path, on_progress: &mut dyn FnMut(Progress)) -> Result<(), FetchError> {
        let continues = part::length(target) > 0;
        match self.attempt(url, target, on_progress) {
            // What was there did not belong to what came; it is gone now, so this begins anew.
            Err(FetchError::WrongHash { .. }) if continues => self.attempt(url, target, on_progress),
            other => other,
        }
    }

    fn attempt(&self, url: &str, target: &Path, on_progress: &mut dyn FnMut(Progress)) -> Result<(), FetchError> {
        let client = Client::new(self, url)?;
        let there = part::length(target);
        let answer = client.get(there)?;
        let (start, total, mut body) = match answer {
            Answer::Nothing => (there, there, None),
            Answer::Body { start, total, body } => {
                let total = total.unwrap_or(self.file.size.bytes());
                (start, total, Some(body))
            }
        };
        // Not before the server has answered: a download that waits for an answer keeps nobody out.
        let mut part = Part::open(self, target, there)?;
        part.cut(start)?;
        if let Some(body) = &mut body {
            self.copy(&client, body, &mut part, total, on_progress)?;
        }
        part.finish(&client.host)
    }

    fn copy(
        &self,
        client: &Client<'_>,
        body: &mut dyn Read,
        part: &mut Part<'_>,
        total_bytes: u64,
        on_progress: &mut dyn FnMut(Progress),
    ) -> Result<(), FetchError> {
        let mut buffer = vec![0; 1 << 16];
        loop {
            let done_bytes = part.length();
            on_progress(Progress { done_bytes, total_bytes });
            let count = match body.read(&mut buffer) {
                Ok(count) => count,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(client.broken(error, done_bytes, total_bytes)),
            };
            if self.cancel.is_cancelled() {
                return Err(FetchError::Cancelled);
            }
            if count == 0 {
                // A server that does not say how much is to come may stop early.
                let is_short = !self.file.size.allows(done_bytes);
                return if is_short { Err(client.cut_off(done_bytes, total_bytes)) } else { Ok(()) };
            }
            if done_bytes + count as u64 > self.file.size.limit() {
                part.discard();
                return Err(client.too_large());
            }
            part.append(&buffer[..count])?;
        }
    }
}
