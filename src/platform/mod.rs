//! Where we run: the one folder that knows it.
//!
//! Outside it, `cli` and `fetch` nothing of what the window needs names files, threads, clocks, dialogs or the network of a system
//! (`tests/it/dependencies.rs` reads it off the sources).  `desktop` and `web` have the same functions; what a page in a browser does
//! not have answers [`NotHere`].
//!
//! | file | its job |
//! |---|---|
//! | `clock` | how long something took, and when to stop waiting |
//! | `threads` | work beside the window, or inline where there are no threads |
//! | `files` | whole files in and out |
//! | `trees` | folders: what is in them, made and removed; parts of files, locks |
//! | `folders`, `album` | the program's own folders, the photos inside it |
//! | `cache` | a bounded folder of files that can be made again |
//! | `dialogs`, `drops` | which file a person means |
//! | `abilities` | what is here and what is not |
//! | `camera` | pictures of the computer's camera |
//! | `clipboard` | copied files and pictures that egui does not read |
//! | `live` | watched folders, streams of pictures, and which addresses are local |
//! | `network` | public weights from the web |
//! | `recorder` | what was last done, for a crash report |
//! | `desktop` | those for a window of the system, and the window itself, its journal and the person's folders |
//! | `web` | those for a page in a browser |
//! | `camera_error` | why a camera gives no picture |
//! | `not_here` | what a place does not have |

pub mod abilities;
pub mod cache;
pub mod camera;
pub(super) mod camera_error;
pub mod clipboard;
pub mod clock;
#[cfg(feature = "desktop")]
mod desktop;
pub mod dialogs;
pub mod files;
pub mod live;
pub mod network;
mod not_here;
pub mod recorder;
pub mod threads;
pub mod trees;
#[cfg(not(feature = "desktop"))]
mod web;

pub use not_here::NotHere;

pub use here::{address, album, asset, drops, fill_screen, folders, languages, sample, variable};

#[cfg(feature = "desktop")]
use desktop as here;
#[cfg(feature = "desktop")]
pub use desktop::{default_weights, journal, window};
#[cfg(not(feature = "desktop"))]
use web as here;
#[cfg(not(feature = "desktop"))]
pub use web::album::album_fetched;
#[cfg(not(feature = "desktop"))]
pub use web::{camera_failed, camera_saw, line, samples_fetched, tell, wake, wake_with};

#[cfg(all(feature = "desktop", target_arch = "wasm32"))]
compile_error!("The feature `desktop` is for a window of a system; build for a browser with --no-default-features.");
#[cfg(not(any(feature = "desktop", target_arch = "wasm32")))]
compile_error!("Without the feature `desktop` this is for a browser; build with --target wasm32-unknown-unknown.");

/// A text of `assets` inside the program, as [`asset`] has it.
///
/// # Panics
/// When there is none at that path.
#[must_use]
pub fn text(path: &str) -> &'static str {
    std::str::from_utf8(asset(path)).expect("texts of the program are UTF-8")
}
