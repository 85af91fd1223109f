//! The `.deb`, and from it the folder of an AppImage: what is installed is listed once, in `[package.metadata.deb]`.

use std::fs::{copy, remove_dir_all};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::ensure;

use super::PROFILE;
use crate::tool::Tool;

/// Packs a `.deb` as `[package.metadata.deb]` says.
const DEB: Tool<'_> = Tool { name: "cargo-deb", program: "cargo-deb", version: "3.8.0", with: &["--locked"] };

/// Packs what is built.
///
/// # Errors
/// The tool cannot be had, or a file that it packs.
pub fn deb(root: &Path, folder: &Path) -> anyhow::Result<PathBuf> {
    let out = folder.join("inception-lens.deb");
    let mut pack = Command::new(DEB.installed(root)?);
    pack.current_dir(root).args(["--no-build", "--no-strip", "--profile", PROFILE, "--output"]).arg(&out);
    ensure!(pack.status()?.success(), "the .deb cannot be packed");
    println!("{}", out.display());
    Ok(out)
}

/// Unpacks it again as an AppImage wants it, and makes the AppImage where `appimagetool` is on the path.
///
/// # Errors
/// `dpkg-deb` cannot unpack it, or the folder cannot be written.
pub fn app_image(deb: &Path, folder: &Path) -> anyhow::Result<()> {
    let app = folder.join("InceptionLens.AppDir");
    if app.exists() {
        remove_dir_all(&app)?;
    }
    let unpacked = Command::new("dpkg-deb").arg("-x").args([deb, &app]).status()?;
    ensure!(unpacked.success(), "dpkg-deb cannot unpack {}", deb.display());
    symlink("usr/bin/inception-lens", app.join("AppRun"))?;
    copy(app.join("usr/share/applications/inception-lens.desktop"), app.join("inception-lens.desktop"))?;
    copy(app.join("usr/share/icons/hicolor/256x256/apps/inception-lens.png"), app.join("inception-lens.png"))?;
    let out = folder.join(format!("InceptionLens-{}.AppImage", std::env::consts::ARCH));
    match Command::new("appimagetool").arg("--no-appstream").args([&app, &out]).status() {
        Ok(status) => ensure!(status.success(), "appimagetool cannot pack {}", app.display()),
        Err(_) => println!("No AppImage: appimagetool is not on the path.  {} is its folder.", app.display()),
    }
    Ok(())
}
