//! A window of Linux, Windows or macOS.
//!
//! | file | its job |
//! |---|---|
//! | `window` | opens the window |
//! | `album` | the photos inside the program |
//! | `folders` | where the program keeps its own files |
//! | `journal`, `crash` | the log of this start and of those before; what can be sent after a panic |
//! | `samples` | the photos that come with the program |
//! | `packed` | its weights, fonts and longest texts |
//! | `memory` | what the system's allocator keeps |
//! | `live` | watched folders, streams of pictures |
//! | `camera`, `dialogs`, `drops`, `files`, `clipboard`, `network` | as in [`super`] |

pub mod album;
pub mod camera;
pub mod clipboard;
mod crash;
pub mod dialogs;
pub mod drops;
pub mod files;
pub mod folders;
pub mod journal;
pub mod live;
mod memory;
pub mod network;
mod packed;
pub mod samples;
pub mod window;

pub use packed::{asset, default_weights};
pub use samples::sample;

use super::abilities::Abilities;

/// What a window of the system has.
pub const ABILITIES: Abilities = Abilities {
    has_folders: true,
    fetches_weights: true,
    has_second_window: true,
    has_streams: true,
    has_camera: camera::IS_HERE,
};

/// What is set from outside under a name, in the environment.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Where the program is, as a link needs it; nowhere.
pub fn address() -> Option<String> {
    None
}

/// Fills the screen with the window, or gives it back.
pub fn fill_screen(ctx: &egui::Context, fills: bool) {
    ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(fills));
}

/// The languages this computer is set to, as tags such as `ko-KR`, the preferred one first.
pub fn languages() -> impl Iterator<Item = String> {
    sys_locale::get_locales()
}
