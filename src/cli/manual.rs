//! What a shell completes, and the manual's pages: both made from the words of the command line itself.

use std::fs::create_dir_all;
use std::path::Path;

use anyhow::anyhow;
use clap::CommandFactory;
use clap_complete::Shell;

use super::arguments::CommandLine;
use super::{Outcome, output};

/// The name by which the program is called.
const NAME: &str = "inception-lens";

/// Prints what that shell completes.
pub(super) fn completions(shell: Shell) -> anyhow::Result<Outcome> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut CommandLine::command(), NAME, &mut text);
    output::print(&String::from_utf8_lossy(&text))?;
    Ok(Outcome::Done)
}

/// Writes the manual's pages into a folder: one of the program, one of each subcommand.
pub(super) fn pages(folder: &Path) -> anyhow::Result<Outcome> {
    let line = CommandLine::command();
    let written = create_dir_all(folder).and_then(|()| clap_mangen::generate_to(line, folder));
    written.map_err(|error| {
        anyhow!("The manual could not be written to {} ({error}); choose another folder.", folder.display())
    })?;
    Ok(Outcome::Done)
}
