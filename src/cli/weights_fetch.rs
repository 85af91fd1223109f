//! `weights fetch`: public weights from the web to the user's data folder.

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};

use super::weights_arguments::FetchArguments;
use super::{Outcome, output};
use crate::fetch::{Cancel, Fetch, Fetched, Progress, Timeouts, user_folder};
use crate::weights::public::PublicFile;

/// Prints the path of the file on stdout, and what to know about it on stderr.
///
/// # Errors
/// There is no file; the sentence says why.
pub fn run(arguments: &FetchArguments) -> Result<Outcome> {
    let file = arguments.file;
    let folder = arguments.to.clone().or_else(user_folder);
    let folder = folder.with_context(|| {
        format!("This user has no data folder; say where to put {} with --to FOLDER.", file.file_name)
    })?;
    let fetch = Fetch {
        file,
        from: arguments.from.as_deref(),
        folder: &folder,
        patience: Timeouts::default(),
        cancel: Cancel::new(),
    };
    let bar = progress_bar();
    let result = fetch.run(&mut |progress: Progress| {
        bar.set_length(progress.total_bytes.max(progress.done_bytes));
        bar.set_position(progress.done_bytes);
    });
    bar.finish_and_clear();
    let fetched = result?;
    output::print(&format!("{}\n", fetched.path().display()))?;
    for line in about(file, &fetched) {
        output::error(&line);
    }
    Ok(Outcome::Done)
}

/// What to know about a file that is there now.
fn about(file: &PublicFile, fetched: &Fetched) -> [String; 3] {
    let how = match fetched {
        Fetched::AlreadyThere(_) => "was there already, nothing was downloaded",
        Fetched::Downloaded(_) => "downloaded",
    };
    let digits = &file.sha256[..file.sha256.len().min(8)];
    [
        format!("{} ({}): {how}; SHA-256 {digits}… is right.", file.title, file.format),
        format!("Licence: {}.", file.license),
        format!("Use it: inception-lens --weights {:?}", fetched.path().display().to_string()),
    ]
}

/// On stderr, on a terminal; otherwise invisible.
fn progress_bar() -> ProgressBar {
    let template = "{bar:30} {decimal_bytes} of {decimal_total_bytes}, {eta} left";
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(0).with_style(style)
}
