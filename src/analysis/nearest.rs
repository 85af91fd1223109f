//! Which of many vectors are alike: the nearest by cosine, block by block, so that no matrix of all pairs is ever there.

use candle_core::{Device, Result, Tensor};

/// Vectors of a block.
const BLOCK: usize = 512;

/// A vector and how alike it is.
type Candidate = (f32, usize);

/// For each of `count` vectors of `dims` numbers, given by `row`, the `most` nearest others by cosine, nearest first, equal ones in
/// order.  A vector of zeros is at right angles to all.
pub fn nearest(count: usize, dims: usize, most: usize, row: &dyn Fn(usize) -> Vec<f32>) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<Candidate>> = vec![Vec::with_capacity(most + 1); count];
    let starts = || (0..count).step_by(BLOCK);
    for first in starts() {
        let rows = block(first, count, row);
        for other in starts() {
            let others = if other == first { rows.clone() } else { block(other, count, row) };
            let products =
                products(&rows, &others, dims).expect("blocks are made with as many numbers as they are said to have");
            for (index, products) in products.chunks_exact(others.len() / dims.max(1)).enumerate() {
                let own = first + index;
                for (candidate, &cosine) in (other..).zip(products) {
                    if candidate != own {
                        insert(&mut found[own], most, (cosine, candidate));
                    }
                }
            }
        }
    }
    found.into_iter().map(|found| found.into_iter().map(|(_, index)| index).collect()).collect()
}

/// Vectors from `first` on, each of length 1.
fn block(first: usize, count: usize, row: &dyn Fn(usize) -> Vec<f32>) -> Vec<f32> {
    (first..count.min(first + BLOCK)).flat_map(|index| unit(row(index))).collect()
}

/// The same direction, of length 1; zeros stay.
pub fn unit(mut vector: Vec<f32>) -> Vec<f32> {
    let length = vector.iter().map(|&value| f64::from(value) * f64::from(value)).sum::<f64>().sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|value| *value = (f64::from(*value) / length) as f32);
    }
    vector
}

/// Cosines of all pairs of vectors, `[count, count]`.
pub fn cosines(vectors: &[Vec<f32>]) -> Vec<f32> {
    let dims = vectors.first().map_or(0, Vec::len);
    let rows: Vec<f32> = vectors.iter().flat_map(|vector| unit(vector.clone())).collect();
    products(&rows, &rows, dims).expect("the matrix has as many numbers as it is said to have")
}

/// `[rows, others]`.
fn products(rows: &[f32], others: &[f32], dims: usize) -> Result<Vec<f32>> {
    let matrix = |values: &[f32]| Tensor::from_slice(values, (values.len() / dims.max(1), dims), &Device::Cpu);
    matrix(rows)?.matmul(&matrix(others)?.t()?)?.flatten_all()?.to_vec1()
}

fn insert(found: &mut Vec<Candidate>, most: usize, new: Candidate) {
    let is_before = |old: &Candidate| old.0 > new.0 || (old.0 == new.0 && old.1 < new.1);
    if found.len() == most && found.last().is_none_or(is_before) {
        return;
    }
    let place = found.partition_point(is_before);
    found.insert(place, new);
    found.truncate(most);
}
