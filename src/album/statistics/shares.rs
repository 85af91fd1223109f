//! How often heads are right, and each class is.

use super::confusion::Confusion;
use crate::album::Album;
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
pub fn head_shares(_album: &Album) -> Vec<HeadShares> {
    todo!()
}

/// One entry for each of [`Confusion::columns`].
pub fn class_shares(_confusion: &Confusion) -> Vec<ClassShares> {
    todo!()
}
