//! `weights list`: the weights inside, those found on this computer, those anybody may fetch.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde::Serialize;

use super::table::{Align, align};
use super::weights_arguments::ListArguments;
use super::{Outcome, output};
use crate::export::provenance::{describe, topology_word};
use crate::fetch::user_folder;
use crate::platform::files::first_bytes;
use crate::weights::public::PUBLIC;
use crate::weights::{Format, Weights};

/// Where else than in the user's data folder weights are looked for.
const HERE: &str = "weights";

#[derive(Serialize)]
struct Listing {
    default: DefaultEntry,
    found: Vec<FoundEntry>,
    public: Vec<PublicEntry>,
}

#[derive(Serialize)]
struct DefaultEntry {
    name: String,
    topology: &'static str,
    classes: usize,
    /// How its photos were prepared.
    preprocessing: String,
    sha256: String,
}

/// A file that begins like weights; nothing more is known of it before `weights check`.
#[derive(Serialize)]
struct FoundEntry {
    path: PathBuf,
    format: &'static str,
    bytes: u64,
}

#[derive(Serialize)]
struct PublicEntry {
    key: &'static str,
    title: &'static str,
    format: &'static str,
    bytes: u64,
    license: &'static str,
    /// How its photos were prepared.
    preprocessing: String,
    /// Where it is, if it was fetched.
    path: Option<PathBuf>,
}

/// Prints the list.
///
/// # Errors
/// Stdout is closed.
pub fn run(arguments: &ListArguments) -> Result<Outcome> {
    let listing = Listing::new()?;
    if arguments.json {
        output::print_json(&listing)?;
    } else {
        output::print(&listing.text())?;
    }
    Ok(Outcome::Done)
}

impl Listing {
    fn new() -> Result<Self> {
        let weights = Weights::default_weights()?;
        let user_folder = user_folder();
        let mut found = found_in(Path::new(HERE));
        found.extend(user_folder.iter().flat_map(|folder| found_in(folder)));
        let public = PUBLIC.iter().map(|file| {
            let path = user_folder.as_ref().map(|folder| folder.join(file.file_name));
            PublicEntry {
                key: file.key,
                title: file.title,
                format: file.format.word(),
                bytes: file.size.bytes(),
                license: file.license,
                preprocessing: describe(&file.preprocessing),
                path: path.filter(|path| path.is_file()),
            }
        });
        Ok(Self {
            public: public.collect(),
            found,
            default: DefaultEntry {
                topology: topology_word(&weights.topology),
                classes: weights.classes(),
                preprocessing: describe(&weights.topology.preprocessing),
                name: weights.name,
                sha256: weights.sha256,
            },
        })
    }

    fn text(&self) -> String {
        let default = &self.default;
        let mut text = format!(
            "Inside the program\n  {}  topology {}, {} classes, sha256 {:.8}…\n",
            default.name, default.topology, default.classes, default.sha256
        );
        text += "\nFound on this computer\n";
        let found: Vec<_> = self.found.iter().map(FoundEntry::row).collect();
        if found.is_empty() {
            text += "  none\n";
        }
        text += &align(&[Align::Left, Align::Left, Align::Right], &found);
        text += "\nPublic, to be had with `inception-lens weights fetch NAME`\n";
        let public: Vec<_> = self.public.iter().map(PublicEntry::row).collect();
        text += &align(&[Align::Left, Align::Left, Align::Left, Align::Right, Align::Left], &public);
        text
    }
}

impl FoundEntry {
    fn row(&self) -> [String; 3] {
        let path = output::plain(&self.path.to_string_lossy());
        [path, self.format.to_owned(), megabytes(self.bytes)]
    }
}

impl PublicEntry {
    fn row(&self) -> [String; 5] {
        let state = match self.path {
            Some(_) => "fetched".to_owned(),
            None => self.license.to_owned(),
        };
        [self.key.to_owned(), self.title.to_owned(), self.format.to_owned(), megabytes(self.bytes), state]
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

/// Files of a folder that begin like weights, by name; half-fetched ones left out.
fn found_in(folder: &Path) -> Vec<FoundEntry> {
    // A folder that is not there or may not be read holds nothing for us.
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_none_or(|extension| extension != "part"));
    paths.sort();
    let entry = |path: PathBuf| {
        let format = Format::sniff(&first_bytes(&path, Format::SNIFF_BYTES))?;
        let bytes = std::fs::metadata(&path).ok()?.len();
        Some(FoundEntry { path, format: format.word(), bytes })
    };
    paths.into_iter().filter_map(entry).collect()
}
