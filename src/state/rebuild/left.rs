//! What of the photo is left at a layer, and what a reduction throws away, by the correlations of the rebuilt pictures.

use crate::engine::Rebuilt;
use crate::visualize::rebuild::{FADED, KEPT, PhotoPart};

/// A correlation that falls by less than this has not fallen.
const FALL: f64 = 0.05;

/// Parts of the photo by how much of them came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Still there.
    pub kept: Vec<PhotoPart>,
    /// There, but faint.
    pub faded: Vec<PhotoPart>,
    /// Gone.
    pub lost: Vec<PhotoPart>,
}

impl Left {
    /// By the correlations; `None` before they were measured.
    pub fn of(rebuilt: &Rebuilt) -> Option<Self> {
        let mut left = Self::default();
        for (part, correlation) in PhotoPart::ALL.into_iter().zip(rebuilt.correlations?) {
            match correlation {
                None => {}
                Some(correlation) if correlation >= KEPT => left.kept.push(part),
                Some(correlation) if correlation >= FADED => left.faded.push(part),
                Some(_) => left.lost.push(part),
            }
        }
        Some(left)
    }
}

/// What a reduction throws away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loss {
    /// The part whose correlation falls most, before and after.
    pub lost: (PhotoPart, f64, f64),
    /// The part whose correlation falls least.
    pub kept: PhotoPart,
    /// Relative errors of what the reduction reads, of both pictures.
    pub errors: [f32; 2],
}

impl Loss {
    /// Whether any correlation falls so far that it can be said.
    pub fn is_felt(&self) -> bool {
        let (_, before, after) = self.lost;
        before - after >= FALL
    }
}

/// Between the picture rebuilt `before` the reduction and the one `after` it; `None` until both are done, and for a photo that has
/// none of the parts.
pub fn loss(before: &Rebuilt, after: &Rebuilt) -> Option<Loss> {
    if !before.is_finished || !after.is_finished {
        return None;
    }
    let pairs = PhotoPart::ALL.into_iter().zip(before.correlations?.into_iter().zip(after.correlations?));
    let falls = pairs.filter_map(|(part, (before, after))| Some((part, before?, after?)));
    let mut falls: Vec<_> = falls.collect();
    falls.sort_by(|one, other| (other.1 - other.2).total_cmp(&(one.1 - one.2)));
    let (lost, kept) = (*falls.first()?, falls.last()?.0);
    Some(Loss { lost, kept, errors: [before.error()?, after.read_error()?] })
}
