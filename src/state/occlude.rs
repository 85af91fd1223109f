//! What is known of the occlusion map.

use std::sync::Arc;

use crate::analysis::ClassEvidence;
use crate::engine::{Muted, Photo, Position};

/// What a patch over the photo costs a class, as far as it is known: a map of [`GRID`](crate::engine::GRID) by `GRID` cells.
#[derive(Clone)]
pub struct Occlusion {
    /// Unlike that of any other map.
    pub id: u64,
    /// The class it is about.
    pub class: usize,
    /// Side of the patch, pixels of the input.
    pub patch_px: usize,
    /// The picture below the patch.
    pub photo: Arc<Photo>,
    /// Channels that were muted meanwhile.
    pub muted: Muted,
    /// What the network says without the patch.
    pub base: Position,
    /// What it says with the patch over a cell, row by row; `None` until it ran.
    pub positions: Vec<Option<Position>>,
    /// The class evidence of the same run, to compare with.
    pub evidence: Option<Arc<ClassEvidence>>,
    /// Whether more is on its way.
    pub is_running: bool,
}

impl Occlusion {
    /// Cells that are known.
    pub fn done(&self) -> usize {
        self.positions.iter().flatten().count()
    }

    /// How far the probability of the class falls (above 0) or rises (below 0) with the patch over a cell.
    pub fn probability_drop(&self, cell: usize) -> Option<f32> {
        let position = self.positions.get(cell)?.as_ref()?;
        Some(self.base.probability - position.probability)
    }

    /// The same for the logit.
    pub fn logit_drop(&self, cell: usize) -> Option<f32> {
        let position = self.positions.get(cell)?.as_ref()?;
        Some(self.base.logit - position.logit)
    }

    /// The cell whose patch costs the class most probability, so far; the first of equals.
    pub fn strongest(&self) -> Option<usize> {
        let known = |cell: &usize| self.probability_drop(*cell).is_some();
        (0..self.positions.len())
            .filter(known)
            .reduce(|best, cell| if self.probability_drop(cell) > self.probability_drop(best) { cell } else { best })
    }

    /// How long the rest takes at the mean pace of what is done, seconds; `None` before the first place.
    pub fn seconds_left(&self) -> Option<f64> {
        let known = self.positions.iter().flatten();
        let spent_ms: f64 = known.map(|position| position.duration_ms).sum();
        let done = self.done();
        (done > 0).then(|| spent_ms / done as f64 * (self.positions.len() - done) as f64 / 1000.0)
    }
}
