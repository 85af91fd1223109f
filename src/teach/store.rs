//! Trays on the disk, from one start to the next: a list, a small copy of each photo, and its averages by each network.
//!
//! Nothing of it leaves the computer; [`TrayStore::forget`] removes all of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::error::TeachError;
use super::features::Features;
use super::limits::MOST_PHOTOS;
use super::photo::{Known, TrayPhoto};
use super::trays::Trays;
use crate::platform::files::{FileError, read_file, write_file};
use crate::platform::trees::{self, Kind};

/// Of these files.
const VERSION: u32 = 1;
/// In the folder for all that is kept.
const FOLDER: &str = "trays";
/// The list of trays.
const LIST: &str = "trays.json";
/// Largest list that is read, bytes.
const MOST_LIST_BYTES: u64 = 1 << 20;
/// Largest copy or averages that are read, bytes.
const MOST_BYTES: u64 = 8 << 20;

/// Where trays are kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TrayStore {
    folder: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct List {
    version: u32,
    trays: Vec<Listed>,
}

#[derive(Serialize, Deserialize)]
struct Listed {
    name: String,
    photos: Vec<ListedPhoto>,
}

#[derive(Serialize, Deserialize)]
struct ListedPhoto {
    id: String,
    name: String,
}

/// What every version says.
#[derive(Deserialize)]
struct Version {
    version: u32,
}

impl TrayStore {
    /// In a folder for all that is kept, beside that of albums.
    pub fn new(cache: &Path) -> Self {
        Self { folder: cache.join(FOLDER) }
    }

    /// The trays as they were kept, with what is known of them by the network of that hash; `None` where none are.  A photo whose
    /// copy is gone or damaged is left out.
    ///
    /// # Errors
    /// [`TeachError::LaterVersion`], [`TeachError::Store`].
    pub fn load(&self, weights: &str) -> Result<Option<Trays>, TeachError> {
        let bytes = match read_file(&self.folder.join(LIST), MOST_LIST_BYTES) {
            Ok(bytes) => bytes,
            Err(FileError::Missing | FileError::NotHere) => return Ok(None),
            Err(error) => return Err(bad(&error)),
        };
        let damaged = |_| TeachError::Store { cause: "their list is damaged".to_owned() };
        let Version { version } = serde_json::from_slice(&bytes).map_err(damaged)?;
        if version > VERSION {
            return Err(TeachError::LaterVersion { found: version, known: VERSION });
        }
        let list: List = serde_json::from_slice(&bytes).map_err(damaged)?;
        let mut trays = Trays::default();
        for listed in list.trays {
            let Some(number) = trays.add_tray(&listed.name) else { break };
            for photo in listed.photos.into_iter().take(MOST_PHOTOS).filter(|photo| is_id(&photo.id)) {
                if let Some(photo) = self.photo(photo, weights) {
                    trays.add(number, photo);
                }
            }
        }
        Ok(Some(trays))
    }

    fn photo(&self, listed: ListedPhoto, weights: &str) -> Option<TrayPhoto> {
        let copy = read_file(&self.copy(&listed.id), MOST_BYTES).ok()?;
        let photo = TrayPhoto::of_copy(listed.id, listed.name, copy.into()).ok()?;
        let kept = read_file(&self.averages(&photo.id, weights), MOST_BYTES).ok();
        let features = kept.and_then(|bytes| Features::of_bytes(&bytes));
        let features = features.map(|features| Known { weights: weights.to_owned(), features: Arc::new(features) });
        Some(TrayPhoto { features, ..photo })
    }

    /// Keeps the trays as they are now: what is new is written, what no tray has any more is removed.
    ///
    /// # Errors
    /// [`TeachError::LaterVersion`], [`TeachError::Store`].
    pub fn save(&self, trays: &Trays) -> Result<(), TeachError> {
        self.check_version()?;
        trees::make_folder(&self.folder).map_err(|error| TeachError::Store { cause: error.to_string() })?;
        let mut wanted = BTreeSet::from([PathBuf::from(LIST)]);
        let mut put = |path: PathBuf, bytes: &dyn Fn() -> Vec<u8>| {
            let is_new = !crate::platform::files::is_file(&path);
            wanted.extend(path.file_name().map(PathBuf::from));
            if is_new { write_file(&path, &bytes()).map_err(|error| bad(&error)) } else { Ok(()) }
        };
        for photo in trays.all.iter().flat_map(|tray| &tray.photos) {
            put(self.copy(&photo.id), &|| photo.copy.to_vec())?;
            if let Some(known) = &photo.features {
                put(self.averages(&photo.id, &known.weights), &|| known.features.to_bytes())?;
            }
        }
        let listed = |photo: &Arc<TrayPhoto>| ListedPhoto { id: photo.id.clone(), name: photo.name.clone() };
        let trays = trays.all.iter();
        let trays =
            trays.map(|tray| Listed { name: tray.name.clone(), photos: tray.photos.iter().map(listed).collect() });
        let list = List { version: VERSION, trays: trays.collect() };
        let bytes = serde_json::to_vec(&list).expect("texts can be put in JSON");
        write_file(&self.folder.join(LIST), &bytes).map_err(|error| bad(&error))?;
        for entry in trees::entries(&self.folder).into_iter().flatten() {
            if matches!(entry.kind, Kind::File { .. }) && !wanted.contains(Path::new(&entry.name)) {
                // It does no harm where it is, and goes the next time.
                let _ = trees::remove_file(&entry.path);
            }
        }
        Ok(())
    }

    /// Removes photos, averages and the list.
    ///
    /// # Errors
    /// [`TeachError::Store`].
    pub fn forget(&self) -> Result<(), TeachError> {
        match trees::is_folder(&self.folder) {
            true => trees::remove_folder(&self.folder).map_err(|error| TeachError::Store { cause: error.to_string() }),
            false => Ok(()),
        }
    }

    fn check_version(&self) -> Result<(), TeachError> {
        let bytes = read_file(&self.folder.join(LIST), MOST_LIST_BYTES).unwrap_or_default();
        match serde_json::from_slice::<Version>(&bytes) {
            Ok(Version { version }) if version > VERSION => {
                Err(TeachError::LaterVersion { found: version, known: VERSION })
            }
            Ok(_) | Err(_) => Ok(()),
        }
    }

    fn copy(&self, id: &str) -> PathBuf {
        self.folder.join(format!("{id}.jpg"))
    }

    fn averages(&self, id: &str, weights: &str) -> PathBuf {
        let weights: String = weights.chars().filter(char::is_ascii_hexdigit).take(16).collect();
        self.folder.join(format!("{id}-{weights}.averages"))
    }
}

/// Whether a name is one of ours, which leads nowhere else.
fn is_id(id: &str) -> bool {
    id.len() == 32 && id.chars().all(|letter| letter.is_ascii_hexdigit())
}

fn bad(error: &FileError) -> TeachError {
    match error {
        FileError::Unwritable { cause } | FileError::Unreadable { cause } => TeachError::Store { cause: cause.clone() },
        other => TeachError::Store { cause: other.to_string().trim_end_matches('.').to_owned() },
    }
}
