//! Filters at the points of Winograd's algorithm.

use rayon::prelude::*;

use super::tile::Tile;
use crate::model::kernels::pack::Weights;
use crate::model::kernels::simd::{LANES, Pixel};

/// Transformed filters, `[group][point][channel][block of the group]`, sixteen filters each.
#[derive(Clone, Debug)]
pub(in crate::model::kernels) struct Transformed {
    pub(in crate::model::kernels) values: Vec<Pixel>,
    pub(super) tile: Tile,
}

/// The points but infinity, each with the divisor that makes its input row a Lagrange polynomial.
const POINTS_6: [(f64, f64); 5] = [(0.0, 4.0), (1.0, -6.0), (-1.0, -6.0), (2.0, 24.0), (-2.0, 24.0)];
const POINTS_4: [(f64, f64); 3] = [(0.0, 1.0), (1.0, 2.0), (-1.0, 2.0)];

impl Transformed {
    pub fn new(weights: &Weights<'_>, group: usize, tile: Tile) -> Self {
        let points: &[(f64, f64)] = match tile.outputs() + weights.kernel - 1 {
            4 => &POINTS_4,
            _ => &POINTS_6,
        };
        let transform = filter_transform(points, weights.kernel);
        let (n, depth) = (transform.len(), weights.channels.next_multiple_of(LANES));
        let blocks = weights.filters.div_ceil(LANES);
        let mut values = vec![Pixel::default(); blocks * n * n * depth];
        values.par_chunks_mut(group * n * n * depth).enumerate().for_each(|(index, values)| {
            let width = values.len() / (n * n * depth);
            for channel in 0..weights.channels {
                for block in 0..width {
                    let first = (index * group + block) * LANES;
                    let points = transform_filters(weights, &transform, first, channel);
                    for (point, pixel) in points.into_iter().enumerate() {
                        values[(point * depth + channel) * width + block] = pixel;
                    }
                }
            }
        });
        Self { values, tile }
    }

    pub fn tile(&self) -> Tile {
        self.tile
    }
}

/// `n` rows of `kernel` numbers: each point's powers over its divisor; infinity takes the last tap.
fn filter_transform(points: &[(f64, f64)], kernel: usize) -> Vec<Vec<f64>> {
    let powers = |&(point, divisor): &(f64, f64)| -> Vec<f64> {
        (0..kernel as i32).map(|power| point.powi(power) / divisor).collect()
    };
    let mut rows: Vec<Vec<f64>> = points.iter().map(powers).collect();
    let mut infinity = vec![0.0; kernel];
    infinity[kernel - 1] = 1.0;
    rows.push(infinity);
    rows
}

/// Sixteen filters at all points for one channel, in double precision: first down the columns, then along the rows.
fn transform_filters(weights: &Weights<'_>, rows: &[Vec<f64>], first: usize, channel: usize) -> Vec<Pixel> {
    let kernel = weights.kernel;
    let mut columns = vec![[0.0; LANES]; rows.len() * kernel];
    for cell in 0..kernel * kernel {
        let Pixel(lanes) = weights.pixel(first, channel, cell);
        for (row, columns) in rows.iter().zip(columns.chunks_exact_mut(kernel)) {
            add_times(&mut columns[cell % kernel], &lanes.map(f64::from), row[cell / kernel]);
        }
    }
    let mut points = Vec::with_capacity(rows.len() * rows.len());
    for columns in columns.chunks_exact(kernel) {
        for row in rows {
            let mut sums = [0.0; LANES];
            for (column, &factor) in columns.iter().zip(row) {
                add_times(&mut sums, column, factor);
            }
            points.push(Pixel(sums.map(|sum| sum as f32)));
        }
    }
    points
}

fn add_times(sums: &mut [f64; LANES], values: &[f64; LANES], factor: f64) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += factor * value;
    }
}
