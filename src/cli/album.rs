//! `album …`: a folder of photos as one network sees it (`crate::album`).

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::album_arguments::{AlbumForgetArguments, AlbumIndexArguments, AlbumRunArguments};
use super::{Outcome, load, output};
use crate::album::{Album, AlbumError, Index, Place, State};
use crate::engine::LoadedNetwork;

/// A photo that is left out.
#[derive(Serialize)]
pub struct Unreadable {
    /// Relative to the folder.
    path: String,
    /// One sentence.
    error: String,
}

#[derive(Serialize)]
struct IndexEntry {
    photos: usize,
    indexed: usize,
    unreadable: Vec<Unreadable>,
}

/// The album of a folder, or the one inside the program.
pub fn place(folder: Option<&PathBuf>) -> Place {
    folder.map_or(Place::BuiltIn, |folder| Place::Folder(folder.clone()))
}

/// The same error, with the folder's name in front.
pub fn about(place: &Place, error: AlbumError) -> anyhow::Error {
    match place {
        Place::BuiltIn => error.into(),
        Place::Folder(folder) => load::about(folder, error),
    }
}

/// Opens an album and runs what has not run; what a person should know is said on stderr.
///
/// # Errors
/// Weights or folder are bad, another program runs the album, or there is no room.
pub fn run_all(folder: Option<&PathBuf>, arguments: &AlbumRunArguments) -> Result<Index> {
    run_on(folder, Arc::new(load::network(&arguments.weights)?), arguments.jobs)
}

/// The same with a network that is there.
///
/// # Errors
/// The folder is bad, another program runs the album, or there is no room.
pub fn run_on(folder: Option<&PathBuf>, network: Arc<LoadedNetwork>, jobs: Option<usize>) -> Result<Index> {
    let place = place(folder);
    let never = || false;
    let index =
        Index::open(place.clone(), network, Index::default_cache(), &never).map_err(|error| about(&place, error))?;
    let total = index.progress().total;
    let bar = progress_bar(total);
    let result = index.run(jobs, &never, &mut |progress| {
        bar.set_position(progress.done as u64);
        if let Some(photo_ms) = progress.photo_ms {
            bar.set_message(format!("{photo_ms:.0} ms each"));
        }
    });
    bar.finish_and_clear();
    for note in index.album().notes.iter() {
        output::error(&note.to_string());
    }
    result.map_err(|error| about(&place, error))?;
    Ok(index)
}

/// On stderr, on a terminal; otherwise invisible.
fn progress_bar(count: usize) -> ProgressBar {
    let template = "{bar:30} {pos} of {len} photos, {msg}, {eta} left";
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(count as u64).with_style(style)
}

/// The photos that are left out, in order.
pub fn unreadable(album: &Album) -> Vec<Unreadable> {
    let photos = album.unreadable().filter_map(|(_, photo)| match &photo.state {
        State::Unreadable(error) => Some(Unreadable { path: photo.path.clone(), error: output::plain(&error.message) }),
        State::Waiting | State::Ran(_) => None,
    });
    photos.collect()
}

/// The same for people.
pub fn unreadable_lines(unreadable: &[Unreadable]) -> String {
    unreadable.iter().map(|photo| format!("  {}: {}\n", output::plain(&photo.path), photo.error)).collect()
}

/// `album index`.
///
/// # Errors
/// As [`run_all`].
pub fn index(arguments: &AlbumIndexArguments) -> Result<Outcome> {
    let index = run_all(arguments.folder.as_ref(), &arguments.run)?;
    let album = index.album();
    let indexed = album.ran().count();
    let entry = IndexEntry { photos: indexed, indexed, unreadable: unreadable(&album) };
    if arguments.json {
        output::print_json(&entry)?;
        return Ok(Outcome::Done);
    }
    let bad = match entry.unreadable.len() {
        0 => String::new(),
        count => format!("; cannot be read, and left out: {count}\n{}", unreadable_lines(&entry.unreadable)),
    };
    output::print(&format!("{indexed} photos in {} folders{}\n", album.labels.len(), bad.trim_end()))?;
    Ok(Outcome::Done)
}

/// `album forget`.
///
/// # Errors
/// Another program runs the album, or its files cannot be deleted.
pub fn forget(arguments: &AlbumForgetArguments) -> Result<Outcome> {
    let Some(cache) = Index::default_cache() else {
        output::print("Nothing is kept on this computer.\n")?;
        return Ok(Outcome::Done);
    };
    let count = match &arguments.folder {
        Some(folder) => {
            let place = Place::Folder(folder.clone());
            Index::forget(&cache, &place).map_err(|error| about(&place, error))?
        }
        None => Index::forget_all(&cache)?,
    };
    output::print(match count {
        0 => "Nothing was kept of it.\n",
        _ => "Forgotten.\n",
    })?;
    Ok(Outcome::Done)
}
