//! What goes into packages beside the program.

use std::fs::{create_dir_all, read_to_string, write};
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, ensure};

use crate::program::{cargo, target_folder};
use crate::tool::Tool;

/// Shells whose completions are packed, and the names these shells look for.
const SHELLS: [(&str, &str); 3] =
    [("bash", "inception-lens"), ("zsh", "_inception-lens"), ("fish", "inception-lens.fish")];

/// Reads licences out of the sources of all crates.
const ABOUT: Tool<'_> =
    Tool { name: "cargo-about", program: "cargo-about", version: "0.9.3", with: &["--locked", "--features", "cli"] };

/// Writes them to `target/parts`.
///
/// # Errors
/// The program says that something is wrong, or licences cannot be read.
pub fn make(root: &Path, program: &Path) -> anyhow::Result<()> {
    let parts = target_folder(root).join("parts");
    for (shell, name) in SHELLS {
        let folder = parts.join(shell);
        create_dir_all(&folder)?;
        let said = Command::new(program).args(["completions", shell]).output()?;
        ensure!(said.status.success(), "the program does not print what {shell} completes");
        write(folder.join(name), said.stdout)?;
    }
    let manual = Command::new(program).arg("manual").arg(parts.join("man")).status()?;
    ensure!(manual.success(), "the program does not write its manual");
    licences(root, &parts.join("licences.html"))
}

/// What they are read from, beside the sources that it names.
const LICENCES_FROM: [&str; 3] = ["Cargo.lock", "packaging/about.toml", "packaging/licences.hbs"];

/// The licences of all crates inside the program; reading them takes minutes, so only when something changed.
fn licences(root: &Path, out: &Path) -> anyhow::Result<()> {
    let written = |path: &Path| path.metadata().and_then(|file| file.modified());
    let is_newer =
        |time: SystemTime| LICENCES_FROM.iter().all(|from| written(&root.join(from)).is_ok_and(|it| it < time));
    if !written(out).is_ok_and(is_newer) {
        let tool = ABOUT.installed(root)?;
        let mut about = Command::new(tool);
        // `cargo` names itself to what it runs, which then looks for the sources where they are.
        about.current_dir(root).env("CARGO", cargo(root).get_program());
        // Everything is in the sources that cargo has; nothing is asked of the web.
        about.args(["generate", "--fail", "--offline", "--config", "packaging/about.toml", "--output-file"]).arg(out);
        ensure!(about.arg("packaging/licences.hbs").status()?.success(), "the licences of the crates cannot be read");
    }
    let licences = read_to_string(out).context("the licences were not written")?;
    ensure!(licences.contains("candle-core"), "the licences lack a crate that is in the program");
    Ok(())
}
