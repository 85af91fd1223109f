//! Other coordinates for the weights, in which the loss is about as steep in every direction.
//!
//! Averages of photos rise and fall together, so that the loss is hundreds of times steeper in a few directions than in most, and
//! L-BFGS takes hundreds of steps.  Those directions are found by orthogonal iteration (Golub and Van Loan, Matrix Computations,
//! 8.2.4) and divided by the Cholesky factor of what the loss is about there.  Where the optimum lies does not depend on it.

use crate::model::kernels::{InstructionSet, rows};

/// Directions that are looked for.
const DIRECTIONS: usize = 48;
/// Rows for each direction: fewer rows are fitted before more directions are found.
const ROWS_EACH: usize = 24;
/// Rounds of the iteration: they need not be exact.
const ROUNDS: usize = 2;
/// About the mean of `p (1 - p)` over photos and classes: how much of the rows' covariance is in the loss.
const CONFIDENCE: f64 = 0.05;

/// Steep directions and their factor.
pub(super) struct Conditioner {
    /// Orthonormal, one after the other.
    directions: Vec<Vec<f64>>,
    /// Lower triangle of the Cholesky factor, row after row.
    factor: Vec<Vec<f64>>,
}

impl Conditioner {
    /// For rows of `width` numbers.  `covariance` multiplies some vectors, one after the other, with the covariance of the rows;
    /// `penalty` is what all directions have.
    pub fn new(width: usize, rows: usize, penalty: f64, covariance: impl Fn(&[f64]) -> Vec<f64>) -> Self {
        let count = DIRECTIONS.min(width / 4).min(rows / ROWS_EACH);
        // Any that are not at right angles to the steep ones; the same every time.
        let value = |index: usize| ((index as f64 + 1.0) * 12.9898).sin() * 43_758.545_3 % 1.0;
        let mut directions: Vec<Vec<f64>> =
            (0..count).map(|row| (0..width).map(|column| value(row * width + column)).collect()).collect();
        let times = |directions: &[Vec<f64>]| -> Vec<Vec<f64>> {
            covariance(&directions.concat()).chunks_exact(width.max(1)).map(<[f64]>::to_vec).collect()
        };
        if count > 0 {
            for _ in 0..ROUNDS {
                orthonormalise(&mut directions);
                directions = times(&directions);
            }
            orthonormalise(&mut directions);
        }
        let images = if count > 0 { times(&directions) } else { Vec::new() };
        let within = |row: usize, column: usize| dot(&directions[row], &images[column]);
        let least = (0..count).map(|index| within(index, index)).fold(f64::INFINITY, f64::min);
        let elsewhere = penalty + CONFIDENCE * least;
        let steepness = |row: usize, column: usize| {
            let own = if row == column { penalty } else { 0.0 };
            (CONFIDENCE * within(row, column) + own) / elsewhere
        };
        Self { factor: cholesky(count, steepness), directions }
    }

    /// From these coordinates to the weights of one class.
    pub fn weights(&self, coordinates: &mut [f64]) {
        self.change(coordinates, |along| {
            for row in (0..along.len()).rev() {
                let known: f64 = (row + 1..along.len()).map(|column| self.factor[column][row] * along[column]).sum();
                along[row] = (along[row] - known) / self.factor[row][row];
            }
        });
    }

    /// From weights of one class to these coordinates.
    pub fn coordinates(&self, weights: &mut [f64]) {
        self.change(weights, |along| {
            for row in 0..along.len() {
                along[row] = (row..along.len()).map(|column| self.factor[column][row] * along[column]).sum();
            }
        });
    }

    /// From the gradient of the weights to that of these coordinates.
    pub fn gradient(&self, gradient: &mut [f64]) {
        self.change(gradient, |along| {
            for row in 0..along.len() {
                let known: f64 = (0..row).map(|column| self.factor[row][column] * along[column]).sum();
                along[row] = (along[row] - known) / self.factor[row][row];
            }
        });
    }

    /// Changes what of a vector lies along the directions.
    fn change(&self, vector: &mut [f64], change: impl Fn(&mut [f64])) {
        let before: Vec<f64> = self.directions.iter().map(|direction| dot(direction, vector)).collect();
        let mut after = before.clone();
        change(&mut after);
        for ((direction, before), after) in self.directions.iter().zip(before).zip(after) {
            rows::add_scaled(InstructionSet::best(), vector, after - before, direction);
        }
    }
}

/// Gram and Schmidt's, twice, so that rounding leaves nothing.
fn orthonormalise(vectors: &mut [Vec<f64>]) {
    for index in 0..vectors.len() {
        let (before, rest) = vectors.split_at_mut(index);
        let vector = &mut rest[0];
        for _ in 0..2 {
            for other in &*before {
                let share = dot(other, vector);
                rows::add_scaled(InstructionSet::best(), vector, -share, other);
            }
        }
        // Nothing is left where the rows have fewer directions: it then stays 0, and changes nothing.
        let length = dot(vector, vector).sqrt();
        let scale = if length > f64::EPSILON { 1.0 / length } else { 0.0 };
        vector.iter_mut().for_each(|value| *value *= scale);
    }
}

/// The lower triangle whose square is the matrix.
fn cholesky(count: usize, matrix: impl Fn(usize, usize) -> f64) -> Vec<Vec<f64>> {
    let mut rows: Vec<Vec<f64>> = Vec::with_capacity(count);
    for row in 0..count {
        let mut next: Vec<f64> = Vec::with_capacity(row + 1);
        for column in 0..row {
            let known = dot(&next, &rows[column][..column]);
            next.push((matrix(row, column) - known) / rows[column][column]);
        }
        let rest = matrix(row, row) - dot(&next, &next);
        next.push(rest.max(f64::EPSILON).sqrt());
        rows.push(next);
    }
    rows
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    rows::dot(InstructionSet::best(), a, b)
}
