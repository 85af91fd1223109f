//! A page in a browser: what is not here says so.
//!
//! | file | its job |
//! |---|---|
//! | `samples`, `album` | the photos that come with the program, and those of its album, once they are asked for |
//! | `packed` | many files in one |
//! | `assets` | fonts and texts inside the program |
//! | `files`, `drops` | files that a person chose or dropped; downloads |
//! | `camera` | pictures of the browser's camera |
//! | `line` | messages to and from the Worker that computes |
//! | `script` | what is asked of the browser itself |
//! | `dialogs`, `clipboard`, `network`, `folders` | as in [`super`] |

pub mod album;
mod assets;
pub mod camera;
pub mod dialogs;
pub mod drops;
pub mod files;
pub mod line;
mod packed;
mod samples;
mod script;

use std::sync::OnceLock;

use super::abilities::Abilities;

/// What a page has.
pub const ABILITIES: Abilities = Abilities {
    has_folders: false,
    fetches_weights: false,
    has_second_window: false,
    has_streams: false,
    has_camera: true,
};

/// Asks for a frame of the window.
type Wake = Box<dyn Fn() + Send + Sync>;

static WAKE: OnceLock<Wake> = OnceLock::new();

/// From now on something that comes from the page asks for a frame of the window so.
pub fn wake_with(wake: impl Fn() + Send + Sync + 'static) {
    // A page has one window.
    let _ = WAKE.set(Box::new(wake));
}

/// Asks for a frame of the window.
pub fn wake() {
    if let Some(wake) = WAKE.get() {
        wake();
    }
}

pub use assets::asset;
pub use camera::{camera_failed, camera_saw};
pub use samples::{sample, samples_fetched};
pub use script::tell;

/// What is set from outside under a name: `?NAME=…` in the address.
pub fn variable(name: &str) -> Option<String> {
    // A Worker has a place too, but no window.
    let location = js_sys::Reflect::get(&js_sys::global(), &"location".into()).ok()?;
    let search = js_sys::Reflect::get(&location, &"search".into()).ok()?.as_string()?;
    let set = search.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    set.into_iter().find(|(set, _)| *set == name).map(|(_, value)| value.to_owned())
}

/// Where the page is, without what is looked at in it.
pub fn address() -> Option<String> {
    let address = script::window().ok()?.location().href().ok()?;
    let end = address.find(['?', '#']).unwrap_or(address.len());
    Some(address[..end].to_owned())
}

/// Fills the screen with the page, or gives it back.
pub fn fill_screen(_ctx: &egui::Context, fills: bool) {
    tell("lens-fill-screen", fills);
}

/// The languages of the browser, the preferred one first.
pub fn languages() -> impl Iterator<Item = String> {
    let languages = script::window().map(|window| window.navigator().languages()).unwrap_or_default();
    let tags: Vec<String> = languages.iter().filter_map(|tag| tag.as_string()).collect();
    tags.into_iter()
}

pub mod folders {
    //! A page has no folders.

    use std::path::PathBuf;

    /// A page has none of its own.
    pub const ARE_HERE: bool = false;

    /// There is none.
    pub fn cache() -> Option<PathBuf> {
        None
    }
}

pub mod live {
    //! A page watches no folders and asks nothing of other hosts.

    use std::path::PathBuf;

    use crate::live::Open;
    use crate::platform::NotHere;
    use crate::platform::live::{Address, AddressError, Calm, Patience};

    /// Never one.
    pub fn address(_text: &str) -> Result<Address, AddressError> {
        Err(AddressError::NotHere)
    }

    /// Never.
    pub fn folder(_path: PathBuf, _calm: Calm) -> Result<Open, NotHere> {
        Err(NotHere)
    }

    /// Never.
    pub fn stream(_address: Address, _patience: Patience) -> Result<Open, NotHere> {
        Err(NotHere)
    }

    /// There is none.
    pub fn standard_input() -> Result<Open, NotHere> {
        Err(NotHere)
    }
}

pub mod clipboard {
    //! A page may look at the clipboard only while somebody pastes, and then it is told.

    use crate::platform::clipboard::Held;

    /// The browser turns keys into cut, copy and paste.
    pub const HAS_OUR_KEYS: bool = false;

    /// Nothing.
    pub fn held() -> Held {
        Held::Nothing
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
