//! What an index knows at a moment, and how that comes from the store and from runs.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::answers::answer;
use super::error::AlbumError;
use super::listing::File;
use super::photo::{Photo, State as PhotoState};
use super::record::Record;
use super::segment::{BadSegment, Entry, Segment};
use super::shared::Shared;
use super::snapshot::{Album, Note};
use super::store;
use super::strongest::Strongest;
use crate::engine::UserError;

/// Where a segment's bytes are.
#[derive(Clone, Debug)]
pub(super) enum Home {
    /// In a file of the store.
    File(String),
    /// Nowhere else.
    Memory(Arc<[u8]>),
}

/// A segment and its bytes.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub segment: Segment,
    pub home: Home,
}

/// Where a photo's record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// In a segment, at that row.
    Segment(usize, usize),
    /// Not in a segment yet: at that place of [`State::pending`].
    Pending(usize),
    /// In another instance of the program.
    Elsewhere,
}

/// What is known.
#[derive(Default)]
pub(super) struct State {
    pub photos: Vec<Arc<Photo>>,
    pub spots: Vec<Option<Spot>>,
    pub segments: Vec<Arc<Kept>>,
    pub pending: Vec<(usize, Arc<Record>)>,
    pub strongest: Strongest,
    pub notes: Vec<Note>,
    /// Files of segments that are damaged.
    pub damaged: Vec<String>,
    /// Whether a file of the store is to be written anew, or removed.
    pub is_to_be_mended: bool,
    snapshot: Option<Album>,
    /// Photos of which another instance of the program has not been told; `None` where nobody is to be told.
    news: Option<Vec<usize>>,
}

impl State {
    /// What the store knows of the photos.
    pub fn load(shared: &Shared, listed: &[Note]) -> Result<Self, AlbumError> {
        let mut state = Self {
            photos: shared.waiting.clone(),
            spots: vec![None; shared.files.len()],
            notes: listed.to_vec(),
            ..Self::default()
        };
        let Some(store) = &shared.store else { return Ok(state) };
        let found = store.look()?;
        let photos: HashMap<&str, usize> =
            shared.files.iter().enumerate().map(|(index, file)| (file.path.as_str(), index)).collect();
        for name in found.segments {
            let segment = store.read(&name).ok().map(|bytes| {
                let segment = Segment::read(&bytes, &shared.layers, shared.logits());
                (segment, bytes)
            });
            match segment {
                Some((Ok(segment), bytes)) => state.take(shared, &photos, segment, &bytes, Home::File(name)),
                Some((Err(BadSegment::Later(version)), _)) => return Err(store::later(version)),
                Some((Err(BadSegment::Damaged), _)) | None => state.damaged.push(name),
            }
        }
        state.is_to_be_mended = found.is_damaged || !state.damaged.is_empty();
        if !state.damaged.is_empty() {
            state.note(Note::Damaged);
        }
        Ok(state)
    }

    /// Takes in the records of a segment that are of the photos as they are now and not yet known.
    fn take(&mut self, shared: &Shared, photos: &HashMap<&str, usize>, segment: Segment, bytes: &[u8], home: Home) {
        let index = self.segments.len();
        for (row, record) in segment.records(bytes).iter().enumerate() {
            let entry = &segment.entries[row];
            let photo = photos.get(entry.path.as_str()).copied().filter(|&photo| is_of(entry, &shared.files[photo]));
            if let Some(photo) = photo.filter(|&photo| self.spots[photo].is_none()) {
                self.know(shared, photo, record, Spot::Segment(index, row));
            }
        }
        self.segments.push(Arc::new(Kept { segment, home }));
    }

    /// Takes in the record of a photo.
    pub fn know(&mut self, shared: &Shared, photo: usize, record: &Record, spot: Spot) {
        self.strongest.add_record(photo, record);
        let answers = shared.scores(&record.logits);
        let known = self.photos[photo].known();
        let answers = answers.iter().map(|scores| answer(scores, known)).collect();
        self.spots[photo] = Some(spot);
        self.set(photo, PhotoState::Ran(answers));
    }

    /// Takes in what has just run.
    pub fn ran(&mut self, shared: &Shared, photo: usize, record: Record) {
        if self.spots[photo].is_none() {
            self.know(shared, photo, &record, Spot::Pending(self.pending.len()));
            self.pending.push((photo, Arc::new(record)));
        }
    }

    /// A photo cannot be read.
    pub fn failed(&mut self, photo: usize, error: UserError) {
        self.set(photo, PhotoState::Unreadable(error));
    }

    fn set(&mut self, photo: usize, state: PhotoState) {
        let before = &self.photos[photo];
        let (path, truth) = (before.path.clone(), before.truth.clone());
        self.photos[photo] = Arc::new(Photo { path, label: before.label, truth, state });
        self.snapshot = None;
        if let Some(news) = &mut self.news {
            news.push(photo);
        }
    }

    /// From now on another instance is told of every photo; of those that are known already too.
    pub fn begin_news(&mut self) {
        let is_known = |photo: &usize| !matches!(self.photos[*photo].state, PhotoState::Waiting);
        self.news = Some((0..self.photos.len()).filter(is_known).collect());
    }

    /// Goes on telling where a state before this one did.
    pub fn keep_news(&mut self, before: &Self) {
        self.news.clone_from(&before.news);
    }

    /// Photos of which the other instance has not been told.
    pub fn take_news(&mut self) -> Vec<usize> {
        self.news.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// The records that wait for a segment have one.
    pub fn settle(&mut self, segment: Segment, home: Home) {
        let index = self.segments.len();
        for (row, (photo, _)) in self.pending.drain(..).enumerate() {
            self.spots[photo] = Some(Spot::Segment(index, row));
        }
        self.segments.push(Arc::new(Kept { segment, home }));
    }

    /// A segment's bytes are elsewhere now.
    pub fn move_to(&mut self, index: usize, home: Home) {
        let segment = self.segments[index].segment.clone();
        self.segments[index] = Arc::new(Kept { segment, home });
    }

    /// Takes these segments without the `old` ones, and where records are in them all.
    pub fn replace_segments(&mut self, segments: Vec<Arc<Kept>>, spots: Vec<Option<Spot>>, old: &HashSet<usize>) {
        let mut places = Vec::with_capacity(segments.len());
        self.segments.clear();
        for (index, segment) in segments.into_iter().enumerate() {
            places.push(self.segments.len());
            if !old.contains(&index) {
                self.segments.push(segment);
            }
        }
        self.spots = spots;
        for spot in self.spots.iter_mut().flatten() {
            if let Spot::Segment(index, _) = spot {
                *index = places[*index];
            }
        }
    }

    /// Something to tell, once.
    pub fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
            self.snapshot = None;
        }
    }

    /// Takes back what is no longer so.
    pub fn unnote(&mut self, is_over: impl Fn(&Note) -> bool) {
        self.notes.retain(|note| !is_over(note));
        self.snapshot = None;
    }

    /// Photos that have not run.
    pub fn waiting(&self) -> Vec<usize> {
        let photos = self.photos.iter().enumerate();
        photos.filter(|(_, photo)| matches!(photo.state, PhotoState::Waiting)).map(|(index, _)| index).collect()
    }

    /// Files of segments, in order.
    pub fn files(&self) -> Vec<String> {
        let names = self.segments.iter().filter_map(|kept| match &kept.home {
            Home::File(name) => Some(name),
            Home::Memory(_) => None,
        });
        let mut names: Vec<String> = names.chain(&self.damaged).cloned().collect();
        names.sort();
        names
    }

    /// Bytes that are in memory alone.
    pub fn memory_bytes(&self) -> usize {
        let segments = self.segments.iter().map(|kept| match &kept.home {
            Home::File(_) => 0,
            Home::Memory(bytes) => bytes.len(),
        });
        segments.sum()
    }

    /// Records that are in memory alone, with their photos.
    pub fn unsaved(&self) -> Vec<(usize, Record)> {
        let mut unsaved: Vec<(usize, Record)> =
            self.pending.iter().map(|(photo, record)| (*photo, Record::clone(record))).collect();
        for (photo, spot) in self.spots.iter().enumerate() {
            if let Some(Spot::Segment(index, row)) = *spot
                && let Kept { segment, home: Home::Memory(bytes) } = &*self.segments[index]
            {
                unsaved.extend(segment.records(bytes).into_iter().nth(row).map(|record| (photo, record)));
            }
        }
        unsaved
    }

    /// The album as it is now.
    pub fn album(&mut self, shared: &Shared) -> Album {
        static NEXT_ID: AtomicU64 = AtomicU64::new(1);
        let new = || Album {
            id: NEXT_ID.fetch_add(1, Ordering::Relaxed),
            place: shared.place.clone(),
            weights_sha256: shared.network.sha256.clone(),
            classes: Arc::clone(&shared.network.labels),
            labels: Arc::clone(&shared.labels),
            photos: self.photos.clone().into(),
            notes: self.notes.clone().into(),
        };
        self.snapshot.get_or_insert_with(new).clone()
    }
}

fn is_of(entry: &Entry, file: &File) -> bool {
    (&entry.path, entry.size, entry.modified_ns) == (&file.path, file.size, file.modified_ns)
}
