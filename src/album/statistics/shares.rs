//! How often heads are right, and each class is.

use super::confusion::{Confusion, Row};
use crate::album::{Album, Answer};
use crate::spec::Head;

/// How often a head is right about known photos.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeadShares {
    /// Which head.
    pub head: Head,
    /// Known photos.
    pub known: usize,
    /// Of these, with the true class as the answer.
    pub top1: usize,
    /// Of these, with the true class among the five most probable.
    pub top5: usize,
}

/// Precision, recall and F1 of a class over known photos; `None` where it would be 0 divided by 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClassShares {
    /// The class.
    pub class: usize,
    /// Known photos of it.
    pub photos: usize,
    /// Known photos answered with it.
    pub answered: usize,
    /// Of these, rightly.
    pub right: usize,
    /// Right of those answered with it, 0 to 1.
    pub precision: Option<f64>,
    /// Right of those that show it, 0 to 1.
    pub recall: Option<f64>,
    /// Harmonic mean of both, 2 right / (photos + answered).
    pub f1: Option<f64>,
}

/// aux1, aux2 (where the network has them), main.
pub fn head_shares(album: &Album) -> Vec<HeadShares> {
    let shares = Head::ALL.into_iter().map(|head| {
        let answers: Vec<&Answer> = album.ran().filter_map(|(_, photo)| photo.answer(head)).collect();
        let ranks: Vec<usize> = answers.iter().filter_map(|answer| answer.truth).map(|truth| truth.rank).collect();
        let within = |place| ranks.iter().filter(|&&rank| rank <= place).count();
        let is_there = !answers.is_empty();
        is_there.then(|| HeadShares { head, known: ranks.len(), top1: within(1), top5: within(5) })
    });
    shares.flatten().collect()
}

/// One entry for each of [`Confusion::columns`].
pub fn class_shares(confusion: &Confusion) -> Vec<ClassShares> {
    let shares = confusion.columns.iter().enumerate().map(|(column, &class)| {
        let row = confusion.known.iter().find(|row| row.class == Some(class));
        let photos = row.map_or(0, Row::total);
        let right = row.map_or(0, |row| row.counts[column]);
        let answered = confusion.known.iter().map(|row| row.counts[column]).sum();
        let share = |part: usize, of: usize| (of > 0).then(|| part as f64 / of as f64);
        ClassShares {
            class,
            photos,
            answered,
            right,
            precision: share(right, answered),
            recall: share(right, photos),
            f1: share(2 * right, photos + answered),
        }
    });
    shares.collect()
}
