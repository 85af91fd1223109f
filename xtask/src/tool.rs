//! Programs of others that the tasks use, installed among the project's own where they are not there yet.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::ensure;

use crate::program::{cargo, target_folder};

/// A crate that is a program.
pub struct Tool<'a> {
    /// The crate.
    pub name: &'a str,
    /// Its program.
    pub program: &'a str,
    /// Exactly this version.
    pub version: &'a str,
    /// What else `cargo install` is told.
    pub with: &'a [&'a str],
}

impl Tool<'_> {
    /// The program, in `target/tools`.
    ///
    /// # Errors
    /// It cannot be installed.
    pub fn installed(&self, root: &Path) -> anyhow::Result<PathBuf> {
        let tools = target_folder(root).join("tools");
        let program = tools.join("bin").join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        let asked = Command::new(&program).arg("--version").output();
        let is_it = |said: &[u8]| String::from_utf8_lossy(said).split_whitespace().any(|word| word == self.version);
        if asked.is_ok_and(|answer| is_it(&answer.stdout)) {
            return Ok(program);
        }
        println!("Installing {} {}, which takes some minutes.", self.name, self.version);
        let mut install = cargo(root);
        install.args(["install", self.name, "--quiet", "--force", "--version", self.version]);
        install.args(self.with).arg("--root").arg(&tools);
        ensure!(install.status()?.success(), "{} {} cannot be installed", self.name, self.version);
        Ok(program)
    }
}
