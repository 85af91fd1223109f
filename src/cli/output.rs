//! stdout and stderr.

use std::io::{ErrorKind, Write};
use std::path::Path;

use anyhow::Context;
use serde::Serialize;

use super::load;
use crate::app::files::write_exported;
use crate::export::Exported;

/// One line on stderr.
pub fn error(sentence: &str) {
    // Nothing is left to do if even stderr is closed.
    let _ = writeln!(std::io::stderr(), "{}", plain(sentence));
}

/// Text on stdout; that nobody reads on (`| head`) is no error.
///
/// # Errors
/// Any other failure to write.
pub fn print(text: &str) -> anyhow::Result<()> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result.context("The output could not be written; check where it is sent."),
    }
}

/// Writes a file; where a table goes without its provenance, that is said on stderr.
///
/// # Errors
/// The file cannot be written.
pub fn write(out: &Path, exported: &Exported) -> anyhow::Result<()> {
    let is_whole = write_exported(out, exported).map_err(|error| load::about(out, error))?;
    if !is_whole {
        let alone = "This place takes one file only, so the table has no provenance beside it; end the name in .json to keep it inside.";
        error(&format!("{}: {alone}", out.display()));
    }
    Ok(())
}

/// JSON with a newline on stdout.
///
/// # Errors
/// As [`print`].
pub fn print_json(value: &impl Serialize) -> anyhow::Result<()> {
    let text = serde_json::to_string_pretty(value).context("The result could not be put in JSON.")?;
    print(&(text + "\n"))
}

/// Text from files and paths without line breaks and terminal commands.
pub fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
