//! Several pictures at once, kept different: a penalty on what their activations have in common.
//!
//! Lucid's `diversity` (Olah et al. 2017): the cosine of the Gram matrices of a layer, summed over all pairs of pictures, divided by
//! the number of pictures.

use rayon::prelude::*;

/// Activations of one picture, `[channels, cells]`.
#[derive(Clone, Copy, Debug)]
pub struct Maps<'a> {
    /// Channels.
    pub channels: usize,
    /// `channels` times so many numbers, row-major.
    pub values: &'a [f32],
}

/// The penalty itself.
pub fn penalty(pictures: &[Maps<'_>]) -> f32 {
    let (units, _) = units(pictures);
    let with_others = |index: usize| dot(&units[index], &others(&units, index));
    (0..units.len()).map(with_others).sum::<f32>() / units.len() as f32
}

/// Its gradient with respect to the activations of each picture.
pub fn gradients(pictures: &[Maps<'_>]) -> Vec<Vec<f32>> {
    let (units, norms) = units(pictures);
    let gradient = |index: usize| {
        // d cos / dG = (others - own * cos) / |G|, and of A it is twice the product with A; each pair counts twice.
        let (own, others) = (&units[index], others(&units, index));
        let cosine = dot(own, &others);
        let scale = 4.0 / (norms[index] * units.len() as f32);
        let of_gram: Vec<f32> = others.iter().zip(own).map(|(other, own)| scale * (other - own * cosine)).collect();
        product(&of_gram, pictures[index])
    };
    (0..units.len()).into_par_iter().map(gradient).collect()
}

/// Gram matrices of length 1, and the lengths they had.
fn units(pictures: &[Maps<'_>]) -> (Vec<Vec<f32>>, Vec<f32>) {
    let unit = |picture: &Maps<'_>| {
        let mut gram = gram(*picture);
        let length = dot(&gram, &gram).sqrt().max(f32::MIN_POSITIVE);
        gram.iter_mut().for_each(|value| *value /= length);
        (gram, length)
    };
    pictures.par_iter().map(unit).unzip()
}

/// The sum of all but one.
fn others(units: &[Vec<f32>], index: usize) -> Vec<f32> {
    let mut sum = vec![0.0; units[index].len()];
    for (_, other) in units.iter().enumerate().filter(|&(other, _)| other != index) {
        sum.iter_mut().zip(other).for_each(|(sum, value)| *sum += value);
    }
    sum
}

/// `[channels, channels]`: the products of the maps with one another.
fn gram(maps: Maps<'_>) -> Vec<f32> {
    let rows: Vec<&[f32]> = maps.rows().collect();
    rows.iter().flat_map(|a| rows.iter().map(|b| dot(a, b))).collect()
}

/// A matrix of `[channels, channels]` times the maps.
fn product(matrix: &[f32], maps: Maps<'_>) -> Vec<f32> {
    let cells = maps.values.len() / maps.channels;
    let mut result = vec![0.0; maps.values.len()];
    for (row, result) in matrix.chunks_exact(maps.channels).zip(result.chunks_exact_mut(cells)) {
        for (&factor, map) in row.iter().zip(maps.rows()) {
            result.iter_mut().zip(map).for_each(|(sum, value)| *sum += factor * value);
        }
    }
    result
}

impl<'a> Maps<'a> {
    fn rows(self) -> impl Iterator<Item = &'a [f32]> {
        self.values.chunks_exact(self.values.len() / self.channels)
    }
}

/// In sixteen sums, which become vector instructions.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<16>(), b.as_chunks::<16>());
    let mut sums = [0.0; 16];
    for (a, b) in a.iter().zip(b) {
        for lane in 0..16 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum::<f32>() + a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum::<f32>()
}
