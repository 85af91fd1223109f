//! How far two maps agree, and how far several numbers lie apart.

use super::map::Map;

/// Maps are compared on so many cells along a side.
pub const AGREEMENT_SIDE: usize = 28;

/// Mean and sample standard deviation.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Spread {
    /// Mean.
    pub mean: f64,
    /// Sample standard deviation (divided by one less than the count); 0 for a single number.
    pub deviation: f64,
    /// How many numbers.
    pub count: usize,
}

impl Spread {
    /// `None` of nothing.
    pub fn of(values: &[f64]) -> Option<Self> {
        let count = values.len();
        if count == 0 {
            return None;
        }
        let mean = values.iter().sum::<f64>() / count as f64;
        let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
        let deviation = if count > 1 { (squares / (count - 1) as f64).sqrt() } else { 0.0 };
        Some(Self { mean, deviation, count })
    }
}

/// Spearman's rank correlation of the sizes of two maps, on 28 x 28 cells: 1 for the same order of places, 0 for none; `None`
/// where one of them is the same everywhere.
pub fn agreement(a: &Map, b: &Map) -> Option<f64> {
    let sizes = |map: &Map| map.cells(AGREEMENT_SIDE, |value| f64::from(value.abs()));
    spearman(&sizes(a), &sizes(b))
}

/// Spearman's rank correlation, -1 to 1; equal numbers share the mean of their ranks.  `None` where all numbers of one side are
/// equal, or there are not as many.
pub fn spearman(a: &[f64], b: &[f64]) -> Option<f64> {
    if a.len() != b.len() {
        return None;
    }
    let (a, b) = (ranks(a), ranks(b));
    let mean = (a.len() as f64 + 1.0) / 2.0;
    let product = |x: &[f64], y: &[f64]| -> f64 { x.iter().zip(y).map(|(x, y)| (x - mean) * (y - mean)).sum() };
    let scale = (product(&a, &a) * product(&b, &b)).sqrt();
    (scale > 0.0).then(|| product(&a, &b) / scale)
}

/// From 1 for the smallest.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut place = 0;
    for equal in order.chunk_by(|&a, &b| values[a] == values[b]) {
        let rank = place as f64 + (equal.len() as f64 + 1.0) / 2.0;
        equal.iter().for_each(|&index| ranks[index] = rank);
        place += equal.len();
    }
    ranks
}
