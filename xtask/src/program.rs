//! The program itself, built as the README builds it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};

/// The project's root.
///
/// # Errors
/// None: this package lies in it.
pub fn root() -> anyhow::Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    Ok(root.context("xtask lies in the project's root")?.to_owned())
}

/// Where cargo puts what it builds.
pub fn target_folder(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}

/// cargo, to be run in the project's root.
pub fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    // What cargo says of this very program would make build scripts run anew.
    for (name, _) in std::env::vars_os() {
        let of_this = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"];
        let text = name.to_string_lossy();
        if of_this.iter().any(|start| text.starts_with(start)) {
            cargo.env_remove(&name);
        }
    }
    cargo.current_dir(root);
    cargo
}

/// The built program, run from the project's root.
pub struct Program {
    root: PathBuf,
    binary: PathBuf,
}

impl Program {
    /// Builds it in the release profile.
    ///
    /// # Errors
    /// It does not build.
    pub fn build() -> anyhow::Result<Self> {
        let root = root()?;
        let status = cargo(&root).args(["build", "--release"]).status()?;
        ensure!(status.success(), "the program does not build");
        let name = format!("inception-lens{}", std::env::consts::EXE_SUFFIX);
        Ok(Self { binary: target_folder(&root).join("release").join(name), root })
    }

    /// A path inside the project.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// The program, to be started.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.binary);
        command.current_dir(&self.root);
        command
    }

    /// What the program prints with these arguments.
    ///
    /// # Errors
    /// It cannot be started or says that something is wrong.
    pub fn run(&self, arguments: &[&str]) -> anyhow::Result<String> {
        let output = self.command().args(arguments).output();
        let output = output.with_context(|| format!("cannot start {}", self.binary.display()))?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{}: {}", arguments.join(" "), said.trim());
        Ok(String::from_utf8(output.stdout)?)
    }
}
