//! `album export`: numbers of every photo, one row each.

use anyhow::Result;
use serde::Serialize;
use serde_json::{Map, Value};

use super::album_arguments::AlbumExportArguments;
use super::{Outcome, album, load, output};
use crate::album::{Album, Index};
use crate::export::{npy, provenance};
use crate::platform::files::{check_folder, write_file};
use crate::spec::Head;

/// What the rows are.
#[derive(Serialize)]
struct Beside<'a> {
    provenance: Map<String, Value>,
    layer: &'a str,
    paths: Vec<&'a str>,
    /// Names of the photos' folders.
    labels: Vec<Option<&'a str>>,
}

/// Rows of equal length, and their photos.
struct Rows {
    photos: Vec<usize>,
    width: usize,
    values: Vec<f32>,
}

/// Runs what has not run, and writes the rows.
///
/// # Errors
/// As [`album::run_all`]; there is no such layer; a file cannot be written.
pub fn run(arguments: &AlbumExportArguments) -> Result<Outcome> {
    let (out, layer) = (&arguments.out, &arguments.layer);
    check_folder(out).map_err(|error| load::about(out, error))?;
    let index = album::run_all(arguments.folder.as_ref(), &arguments.run)?;
    let album = index.album();
    let rows = rows(&index, &album, layer)?;
    let bytes = npy::encode(&[rows.photos.len(), rows.width], &rows.values);
    write_file(out, &bytes).map_err(|error| load::about(out, error))?;
    let facts = provenance::of(index.network()).into_iter();
    let photos = || rows.photos.iter().map(|&photo| &album.photos[photo]);
    let beside = Beside {
        provenance: facts.map(|(key, value)| (key.to_owned(), value.into())).collect(),
        layer,
        paths: photos().map(|photo| photo.path.as_str()).collect(),
        labels: photos().map(|photo| album.label(photo)).collect(),
    };
    let out_beside = out.with_extension("json");
    write_file(&out_beside, &serde_json::to_vec_pretty(&beside)?).map_err(|error| load::about(&out_beside, error))?;
    let name = output::plain(&out.to_string_lossy());
    output::print(&format!("{name}: {} photos, {} numbers each\n", rows.photos.len(), rows.width))?;
    Ok(Outcome::Done)
}

fn rows(index: &Index, album: &Album, layer: &str) -> Result<Rows> {
    if let Some(head) = Head::ALL.into_iter().find(|head| head.logits_name() == layer) {
        let mut rows = Rows { photos: Vec::new(), width: album.classes.len(), values: Vec::new() };
        for (photo, _) in album.ran() {
            let scores = index.scores(photo)?.into_iter().find(|scores| scores.head == head);
            let unknown = || crate::album::AlbumError::UnknownLayer { name: layer.to_owned() };
            rows.values.extend(scores.ok_or_else(unknown)?.logits);
            rows.photos.push(photo);
        }
        return Ok(rows);
    }
    let means = if layer == "pixels" { index.pixels()? } else { index.means(layer)? };
    let values = (0..means.photos.len()).flat_map(|row| means.row(row)).collect();
    Ok(Rows { photos: means.photos.clone(), width: means.channels, values })
}
