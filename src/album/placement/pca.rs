//! Principal components: the directions in which vectors spread most, by iterated multiplication with their covariance.

use rayon::prelude::*;

use super::{Layout, spread};
use crate::album::Means;
use crate::analysis::nearest::unit;

/// Directions that are followed together: more than two, so that the space of the first two settles soon.
const DIRECTIONS: usize = 8;

/// Multiplications.
const ROUNDS: usize = 24;

/// Times that every pair of directions is turned against one another: enough for so few.
const SWEEPS: usize = 12;

/// Rows that one thread sums up.
const CHUNK: usize = 64;

/// The two directions in which the photos' unit vectors spread most.
pub fn pca(vectors: &Means) -> Layout {
    let rows: Vec<usize> = (0..vectors.photos.len()).collect();
    Layout::new(vectors.photos.clone(), components(vectors, &rows))
}

/// The same for photos spread evenly, with their rows: where t-SNE begins.
pub(super) fn beginning(vectors: &Means) -> (Vec<usize>, Layout) {
    let rows = spread(vectors, super::MOST);
    let photos = rows.iter().map(|&row| vectors.photos[row]).collect();
    let layout = Layout::new(photos, components(vectors, &rows));
    (rows, layout)
}

/// First and second principal component of each of `rows`.
fn components(vectors: &Means, rows: &[usize]) -> Vec<[f32; 2]> {
    let dims = vectors.channels;
    let vector = |row: &usize| unit(vectors.row(*row));
    let sum = sums(rows, dims, |row, sum| add(sum, 1.0, &vector(row)));
    let mean: Vec<f32> = sum.iter().map(|sum| sum / rows.len().max(1) as f32).collect();
    let centred = |row: &usize| {
        let mut vector = vector(row);
        add(&mut vector, -1.0, &mean);
        vector
    };
    let mut directions: Vec<Vec<f32>> = (0..DIRECTIONS).map(|index| start(index, dims)).collect();
    orthogonalise(&mut directions);
    let multiplied = |directions: &[Vec<f32>]| -> Vec<Vec<f32>> {
        let product = sums(rows, DIRECTIONS * dims, |row, sum| {
            let vector = centred(row);
            for (direction, sum) in directions.iter().zip(sum.chunks_exact_mut(dims)) {
                add(sum, dot(direction, &vector), &vector);
            }
        });
        product.chunks_exact(dims).map(<[f32]>::to_vec).collect()
    };
    for _ in 0..ROUNDS {
        directions = multiplied(&directions);
        orthogonalise(&mut directions);
    }
    let [first, second] = within(&directions, &multiplied(&directions)).map(|direction| upright(&direction));
    rows.par_iter()
        .map(|row| {
            let vector = centred(row);
            [dot(&first, &vector), dot(&second, &vector)]
        })
        .collect()
}

/// Sums over rows, the same on any number of threads.
fn sums(rows: &[usize], length: usize, add_row: impl Fn(&usize, &mut [f32]) + Sync) -> Vec<f32> {
    let chunk = |rows: &[usize]| {
        let mut sum = vec![0.0; length];
        rows.iter().for_each(|row| add_row(row, &mut sum));
        sum
    };
    let parts: Vec<Vec<f32>> = rows.par_chunks(CHUNK).map(chunk).collect();
    let mut total = vec![0.0; length];
    parts.iter().for_each(|part| add(&mut total, 1.0, part));
    total
}

/// A direction to begin with, the same every time.
fn start(index: usize, dims: usize) -> Vec<f32> {
    let number = |at: usize| ((index * dims + at + 1) as u32).wrapping_mul(2_654_435_761) >> 8;
    (0..dims).map(|at| number(at) as f32 / (1 << 23) as f32 - 1.0).collect()
}

/// Of length 1 and at right angles, the first one kept (Gram & Schmidt); those that come to nothing are 0.
fn orthogonalise(directions: &mut [Vec<f32>]) {
    for index in 0..directions.len() {
        let (before, rest) = directions.split_at_mut(index);
        let own = &mut rest[0];
        let length = dot(own, own).sqrt();
        // Twice is enough.
        for _ in 0..2 {
            for other in before.iter() {
                let share = dot(own, other);
                add(own, -share, other);
            }
        }
        let left = dot(own, own).sqrt();
        let factor = if left > 1e-5 * length { 1.0 / left } else { 0.0 };
        own.iter_mut().for_each(|value| *value *= factor);
    }
}

/// The two directions of most spread in the space of `directions`, of which `multiplied` are the products with the covariance
/// (Rayleigh & Ritz).
fn within(directions: &[Vec<f32>], multiplied: &[Vec<f32>]) -> [Vec<f32>; 2] {
    let entry = |row: usize, column: usize| f64::from(dot(&directions[row], &multiplied[column]));
    let mut matrix: Matrix = std::array::from_fn(|row| std::array::from_fn(|column| entry(row, column)));
    let turns = diagonalise(&mut matrix);
    let mut order: [usize; DIRECTIONS] = std::array::from_fn(|index| index);
    order.sort_by(|&a, &b| matrix[b][b].total_cmp(&matrix[a][a]));
    [order[0], order[1]].map(|column| {
        let mut sum = vec![0.0; directions[0].len()];
        directions.iter().zip(&turns).for_each(|(direction, row)| add(&mut sum, row[column] as f32, direction));
        sum
    })
}

type Matrix = [[f64; DIRECTIONS]; DIRECTIONS];

/// Turns a symmetric matrix until only its diagonal is left (Jacobi); gives the turns, whose columns are its eigenvectors.
fn diagonalise(matrix: &mut Matrix) -> Matrix {
    let mut turns: Matrix = std::array::from_fn(|row| std::array::from_fn(|column| f64::from(u8::from(row == column))));
    for _ in 0..SWEEPS {
        for (row, column) in (0..DIRECTIONS).flat_map(|row| (row + 1..DIRECTIONS).map(move |column| (row, column))) {
            let angle = 0.5 * (2.0 * matrix[row][column]).atan2(matrix[row][row] - matrix[column][column]);
            let (sine, cosine) = angle.sin_cos();
            let turn = |[a, b]: [f64; 2]| [cosine * a + sine * b, cosine * b - sine * a];
            for line in matrix.iter_mut().chain(&mut turns) {
                [line[row], line[column]] = turn([line[row], line[column]]);
            }
            let [above, below] = [matrix[row], matrix[column]];
            matrix[row] = std::array::from_fn(|index| turn([above[index], below[index]])[0]);
            matrix[column] = std::array::from_fn(|index| turn([above[index], below[index]])[1]);
        }
    }
    turns
}

/// The direction or its opposite: the one whose largest number is positive.
fn upright(direction: &[f32]) -> Vec<f32> {
    let largest = direction
        .iter()
        .copied()
        .fold(0.0_f32, |largest, value| if value.abs() > largest.abs() { value } else { largest });
    direction.iter().map(|value| value * largest.signum()).collect()
}

fn add(sum: &mut [f32], factor: f32, values: &[f32]) {
    for (sum, value) in sum.iter_mut().zip(values) {
        *sum += factor * value;
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    const LANES: usize = 16;
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<LANES>(), b.as_chunks::<LANES>());
    let mut sums = [0.0_f32; LANES];
    for (a, b) in a.iter().zip(b) {
        for lane in 0..LANES {
            sums[lane] += a[lane] * b[lane];
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f32>() + rest
}
