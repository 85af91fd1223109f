//! A compiler for `wasm32-unknown-unknown`: rustup's where there is one, else Debian's, which builds std from its sources.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail, ensure};

use crate::program::{cargo, target_folder};

/// What is built for.
const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's packages: the compiler, the sources and libraries of std, a linker.
const PACKAGES: [&str; 4] = ["rustc-web", "rust-web-src", "libstd-rust-web-dev", "lld-19"];

/// Builds the program for a page, with these features of the package; quickly where it is only tried: the program is slower then.
///
/// # Errors
/// Nowhere is a toolchain, or the program does not build.
pub fn build(root: &Path, features: &str, is_tried: bool) -> anyhow::Result<PathBuf> {
    let mut build = cargo(root);
    build.args(["build", "--release", "--bin", "inception-lens", "--no-default-features", "--target", TARGET]);
    build.args(["--features", features]);
    // wasm-bindgen looks into what would be stripped.
    build.args(["--config", "profile.release.package.inception-lens.strip=false"]);
    if is_tried {
        build.args(["--config", "profile.release.package.inception-lens.opt-level=2"]);
    }
    // Warnings count as in every other check.
    build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-D warnings -C target-feature=+simd128");
    if !has_target()? && !add_target() {
        install_packages()?;
        build.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
        build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19");
        build.arg("-Zbuild-std=std,panic_abort");
    }
    ensure!(build.status()?.success(), "the program does not build for a browser");
    Ok(target_folder(root).join(TARGET).join("release/inception-lens.wasm"))
}

/// Whether the compiler in use has std for the target.
fn has_target() -> anyhow::Result<bool> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = Command::new(rustc).args(["--print", "sysroot"]).output().context("rustc cannot be asked")?;
    let library = Path::new(String::from_utf8(sysroot.stdout)?.trim()).join("lib/rustlib").join(TARGET).join("lib");
    Ok(library.is_dir())
}

/// Asks rustup for it; whether it is there now.
fn add_target() -> bool {
    println!("Asking rustup for {TARGET}.");
    let added = Command::new("rustup").args(["target", "add", TARGET]).status();
    added.is_ok_and(|status| status.success())
}

/// Installs what is missing of Debian's packages.
fn install_packages() -> anyhow::Result<()> {
    let is_missing = |package: &&str| {
        let asked = Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Status}", package]).output();
        !asked.is_ok_and(|answer| answer.stdout == b"installed")
    };
    let missing: Vec<&str> = PACKAGES.into_iter().filter(is_missing).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing {}.", missing.join(" "));
    // Lists that are not updated offer an older compiler, or none.
    let install = format!(
        "$([ \"$(id -u)\" -eq 0 ] || echo sudo) sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends {}'",
        missing.join(" ")
    );
    let installed = Command::new("sh").args(["-c", &install]).status();
    if !installed.is_ok_and(|status| status.success()) {
        bail!("There is no compiler for {TARGET}: run `rustup target add {TARGET}`, then this again.");
    }
    Ok(())
}
