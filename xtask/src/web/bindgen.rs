//! The JavaScript around the program: wasm-bindgen, of exactly the version that the program was built with.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};

use crate::program::{cargo, target_folder};

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
    let tool = installed(root)?;
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

/// The tool, installed among the project's own where that has not been done.
fn installed(root: &Path) -> anyhow::Result<PathBuf> {
    let version = version(root)?;
    let tools = target_folder(root).join("tools");
    let tool = tools.join("bin").join(format!("wasm-bindgen{}", std::env::consts::EXE_SUFFIX));
    let asked = Command::new(&tool).arg("--version").output();
    if asked.is_ok_and(|answer| answer.stdout.trim_ascii_end().ends_with(format!(" {version}").as_bytes())) {
        return Ok(tool);
    }
    println!("Installing wasm-bindgen {version}, which takes two minutes.");
    let mut install = cargo(root);
    install.args(["install", "wasm-bindgen-cli", "--quiet", "--force", "--version", &version, "--root"]).arg(&tools);
    ensure!(install.status()?.success(), "wasm-bindgen {version} cannot be installed");
    Ok(tool)
}

/// The version in Cargo.lock.
fn version(root: &Path) -> anyhow::Result<String> {
    let lock = std::fs::read_to_string(root.join("Cargo.lock"))?;
    let (_, rest) =
        lock.split_once("name = \"wasm-bindgen\"\nversion = \"").context("Cargo.lock has no wasm-bindgen")?;
    let (version, _) = rest.split_once('"').context("Cargo.lock names a version")?;
    Ok(version.to_owned())
}
