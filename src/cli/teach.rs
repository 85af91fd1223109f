//! `teach`: a last layer of one's own classes, from a folder of photos sorted into sub-folders.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, bail};
use rayon::prelude::*;
use serde::Serialize;

use super::table::{Align, align};
use super::teach_arguments::TeachArguments;
use super::{Outcome, jobs, load, output};
use crate::engine::LoadedNetwork;
use crate::imaging::is_named_picture;
use crate::platform::files::FileError;
use crate::platform::files::{check_folder, is_same_file, write_file};
use crate::platform::trees::{self, Kind};
use crate::teach::{
    Added, Card, LeftOut, Lesson, MOST_CLASSES, MOST_PHOTOS, TaughtDepth, TrayPhoto, Trays, features, leave_out,
    weights_file,
};

/// A class is said to be much smaller than another from this ratio on.
const UNBALANCED: usize = 3;

/// What JSON has.
#[derive(Serialize)]
struct Report {
    /// The file.
    out: String,
    /// In the order of the logits.
    classes: Vec<ClassEntry>,
    /// Right, of those left out once, by depth.
    left_out: Vec<DepthEntry>,
    /// The two classes taken for each other most often.
    #[serde(skip_serializing_if = "Option::is_none")]
    most_confused: Option<[String; 2]>,
}

#[derive(Serialize)]
struct ClassEntry {
    name: String,
    photos: usize,
    /// Of those, right when left out once; none for a single photo.
    right: Option<usize>,
}

#[derive(Serialize)]
struct DepthEntry {
    depth: &'static str,
    right: usize,
    of: usize,
}

/// A photo that is to be run.
struct Found {
    path: PathBuf,
    tray: u64,
}

/// Teaches, writes the file and its card, and says how photos that were left out are called.
///
/// # Errors
/// Weights or folder are bad, there are too few or too many classes, or the file cannot be written.
pub fn run(arguments: &TeachArguments) -> Result<Outcome> {
    let network = load::network(&arguments.weights)?;
    if let Some(weights) = &arguments.weights.weights
        && is_same_file(weights, &arguments.out)
    {
        return Err(load::about(&arguments.out, FileError::Opened));
    }
    check_folder(&arguments.out).map_err(|error| load::about(&arguments.out, error))?;
    let (mut trays, found) = list(&arguments.folder)?;
    let bad = take_in(&mut trays, &found, &network, arguments.jobs)?;
    say_notes(&trays);
    let Some(lesson) = trays.lesson(&network.sha256) else { bail!("Some photos have not run; try again.") };
    let fit = lesson.fit(TaughtDepth::Module5b)?;
    let left_out = test(&lesson)?;
    let card = Card::new(&network, &lesson.labels, &left_out);
    let file = weights_file(&network, &lesson.head(&fit), &card)?;
    write_file(&arguments.out, &file).map_err(|error| load::about(&arguments.out, error))?;
    let card_path = arguments.out.with_extension("card.md");
    write_file(&card_path, card.markdown().as_bytes()).map_err(|error| load::about(&card_path, error))?;
    let report = report(&arguments.out, &lesson, &left_out, &card);
    match arguments.json {
        true => output::print_json(&report)?,
        false => output::print(&text(&report, &card))?,
    }
    Ok(if bad == 0 { Outcome::Done } else { Outcome::SomeBad })
}

/// The sub-folders with photos as trays, and their photos, by name.
fn list(folder: &Path) -> Result<(Trays, Vec<Found>)> {
    let entries = |folder: &Path| -> Result<Vec<trees::Entry>> {
        let entries = trees::entries(folder).map_err(|error| load::about(folder, error))?;
        let mut entries: Vec<_> = entries.filter(|entry| !entry.name.starts_with('.')).collect();
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(entries)
    };
    let (mut trays, mut found) = (Trays::default(), Vec::new());
    let mut classes = 0;
    for class in entries(folder)?.into_iter().filter(|entry| entry.kind == Kind::Folder) {
        let is_photo = |entry: &trees::Entry| entry.kind != Kind::Folder && is_named_picture(&entry.name);
        let photos: Vec<_> = entries(&class.path)?.into_iter().filter(is_photo).collect();
        if photos.is_empty() {
            output::error(&format!("{}: No photos are in this folder; it is left out.", class.path.display()));
            continue;
        }
        classes += 1;
        if let Some(tray) = trays.add_tray(&class.name) {
            found.extend(photos.into_iter().map(|photo| Found { path: photo.path, tray }));
        }
    }
    if classes > MOST_CLASSES {
        return Err(load::about(folder, crate::teach::TeachError::TooManyClasses { found: classes }));
    }
    if classes < 2 {
        let what = "Its sub-folders are to be the classes, and fewer than two of them have photos; make a folder for each class.";
        return Err(load::about(folder, what));
    }
    if found.len() > MOST_PHOTOS {
        return Err(load::about(folder, crate::teach::TeachError::TooManyPhotos { found: found.len() }));
    }
    Ok((trays, found))
}

/// Runs the photos and puts them into their trays; how many cannot be read.
fn take_in(trays: &mut Trays, found: &[Found], network: &LoadedNetwork, jobs: Option<usize>) -> Result<usize> {
    let mut bad = 0;
    let work = |found: &Found| -> Result<TrayPhoto> {
        let photo = TrayPhoto::new(&load::file_name(&found.path), &load::photo(&found.path)?)?;
        let features = features(network, &photo.pixels()?, &|| false)?;
        Ok(photo.known(&network.sha256, Arc::new(features)))
    };
    jobs::in_order(found, jobs, work, |found, photo| {
        match photo {
            Ok(photo) => match trays.add(found.tray, photo) {
                Added::Here | Added::Full => {}
                Added::Already => output::error(&format!(
                    "{}: The same photo is in this class twice; it is taught once.",
                    found.path.display()
                )),
                Added::AlsoIn(other) => output::error(&format!(
                    "{}: The same photo is in {} too; it teaches both, and so neither.",
                    found.path.display(),
                    output::plain(&other)
                )),
            },
            Err(error) => {
                bad += 1;
                output::error(&load::about(&found.path, error).to_string());
            }
        }
        Ok(())
    })?;
    Ok(bad)
}

/// What a person should know about the classes.
fn say_notes(trays: &Trays) {
    for tray in trays.taught().filter(|tray| tray.photos.len() == 1) {
        let name = output::plain(&tray.name);
        output::error(&format!("{name}: One photo is taught, but cannot be left out and tested; add a second one."));
    }
    let sizes = || trays.taught().map(|tray| tray.photos.len());
    if let (Some(least), Some(most)) = (sizes().min(), sizes().max())
        && most >= least * UNBALANCED
    {
        output::error(&format!(
            "One class has {most} photos and another {least}: what is seldom taught is seldom answered; add photos to the small one."
        ));
    }
}

/// Leaves each photo out once, at every depth.
fn test(lesson: &Lesson) -> Result<LeftOut> {
    let mut left_out = LeftOut::new(lesson);
    for depth in TaughtDepth::ALL {
        let all = lesson.fit(depth)?;
        let is_tested = &left_out.is_tested;
        let tested = (0..lesson.pupils.len()).into_par_iter().map(|photo| match is_tested[photo] {
            true => leave_out(lesson, depth, photo, &all).map(Some),
            false => Ok(None),
        });
        left_out.tested[depth.index()] = tested.collect::<Result<_, _>>()?;
    }
    Ok(left_out)
}

fn report(out: &Path, lesson: &Lesson, left_out: &LeftOut, card: &Card) -> Report {
    let of = left_out.total();
    let class = |class: &crate::teach::CardClass| ClassEntry {
        name: class.name.clone(),
        photos: class.photos,
        right: class.right,
    };
    let confused = left_out.most_confused(TaughtDepth::Module5b, lesson.labels.len());
    Report {
        out: out.display().to_string(),
        classes: card.classes.iter().map(class).collect(),
        left_out: TaughtDepth::ALL
            .map(|depth| DepthEntry { depth: depth.name(), right: left_out.right(depth), of })
            .into(),
        most_confused: confused.map(|(pair, _)| pair.map(|class| lesson.labels[class].clone())),
    }
}

fn text(report: &Report, card: &Card) -> String {
    let mut rows = vec![["class", "photos", "right, left out once"].map(str::to_owned)];
    rows.extend(report.classes.iter().map(|class| {
        let right = class.right.map_or_else(|| "not tested".to_owned(), |right| right.to_string());
        [output::plain(&class.name), class.photos.to_string(), right]
    }));
    let table = align(&[Align::Left, Align::Right, Align::Right], &rows);
    let photos: usize = card.classes.iter().map(|class| class.photos).sum();
    let depths: Vec<String> = report.left_out.iter().map(|depth| format!("{} {}", depth.depth, depth.right)).collect();
    let tested = match report.left_out.last() {
        Some(DepthEntry { right, of, .. }) if *of > 0 => format!(
            "{right} of {of} right, each by a head taught on all other photos (taught from {})\n",
            depths.join(", ")
        ),
        Some(_) | None => "No photo could be left out and tested: every class has one photo.\n".to_owned(),
    };
    let confused = report
        .most_confused
        .as_ref()
        .map(|[a, b]| format!("Most confused: {} and {}\n", output::plain(a), output::plain(b)));
    let out = output::plain(&report.out);
    let classes = card.classes.len();
    format!("{table}{tested}{}{out}: {classes} classes taught from {photos} photos\n", confused.unwrap_or_default())
}
