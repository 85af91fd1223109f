//! Is the network right as often as it is sure (Guo et al. 2017, arXiv 1706.04599)?

use crate::album::Album;
pub use crate::analysis::temperature::BINS;
use crate::analysis::temperature::bin_of;
use crate::spec::Head;

/// Over which photos.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Those of known classes.
    Known,
    /// All that have run; an answer to an unknown thing is not right.
    All,
}

/// Photos whose answer has a probability in the same fifteenth.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bin {
    /// Positions in the album.
    pub photos: Vec<usize>,
    /// Mean probability of the answers, 0 to 1; 0 for an empty bin.
    pub probability: f64,
    /// Share right, 0 to 1; 0 for an empty bin.
    pub right: f64,
}

/// A reliability diagram.
#[derive(Clone, Debug, PartialEq)]
pub struct Reliability {
    /// [`BINS`] of them, from improbable to certain.
    pub bins: Vec<Bin>,
    /// Expected calibration error, 0 to 1: |share right - mean probability| of each bin, weighted by its photos.  `None` without photos.
    pub ece: Option<f64>,
}

/// Counts a head's answers by their probability.
pub fn reliability(album: &Album, head: Head, over: Over) -> Reliability {
    let mut bins = vec![Bin::default(); BINS];
    let mut total = 0;
    for (index, photo) in album.ran() {
        let Some(answer) = photo.answer(head) else { continue };
        let is_right = match (answer.is_right(), over) {
            (Some(is_right), _) => is_right,
            (None, Over::All) => false,
            (None, Over::Known) => continue,
        };
        let probability = f64::from(answer.best().probability);
        let bin = &mut bins[bin_of(probability)];
        bin.photos.push(index);
        // Sums, until all are there.
        bin.probability += probability;
        bin.right += f64::from(u8::from(is_right));
        total += 1;
    }
    for bin in &mut bins {
        let count = bin.photos.len().max(1) as f64;
        bin.probability /= count;
        bin.right /= count;
    }
    let gap = |bin: &Bin| bin.photos.len() as f64 * (bin.right - bin.probability).abs();
    let ece = (total > 0).then(|| bins.iter().map(gap).sum::<f64>() / f64::from(total));
    Reliability { bins, ece }
}
