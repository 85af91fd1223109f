//! The JavaScript around the program: wasm-bindgen, of exactly the version that the program was built with.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};

use crate::program::target_folder;
use crate::tool::Tool;

/// What it makes.
pub struct Made {
    /// The program, as the JavaScript wants it.
    pub program: PathBuf,
    /// The JavaScript.
    pub glue: PathBuf,
}

/// Makes it from the built program, in a folder of that name.
///
/// # Errors
/// wasm-bindgen cannot be installed, or does not like the program.
pub fn run(root: &Path, program: &Path, name: &str) -> anyhow::Result<Made> {
    let version = version(root)?;
    let tool =
        Tool { name: "wasm-bindgen-cli", program: "wasm-bindgen", version: &version, with: &[] }.installed(root)?;
    let out = target_folder(root).join("web").join(name);
    let mut bindgen = Command::new(tool);
    bindgen.args([
        "--target",
        "web",
        "--no-typescript",
        "--remove-producers-section",
        "--out-name",
        "glue",
        "--out-dir",
    ]);
    let status = bindgen.arg(&out).arg(program).status()?;
    ensure!(status.success(), "wasm-bindgen could not read the program");
    ensure!(!out.join("snippets").exists(), "a dependency brings JavaScript of its own, which the page does not load");
    Ok(Made { program: out.join("glue_bg.wasm"), glue: out.join("glue.js") })
}

/// The version in Cargo.lock.
fn version(root: &Path) -> anyhow::Result<String> {
    let lock = std::fs::read_to_string(root.join("Cargo.lock"))?;
    let (_, rest) =
        lock.split_once("name = \"wasm-bindgen\"\nversion = \"").context("Cargo.lock has no wasm-bindgen")?;
    let (version, _) = rest.split_once('"').context("Cargo.lock names a version")?;
    Ok(version.to_owned())
}
