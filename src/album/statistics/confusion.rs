//! True label against answer.

use crate::album::Album;
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
    /// Classes that are true of a photo or an answer to one, in the network's order.
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

/// Counts a head's answers; `None` for a head the network does not have, or before any photo ran.
pub fn confusion(_album: &Album, _head: Head) -> Option<Confusion> {
    todo!()
}

impl Row {
    /// Photos in the row.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}

impl Confusion {
    /// Wrong answers to known photos, most frequent first, equal ones in the network's order.
    pub fn most_confused(&self) -> Vec<Pair> {
        todo!()
    }

    /// Positions in the album of the photos in a cell.
    pub fn photos(&self, _album: &Album, _head: Head, _row: &Row, _answer: usize) -> Vec<usize> {
        todo!()
    }
}
