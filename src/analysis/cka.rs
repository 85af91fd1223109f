//! How alike two networks see the same photos: linear centred kernel alignment (Kornblith et al. 2019, arXiv 1905.00414, equation 5).
//!
//! It does not change when channels change places, or when all numbers of one network are scaled alike.

use rayon::prelude::*;

/// Up to so many photos their inner products are compared, beyond that those of the channels: the same number either way.
const MOST_PHOTOS: usize = 2048;

/// What a network says of photos at a depth: a row a photo.
#[derive(Clone, Debug, PartialEq)]
pub struct Responses {
    /// Numbers of a photo.
    pub channels: usize,
    /// `[photos, channels]`.
    pub values: Vec<f32>,
}

impl Responses {
    /// Photos.
    pub fn photos(&self) -> usize {
        self.values.len() / self.channels.max(1)
    }

    /// Each channel less its mean over the photos, `[photos, channels]`.
    fn centred(&self) -> Vec<f64> {
        let (photos, channels) = (self.photos(), self.channels.max(1));
        let mut means = vec![0.0; channels];
        for row in self.values.chunks_exact(channels) {
            means.iter_mut().zip(row).for_each(|(mean, &value)| *mean += f64::from(value));
        }
        means.iter_mut().for_each(|mean| *mean /= photos.max(1) as f64);
        let less = |(place, &value): (usize, &f32)| f64::from(value) - means[place % channels];
        self.values.iter().enumerate().map(less).collect()
    }
}

/// Similarity of what two networks say of the same photos, in the same order: 1 where they agree on every pair of photos, near 0
/// where they have nothing in common.  `None` for different or fewer than two photos, and where either says the same of all.
pub fn linear_cka(one: &Responses, other: &Responses) -> Option<f64> {
    let photos = one.photos();
    if photos != other.photos() || photos < 2 {
        return None;
    }
    let (x, y) = (one.centred(), other.centred());
    let (m, n) = (one.channels, other.channels);
    let [xy, xx, yy] = match photos <= MOST_PHOTOS {
        true => {
            let (kernel_x, kernel_y) = (gram(&x, m), gram(&y, n));
            [dot(&kernel_x, &kernel_y), dot(&kernel_x, &kernel_x), dot(&kernel_y, &kernel_y)]
        }
        false => [cross(&x, m, &y, n), cross(&x, m, &x, m), cross(&y, n, &y, n)],
    };
    (xx > 0.0 && yy > 0.0).then(|| xy / (xx * yy).sqrt())
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// Inner products of all pairs of rows, `[rows, rows]`.
fn gram(rows: &[f64], width: usize) -> Vec<f64> {
    let count = rows.len() / width.max(1);
    let row = |index: usize| &rows[index * width..][..width];
    (0..count).into_par_iter().flat_map_iter(|a| (0..count).map(move |b| dot(row(a), row(b)))).collect()
}

/// Sum of the squares of the inner products of the columns of one with those of the other.
fn cross(one: &[f64], m: usize, other: &[f64], n: usize) -> f64 {
    let column = |of: usize| -> f64 {
        let mut sums = vec![0.0; n];
        for (row, others) in one.chunks_exact(m).zip(other.chunks_exact(n)) {
            let weight = row[of];
            sums.iter_mut().zip(others).for_each(|(sum, value)| *sum += weight * value);
        }
        dot(&sums, &sums)
    };
    (0..m).into_par_iter().map(column).sum()
}
