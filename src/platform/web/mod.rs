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
//! | `dialogs`, `clipboard`, `network`, `folders`, `live` | as in [`super`] |

pub mod album;
mod assets;
pub mod camera;
pub mod clipboard;
pub mod dialogs;
pub mod drops;
pub mod files;
pub mod folders;
pub mod line;
pub mod live;
pub mod network;
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
