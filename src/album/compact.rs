//! A store without what is no longer wanted, in few files.

use std::collections::HashSet;
use std::sync::Arc;

use super::index::Index;
use super::record::Record;
use super::run::entry;
use super::segment::{self, Segment};
use super::state::{Home, Kept, Spot};
use super::store::Store;

/// So many segments that are less than half full may stay.
const MOST_SMALL: usize = 8;

/// Rewrites the segments that are worth it: with records of photos that changed or are gone, or with few records where many have
/// few.  Whatever fails on the way, the old ones stay.
pub(super) fn compact(index: &Index, store: &Store) {
    let state = index.state();
    let (spots, segments, files) = (state.spots.clone(), state.segments.clone(), state.files());
    drop(state);
    let mut live = vec![Vec::new(); segments.len()];
    for (photo, spot) in spots.iter().enumerate() {
        if let Some(Spot::Segment(segment, row)) = *spot {
            live[segment].push((photo, row));
        }
    }
    let is_small = |segment: &usize| live[*segment].len() < segment::PHOTOS / 2;
    let has_dead = |segment: &usize| live[*segment].len() < segments[*segment].segment.entries.len();
    let is_worth = (0..live.len()).filter(is_small).count() > MOST_SMALL;
    let old = (0..live.len()).filter(|segment| has_dead(segment) || (is_worth && is_small(segment)));
    let old: Vec<usize> = old.collect();
    let mut rewrite = Rewrite { index, store, spots, segments, files, records: Vec::new() };
    if !old.is_empty() && rewrite.all(&old, &live).is_some() {
        rewrite.finish(&old);
    }
}

struct Rewrite<'a> {
    index: &'a Index,
    store: &'a Store,
    spots: Vec<Option<Spot>>,
    segments: Vec<Arc<Kept>>,
    /// Names of segments, those that go among them.
    files: Vec<String>,
    /// What waits for a new segment.
    records: Vec<(usize, Record)>,
}

impl Rewrite<'_> {
    /// Writes the live records of the `old` segments into new ones; `None` where something cannot be read or written.
    fn all(&mut self, old: &[usize], live: &[Vec<(usize, usize)>]) -> Option<()> {
        for &segment in old {
            let kept = Arc::clone(&self.segments[segment]);
            let bytes = match &kept.home {
                Home::File(name) => self.store.read(name).ok()?,
                Home::Memory(_) => return None,
            };
            let mut all: Vec<Option<Record>> = kept.segment.records(&bytes).into_iter().map(Some).collect();
            let records = live[segment].iter().filter_map(|&(photo, row)| Some((photo, all[row].take()?)));
            self.records.extend(records);
            while self.records.len() >= segment::PHOTOS {
                self.write()?;
            }
        }
        if self.records.is_empty() { Some(()) } else { self.write() }
    }

    /// Writes the first records that wait.
    fn write(&mut self) -> Option<()> {
        let rest = self.records.split_off(self.records.len().min(segment::PHOTOS));
        let records = std::mem::replace(&mut self.records, rest);
        let shared = &self.index.shared;
        let entries: Vec<_> = records.iter().map(|(photo, record)| (entry(shared, *photo, record), record)).collect();
        let bytes = segment::encode(&shared.layers, &entries);
        let segment = Segment::read(&bytes, &shared.layers, shared.logits()).ok()?;
        let name = self.store.write(self.files.last().map(String::as_str), &bytes).ok()?;
        for (row, (photo, _)) in records.iter().enumerate() {
            self.spots[*photo] = Some(Spot::Segment(self.segments.len(), row));
        }
        self.files.push(name.clone());
        self.segments.push(Arc::new(Kept { segment, home: Home::File(name) }));
        Some(())
    }

    /// The new segments take the place of the old ones.
    fn finish(self, old: &[usize]) {
        let names = old.iter().filter_map(|&segment| match &self.segments[segment].home {
            Home::File(name) => Some(name.clone()),
            Home::Memory(_) => None,
        });
        let names: Vec<String> = names.collect();
        let old: HashSet<usize> = old.iter().copied().collect();
        self.index.state().replace_segments(self.segments, self.spots, &old);
        for name in names {
            // One that stays has records of photos that are known already; it goes the next time.
            let _ = self.store.remove(&name);
        }
    }
}
