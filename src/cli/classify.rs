//! `classify`: what is on photos, by all three classifiers.

use std::path::PathBuf;

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::arguments::ClassifyArguments;
use super::load::Off;
use super::table::{Align, align};
use super::{Outcome, jobs, load, output};
use crate::analysis::Scores;
use crate::engine::pipeline::LoadedNetwork;
use crate::export::answers::{Answers, Heads};
use crate::imaging::Prepared;
use crate::model::ModelError;

/// Photos that a job takes at a time, at most: with more of them little is gained, and the first answer comes later.
const MOST_AT_ONCE: usize = 8;

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
    let jobs = jobs::at_once(arguments.jobs, arguments.images.len());
    let batches: Vec<&[PathBuf]> = arguments.images.chunks(batch_size(arguments.images.len(), jobs)).collect();
    let work = |paths: &&[PathBuf]| classify(&network, &off, paths, arguments.top);
    jobs::in_order(&batches, Some(jobs), work, |paths, results| {
        for (path, result) in paths.iter().zip(results) {
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
        }
        Ok(())
    })?;
    progress.finish_and_clear();
    if arguments.json {
        output::print_json(&entries)?;
    }
    Ok(outcome)
}

/// How many photos a job takes at a time, of so many.  One job has all threads for one photo; of several each takes as many, as often as
/// the others, so that all end together.
fn batch_size(images: usize, jobs: usize) -> usize {
    if jobs == 1 {
        return 1;
    }
    let rounds = images.div_ceil(jobs * MOST_AT_ONCE).max(1);
    images.div_ceil(jobs * rounds).max(1)
}

/// What is on photos that are run together.
fn classify(network: &LoadedNetwork, off: &Off, paths: &[PathBuf], count: usize) -> Vec<EntryResult> {
    let bad = |error: String| EntryResult::Bad { error: output::plain(&error) };
    let photos: Vec<_> = paths.iter().map(|path| load::photo(path).map(|photo| network.prepare_own(&photo))).collect();
    let good: Vec<&Prepared> = photos.iter().flatten().collect();
    let mut answers = scores(network, off, &good).into_iter();
    let results = photos.iter().map(|photo| match photo {
        Err(error) => bad(error.to_string()),
        Ok(_) => match answers.next().expect("there is an answer for each photo") {
            Err(error) => bad(error.to_string()),
            Ok((scores, forward_ms)) => {
                let heads = Heads::new(&scores, &network.labels, count);
                EntryResult::Done(Answers { heads, forward_ms, off: off.names.clone() })
            }
        },
    });
    results.collect()
}

/// What the heads say of each photo, with its share of the milliseconds.
fn scores(network: &LoadedNetwork, off: &Off, photos: &[&Prepared]) -> Vec<Result<(Vec<Scores>, f64), ModelError>> {
    match network.scores_all(photos, photos.iter().map(|_| off.run()).collect()) {
        Ok(all) => all.into_iter().map(Ok).collect(),
        // Which of them it is shows where each runs alone.
        Err(_) => photos.iter().map(|photo| network.scores(photo, off.run())).collect(),
    }
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
