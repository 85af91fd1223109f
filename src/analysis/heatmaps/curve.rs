//! Deletion and insertion: does the network lose the class when the strongest places go, and find it when they come (Petsiuk et
//! al. 2018, arXiv 1806.07421)?
//!
//! 7 x 7 cells, strongest first, change between the photo and its blur; chance is eight random orders.

use std::collections::HashSet;

use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;

use super::error::HeatmapError;
use super::map::Map;
use super::question::Question;
use super::subject::Subject;
use crate::model::Planes;

/// Cells along a side that change at once.
pub const CURVE_SIDE: usize = 7;

/// Which way it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From the photo to its blur: should fall at once.
    Deletion,
    /// From the blur to the photo: should rise at once.
    Insertion,
}

/// How much the head believes while cells change.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Curve {
    /// [`Question::belief`], before the first cell changes, then after each one: 50 numbers, 0 to 1.
    pub beliefs: Vec<f64>,
}

impl Curve {
    /// The area below, 0 to 1, its corners joined by straight lines.
    pub fn area(&self) -> f64 {
        let steps = self.beliefs.len().saturating_sub(1).max(1);
        self.beliefs.windows(2).map(|pair| (pair[0] + pair[1]) / 2.0).sum::<f64>() / steps as f64
    }

    /// The same cells in the opposite order, in the other direction.
    #[must_use]
    pub fn backwards(&self) -> Self {
        Self { beliefs: self.beliefs.iter().rev().copied().collect() }
    }
}

/// The cells, what speaks most for the class first; equals in reading order.
pub fn order(map: &Map) -> Vec<usize> {
    let cells = map.cells(CURVE_SIDE, f64::from);
    let mut order: Vec<usize> = (0..cells.len()).collect();
    order.sort_by(|&a, &b| cells[b].total_cmp(&cells[a]));
    order
}

/// The cells in a random order.
pub fn random_order(seed: u64, index: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..CURVE_SIDE * CURVE_SIDE).collect();
    order.shuffle(&mut StdRng::seed_from_u64(seed.wrapping_add(index as u64)));
    order
}

/// A curve being drawn, one pass a point.
#[derive(Clone, Debug)]
pub struct Drawing {
    question: Question,
    needed: HashSet<String>,
    direction: Direction,
    order: Vec<usize>,
    /// Cells that change from point to point.
    at_once: usize,
    beliefs: Vec<f64>,
}

impl Drawing {
    /// Nothing is run yet; `order` are cells of 7 x 7, row by row.
    ///
    /// # Errors
    /// The network has no such head or class.
    pub fn new(
        subject: &Subject,
        question: Question,
        direction: Direction,
        order: Vec<usize>,
    ) -> Result<Self, HeatmapError> {
        question.check(&subject.model)?;
        let needed = subject.model.needs(&question.objective())?;
        Ok(Self { question, needed, direction, order, at_once: 1, beliefs: Vec::new() })
    }

    /// The same with so many cells that change at once, in place of one.
    #[must_use]
    pub fn in_steps_of(self, at_once: usize) -> Self {
        Self { at_once: at_once.max(1), ..self }
    }

    /// Points done, and how many there will be.
    pub fn progress(&self) -> (usize, usize) {
        (self.beliefs.len(), self.order.len().div_ceil(self.at_once) + 1)
    }

    /// One point more; `blurred` is the input without its details.  The curve, once that was the last.
    ///
    /// # Errors
    /// [`crate::model::ModelError::Cancelled`]: nothing is lost, the point can be done again; other errors of the network.
    pub fn advance(
        &mut self,
        subject: &Subject,
        blurred: &Planes,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Option<Curve>, HeatmapError> {
        let changed = &self.order[..(self.beliefs.len() * self.at_once).min(self.order.len())];
        let (from, to) = match self.direction {
            Direction::Deletion => (&subject.input, blurred),
            Direction::Insertion => (blurred, &subject.input),
        };
        let values = mixed(from, to, changed);
        let trace = subject.run(&subject.model, &values, &self.needed, cancelled)?;
        self.beliefs.push(self.question.belief(&trace)?);
        let (done, total) = self.progress();
        Ok((done == total).then(|| Curve { beliefs: self.beliefs.clone() }))
    }
}

/// `from` with these cells of `to`.
fn mixed(from: &Planes, to: &Planes, cells: &[usize]) -> Vec<f32> {
    let mut values = from.values.clone();
    let Planes { height, width, .. } = *from;
    let pixels = |cell: usize, length: usize| cell * length / CURVE_SIDE..(cell + 1) * length / CURVE_SIDE;
    for (plane, other) in values.chunks_exact_mut(from.area()).zip(to.values.chunks_exact(to.area())) {
        for &cell in cells {
            let columns = pixels(cell % CURVE_SIDE, width);
            for row in pixels(cell / CURVE_SIDE, height) {
                let line = row * width + columns.start..row * width + columns.end;
                plane[line.clone()].copy_from_slice(&other[line]);
            }
        }
    }
    values
}
