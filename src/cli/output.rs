//! stdout and stderr.

use std::io::{ErrorKind, Write};

use anyhow::Context;
use serde::Serialize;

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
