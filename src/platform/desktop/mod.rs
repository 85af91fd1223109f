//! A window of Linux, Windows or macOS.
//!
//! | file | its job |
//! |---|---|
//! | `window` | opens the window |
//! | `album` | the photos inside the program |
//! | `folders` | where the program keeps its own files |
//! | `journal` | the log of this start and of those before; panics |
//! | `dialogs`, `drops`, `files`, `clipboard`, `network` | as in [`super`] |

pub mod album;
pub mod clipboard;
pub mod dialogs;
pub mod drops;
pub mod files;
pub mod folders;
pub mod journal;
pub mod network;
pub mod window;

/// The languages this computer is set to, as tags such as `ko-KR`, the preferred one first.
pub fn languages() -> impl Iterator<Item = String> {
    sys_locale::get_locales()
}
