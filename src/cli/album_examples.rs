//! `album examples`: the nine photos that fire a channel most.

use anyhow::{Result, anyhow};
use serde::Serialize;

use super::album_arguments::AlbumExamplesArguments;
use super::table::{Align, align};
use super::{Outcome, album, album_sheet, load, output};
use crate::album::Album;
use crate::album::{Example, Index};
use crate::export::{png, provenance};
use crate::platform::files::{check_folder, write_file};

#[derive(Serialize)]
struct Examples<'a> {
    examples: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    path: &'a str,
    /// Name of its folder.
    label: Option<&'a str>,
    value: f32,
    /// Row and column.
    cell: [usize; 2],
}

/// Runs what has not run, and lists the strongest.
///
/// # Errors
/// As [`album::run_all`]; there is no such channel; the file cannot be written.
pub fn run(arguments: &AlbumExamplesArguments) -> Result<Outcome> {
    if let Some(out) = &arguments.out {
        check_folder(out).map_err(|error| load::about(out, error))?;
    }
    let (name, channel) = (&arguments.channel.name, arguments.channel.channel.unwrap_or(0));
    let index = album::run_all(arguments.folder.as_ref(), &arguments.run)?;
    let examples = index.examples(name, channel)?;
    let album = index.album();
    if let Some(out) = &arguments.out {
        let bytes = sheet(&index, &album, name, channel, &examples)?;
        write_file(out, &bytes).map_err(|error| load::about(out, error))?;
    }
    let entry = |example: &Example| {
        let photo = &album.photos[example.photo];
        Entry {
            path: &album.photos[example.photo].path,
            label: album.label(photo),
            value: example.value,
            cell: example.cell,
        }
    };
    let entries: Vec<Entry<'_>> = examples.iter().map(entry).collect();
    if arguments.json {
        output::print_json(&Examples { examples: entries })?;
        return Ok(Outcome::Done);
    }
    let mut rows = vec![["photo", "value", "row", "column"].map(str::to_owned)];
    rows.extend(entries.iter().map(|entry| {
        let [row, column] = entry.cell.map(|side| side.to_string());
        [output::plain(entry.path), format!("{:.3}", entry.value), row, column]
    }));
    output::print(&align(&[Align::Left, Align::Right, Align::Right, Align::Right], &rows))?;
    Ok(Outcome::Done)
}

/// The bytes of the picture, which says what is on it.
fn sheet(index: &Index, album: &Album, name: &str, channel: usize, examples: &[Example]) -> Result<Vec<u8>> {
    let (layer, _) = index.channel(name, channel)?;
    let spec = index.network().network.layer(layer.name);
    let field = spec.ok_or_else(|| anyhow!("This network has no layer {}.", layer.name))?.receptive_field;
    let tiles = examples.iter().map(|example| {
        let pixels = index.prepared(example.photo).map(|prepared| prepared.pixels);
        let photo = &album.photos[example.photo].path;
        let pixels = pixels.map_err(|error| anyhow!("{photo}: {}", error.message))?;
        Ok(album_sheet::Tile { pixels, value: example.value, cell: example.cell })
    });
    let tiles = tiles.collect::<Result<Vec<_>>>()?;
    let mut facts = provenance::of(index.network());
    facts.push(("channel", format!("{name}:{channel}")));
    let paths = examples.iter().map(|example| album.photos[example.photo].path.as_str());
    facts.push(("photos", paths.collect::<Vec<_>>().join(", ")));
    let picture = album_sheet::draw(&tiles, field);
    png::encode(&picture, &facts).map_err(|error| anyhow!("The picture could not be made ({error})."))
}
