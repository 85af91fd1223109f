//! `classify`: what is on photos, by all three classifiers.

use std::path::{Path, PathBuf};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::arguments::ClassifyArguments;
use super::load::Off;
use super::table::{Align, align};
use super::{Outcome, jobs, load, output};
use crate::engine::pipeline::LoadedNetwork;
use crate::export::answers::{Answers, Heads};

/// One image of the JSON array.
#[derive(Serialize)]
struct Entry {
    image: String,
    #[serde(flatten)]
    result: EntryResult,
}

#[derive(Serialize)]
#[serde(untagged)]
enum EntryResult {
    Done(Answers),
    Bad { error: String },
}

/// Prints what is on each image; a bad one does not stop the rest.
///
/// # Errors
/// The weights are bad, or stdout is closed.
pub fn run(arguments: &ClassifyArguments) -> Result<Outcome> {
    let network = load::network(&arguments.weights)?;
    let off = load::off(&arguments.off, &network)?;
    let progress = progress_bar(arguments.images.len());
    let mut entries = Vec::new();
    let mut outcome = Outcome::Done;
    let work = |path: &PathBuf| {
        classify(&network, &off, path, arguments.top)
            .unwrap_or_else(|error| EntryResult::Bad { error: output::plain(&error.to_string()) })
    };
    jobs::in_order(&arguments.images, arguments.jobs, work, |path, result| {
        progress.inc(1);
        if let EntryResult::Bad { error } = &result {
            outcome = Outcome::SomeBad;
            progress.suspend(|| output::error(&format!("{}: {error}", path.display())));
        }
        let entry = Entry { image: path.to_string_lossy().into_owned(), result };
        if arguments.json {
            entries.push(entry);
        } else {
            progress.suspend(|| output::print(&table(&entry)))?;
        }
        Ok(())
    })?;
    progress.finish_and_clear();
    if arguments.json {
        output::print_json(&entries)?;
    }
    Ok(outcome)
}

fn classify(network: &LoadedNetwork, off: &Off, path: &Path, count: usize) -> Result<EntryResult> {
    let prepared = network.prepare_own(&load::photo(path)?);
    let (scores, forward_ms) = network.scores(&prepared, off.run())?;
    let heads = Heads::new(&scores, &network.labels, count);
    Ok(EntryResult::Done(Answers { heads, forward_ms, off: off.names.clone() }))
}

/// On stderr, for several images, on a terminal; otherwise invisible.
fn progress_bar(count: usize) -> ProgressBar {
    if count < 2 {
        return ProgressBar::hidden();
    }
    let template = "{bar:30} {pos} of {len} images, {eta} left";
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(count as u64).with_style(style)
}

/// One image for people; nothing for a bad one, stderr has said it.
fn table(entry: &Entry) -> String {
    let EntryResult::Done(Answers { heads, forward_ms, off }) = &entry.result else {
        return String::new();
    };
    let off = match off.is_empty() {
        true => String::new(),
        false => format!("; off: {}", off.join(", ")),
    };
    let mut rows = vec![["head", "class", "probability", "logit"].map(str::to_owned)];
    for (key, classes) in heads.all() {
        for (rank, class) in classes.iter().enumerate() {
            rows.push([
                if rank == 0 { key.to_owned() } else { String::new() },
                output::plain(&class.label),
                format!("{:.1} %", class.probability * 100.0),
                format!("{:.3}", class.logit),
            ]);
        }
    }
    let columns = [Align::Left, Align::Left, Align::Right, Align::Right];
    let title = output::plain(&entry.image);
    format!("{title}  (forward pass {forward_ms:.1} ms{off})\n{}", align(&columns, &rows))
}
