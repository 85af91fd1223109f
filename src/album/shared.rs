//! What never changes while an index is open, and what its threads do with a photo.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use super::answers::heads;
use super::error::AlbumError;
use super::label::{Names, compose};
use super::layers::{self, AlbumLayer};
use super::listing::{File, FilePlace};
use super::photo::{Photo, State, Truth};
use super::place::Place;
use super::record::Record;
use super::store::Store;
use crate::analysis::Scores;
use crate::engine::pipeline::read_photo;
use crate::engine::{LoadedNetwork, ModelError, UserError};
use crate::imaging::{MAX_FILE_BYTES, Prepared};
use crate::model::Run;
use crate::platform::files::read_file;
use crate::platform::trees::is_folder;
use crate::spec::Head;

/// What never changes while an index is open.
pub(super) struct Shared {
    pub place: Place,
    pub network: Arc<LoadedNetwork>,
    pub layers: Vec<AlbumLayer>,
    pub files: Vec<File>,
    pub labels: Arc<[String]>,
    /// The photos before anything is known of them.
    pub waiting: Vec<Arc<Photo>>,
    pub store: Option<Store>,
    heads: Vec<Head>,
}

/// Why a photo did not run.
pub(super) enum Failure {
    /// It is the photo's.
    Photo(UserError),
    /// The album's folder is no longer there.
    FolderGone,
}

impl From<ModelError> for Failure {
    fn from(error: ModelError) -> Self {
        Self::Photo(UserError::new(error))
    }
}

impl Shared {
    pub fn new(
        place: Place,
        network: Arc<LoadedNetwork>,
        files: Vec<File>,
        cache: Option<PathBuf>,
    ) -> Result<Self, AlbumError> {
        let names = Names::new(&network.labels);
        let mut known = HashMap::new();
        let mut find = |folder| *known.entry(folder).or_insert_with(|| names.find(folder));
        let folders: Vec<Option<(&str, Truth)>> = files.iter().map(|file| folder_of(&file.path, &mut find)).collect();
        let labels: BTreeSet<String> = folders.iter().flatten().map(|(name, _)| compose(name)).collect();
        let labels: Arc<[String]> = labels.into_iter().collect();
        let photo = |(file, folder): (&File, Option<(&str, Truth)>)| {
            let label = folder.as_ref().and_then(|(name, _)| labels.binary_search(&compose(name)).ok());
            let truth = folder.map_or(Truth::None, |(_, truth)| truth);
            Arc::new(Photo { path: file.path.clone(), label, truth, state: State::Waiting })
        };
        let waiting = files.iter().zip(folders).map(photo).collect();
        Ok(Self {
            waiting,
            layers: layers::of(&network.network),
            store: cache.map(|cache| Store::new(&cache, &place, &network)),
            heads: heads(network.aux),
            place,
            files,
            labels,
            network,
        })
    }

    /// Logits of a photo, all heads together.
    pub fn logits(&self) -> usize {
        self.heads.len() * self.network.labels.len()
    }

    /// What all heads say, of all logits.
    pub fn scores(&self, logits: &[f32]) -> Vec<Scores> {
        let heads = self.heads.iter().zip(logits.chunks_exact(self.network.labels.len()));
        heads.map(|(&head, logits)| Scores::new(head, logits.to_vec())).collect()
    }

    /// The bytes of a photo's file.
    pub fn bytes(&self, photo: usize) -> Result<Vec<u8>, UserError> {
        match &self.files[photo].place {
            FilePlace::BuiltIn(bytes) => Ok(bytes.to_vec()),
            FilePlace::Path(path) => read_file(path, MAX_FILE_BYTES).map_err(UserError::new),
        }
    }

    /// What the network sees of a photo.
    pub fn prepared(&self, photo: usize) -> Result<Prepared, UserError> {
        let picture = match &self.files[photo].place {
            FilePlace::BuiltIn(bytes) => read_photo(bytes),
            FilePlace::Path(_) => read_photo(&self.bytes(photo)?),
        };
        Ok(self.network.prepare_own(&picture.map_err(UserError::new)?.pixels))
    }

    /// Whether a number that is none would show in the means that are kept: in the layers themselves, their parts, and what pools
    /// take out of them.
    fn is_summed(&self, name: &str) -> bool {
        let network = &self.network.network;
        let index = network.index(name);
        index.is_some_and(|index| layers::kept(&self.layers, network, index).is_some())
    }

    /// Runs a photo.
    pub fn run(&self, photo: usize) -> Result<Record, Failure> {
        let prepared = self.prepared(photo).map_err(|error| match &self.place {
            Place::Folder(folder) if !is_folder(folder) => Failure::FolderGone,
            Place::Folder(_) | Place::BuiltIn => Failure::Photo(error),
        })?;
        let trace = self.network.trace(&prepared, Run::new())?;
        trace.check_finite_of(|name| !self.is_summed(name))?;
        let scores = Scores::of(&trace).map_err(ModelError::from)?;
        Ok(Record::new(&self.layers, &prepared, &trace, &scores)?)
    }
}

/// The folder that says what a photo shows: the innermost that names a class, else the one it lies in.
fn folder_of<'a>(path: &'a str, find: &mut impl FnMut(&'a str) -> Option<usize>) -> Option<(&'a str, Truth)> {
    let (folders, _) = path.rsplit_once('/')?;
    let mut names = folders.rsplit('/');
    let known = names.clone().find_map(|name| Some((name, Truth::Known(find(name)?))));
    known.or_else(|| Some((names.next()?, Truth::Unknown)))
}
