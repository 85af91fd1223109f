//! `cargo xtask package DIR`: what a school's computer without a network installs.
//!
//! | file | its job |
//! |---|---|
//! | `parts` | what goes into packages beside the program: manual, completions, licences of all crates |
//! | `linux` | the `.deb`, and from it the folder of an AppImage |
//! | `sums` | `SHA256SUMS` |
//!
//! `packaging/` has what is written by hand: menu entry, kinds of files, the Flatpak's manifest.  Windows and macOS are
//! made by `.github/workflows/release.yml` from `[package.metadata.packager]` in `Cargo.toml`.

mod linux;
mod parts;
mod sums;

use std::fs::create_dir_all;
use std::path::Path;

use anyhow::ensure;

use crate::program::{cargo, root, target_folder};

/// The profile of what is given away: slower to build, smaller than `release`.
pub const PROFILE: &str = "dist";

/// Makes the packages of this system in a folder.
///
/// # Errors
/// The program does not build, a tool cannot be had, or the folder cannot be written.
pub fn make(folder: &Path) -> anyhow::Result<()> {
    let root = root()?;
    create_dir_all(folder)?;
    let folder = &folder.canonicalize()?;
    let status = cargo(&root).args(["build", "--profile", PROFILE]).status()?;
    ensure!(status.success(), "the program does not build");
    let program = target_folder(&root).join(PROFILE).join(format!("inception-lens{}", std::env::consts::EXE_SUFFIX));
    parts::make(&root, &program)?;
    if cfg!(target_os = "linux") {
        let deb = linux::deb(&root, folder)?;
        linux::app_image(&deb, folder)?;
    }
    sums::write(folder)
}
