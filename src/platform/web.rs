//! A page in a browser, as far as it goes: what is not here says so.

/// The languages of the browser: not asked for yet, so none.
pub fn languages() -> impl Iterator<Item = String> {
    std::iter::empty()
}

pub mod folders {
    //! A page has no folders.

    use std::path::PathBuf;

    /// There is none.
    pub fn cache() -> Option<PathBuf> {
        None
    }
}

pub mod album {
    //! The album is too large for a page to bring along.

    /// No photo.
    pub static PHOTOS: [(&str, &[u8]); 0] = [];

    /// Of no photo.
    pub static SOURCES: &str = "file,label,source,licence,note";
}

pub mod clipboard {
    //! A page may look at the clipboard only while somebody pastes, and then egui does.

    use crate::platform::clipboard::Held;

    /// Nothing.
    pub fn held() -> Held {
        Held::Nothing
    }
}

pub mod dialogs {
    //! No dialog gives a page the path of a file.

    use std::path::PathBuf;

    use crate::platform::NotHere;
    use crate::platform::dialogs::Question;

    /// Never asks.
    ///
    /// # Errors
    /// Always.
    pub fn open(_question: Question<'_>, _answer: impl FnOnce(PathBuf) + Send + 'static) -> Result<(), NotHere> {
        Err(NotHere)
    }

    /// Never asks.
    ///
    /// # Errors
    /// Always.
    pub fn open_folder(_title: String, _answer: impl FnOnce(PathBuf) + Send + 'static) -> Result<(), NotHere> {
        Err(NotHere)
    }

    /// Never asks.
    ///
    /// # Errors
    /// Always.
    pub fn save(
        _question: Question<'_>,
        _name: &str,
        _answer: impl FnOnce(Option<PathBuf>) + Send + 'static,
    ) -> Result<(), NotHere> {
        Err(NotHere)
    }
}

pub mod network {
    //! A page asks nothing of other hosts.

    use std::path::PathBuf;
    use std::sync::Arc;

    use thiserror::Error;

    use crate::platform::NotHere;
    use crate::platform::network::{Ended, Progress};
    use crate::weights::public::PublicFile;

    /// Nothing is fetched, so nothing fails.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum FetchError {}

    /// Nothing is ever under way.
    #[derive(Debug)]
    pub enum Fetching {}

    impl Fetching {
        /// Of nothing.
        pub fn progress(&self) -> Progress {
            match *self {}
        }

        /// Of nothing.
        pub fn ended(&self) -> Option<Ended> {
            match *self {}
        }
    }

    /// There is none.
    pub fn folder() -> Option<PathBuf> {
        None
    }

    /// Never begins.
    ///
    /// # Errors
    /// Always.
    pub fn fetch(_file: PublicFile, _folder: PathBuf, _wake: Arc<dyn Fn() + Send + Sync>) -> Result<Fetching, NotHere> {
        Err(NotHere)
    }
}
