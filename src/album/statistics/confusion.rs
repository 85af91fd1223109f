//! True label against answer.

use std::collections::{BTreeMap, BTreeSet};

use crate::album::{Album, Photo, Truth};
use crate::spec::Head;

/// A row of the matrix: the photos of one class, or of one folder that these weights do not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The class, or the folder's name.
    pub label: String,
    /// The class; `None` for a folder that these weights do not know.
    pub class: Option<usize>,
    /// Photos answered with each of [`Confusion::columns`].
    pub counts: Vec<usize>,
}

/// True label against answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confusion {
    /// Classes that are true of a photo or an answer to one, unknown ones too, in the network's order.
    pub columns: Vec<usize>,
    /// Known classes in the network's order.
    pub known: Vec<Row>,
    /// Folders that these weights do not know, in the order of their names.
    pub unknown: Vec<Row>,
}

/// A true class and a wrong answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// True class.
    pub class: usize,
    /// Answer.
    pub answer: usize,
    /// How many photos.
    pub count: usize,
}

/// Counts a head's answers; `None` for a head the network does not have, or before any photo ran.  Photos in no folder of the
/// album's are left out.
pub fn confusion(album: &Album, head: Head) -> Option<Confusion> {
    let mut columns = BTreeSet::new();
    let mut known: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    let mut unknown: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    let mut is_there = false;
    for (_, photo) in album.ran() {
        let Some(answer) = photo.answer(head) else { continue };
        is_there = true;
        let answer = answer.best().class;
        let counts = match (&photo.truth, photo.label) {
            (Truth::Known(class), _) => {
                columns.insert(*class);
                known.entry(*class).or_default()
            }
            (Truth::Unknown, Some(label)) => unknown.entry(label).or_default(),
            (Truth::Unknown, None) | (Truth::None, _) => continue,
        };
        columns.insert(answer);
        *counts.entry(answer).or_default() += 1;
    }
    let columns: Vec<usize> = columns.into_iter().collect();
    let row = |label: &str, class, counts: BTreeMap<usize, usize>| Row {
        label: label.to_owned(),
        class,
        counts: columns.iter().map(|answer| counts.get(answer).copied().unwrap_or(0)).collect(),
    };
    let known = known.into_iter().map(|(class, counts)| row(&album.classes[class], Some(class), counts)).collect();
    let unknown = unknown.into_iter().map(|(label, counts)| row(&album.labels[label], None, counts)).collect();
    is_there.then_some(Confusion { known, unknown, columns })
}

impl Row {
    /// Photos in the row.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Whether a photo is counted in it.
    fn has(&self, album: &Album, photo: &Photo) -> bool {
        match self.class {
            Some(class) => photo.truth == Truth::Known(class),
            None => photo.truth == Truth::Unknown && album.label(photo) == Some(&*self.label),
        }
    }
}

impl Confusion {
    /// How often a known class was answered with another one.
    pub fn count(&self, class: usize, answer: usize) -> usize {
        let column = self.columns.binary_search(&answer);
        let row = self.known.iter().find(|row| row.class == Some(class));
        row.zip(column.ok()).map_or(0, |(row, column)| row.counts[column])
    }

    /// Wrong answers to known photos, most frequent first, equal ones in the network's order.
    pub fn most_confused(&self) -> Vec<Pair> {
        let pairs = self.known.iter().flat_map(|row| {
            let class = row.class.unwrap_or(usize::MAX);
            let cells = self.columns.iter().zip(&row.counts);
            cells.map(move |(&answer, &count)| Pair { class, answer, count })
        });
        let mut pairs: Vec<Pair> = pairs.filter(|pair| pair.count > 0 && pair.class != pair.answer).collect();
        pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.count), pair.class, pair.answer));
        pairs
    }

    /// Positions in the album of the photos in a cell.
    pub fn photos(&self, album: &Album, head: Head, row: &Row, answer: usize) -> Vec<usize> {
        let is_in = |photo: &Photo| {
            row.has(album, photo) && photo.answer(head).is_some_and(|found| found.best().class == answer)
        };
        album.ran().filter(|(_, photo)| is_in(photo)).map(|(index, _)| index).collect()
    }
}
