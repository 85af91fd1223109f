//! t-SNE (van der Maaten & Hinton 2008, Journal of Machine Learning Research 9), exact: every pair is looked at.

use rayon::prelude::*;

use super::{Layout, pca};
use crate::album::Means;
use crate::analysis::nearest::cosines;

/// How many neighbours count, about.
const PERPLEXITY: f64 = 12.0;

/// Steps in which neighbours are pulled more strongly, so that groups form.
const EARLY: usize = 250;
/// How much more strongly.
const EXAGGERATION: f32 = 12.0;

/// Steps in all.
const STEPS: usize = 1000;

/// Spread of the photos at the start.
const START: f32 = 1e-4;

/// Fewer photos than this are placed by PCA alone.
const FEWEST: usize = 4;

/// Neighbourhoods kept.  `None` when `stop`, asked between steps, says so.
///
/// About 1 s for 500 photos, 10 s for 2,000.
pub fn tsne(vectors: &Means, stop: &dyn Fn() -> bool) -> Option<Layout> {
    let (rows, begin) = pca::beginning(vectors);
    if rows.len() < FEWEST {
        return Some(begin);
    }
    let affinities = affinities(vectors, &rows, stop)?;
    let begin_at = begin.positions.iter().map(|position| position.map(|value| value * START));
    let mut points = Points::new(begin_at.collect());
    for step in 0..STEPS {
        if stop() {
            return None;
        }
        points.step(&affinities, step < EARLY);
    }
    Some(Layout::new(begin.photos, points.positions()))
}

/// How strongly photos belong together, `[photos, photos]`, symmetric, sum 1.
fn affinities(vectors: &Means, rows: &[usize], stop: &dyn Fn() -> bool) -> Option<Vec<f32>> {
    let unit_vectors: Vec<Vec<f32>> = rows.iter().map(|&row| vectors.row(row)).collect();
    let cosines = cosines(&unit_vectors);
    if stop() {
        return None;
    }
    let count = rows.len();
    let perplexity = PERPLEXITY.min((count - 1) as f64 / 3.0);
    // Squared distances of unit vectors.
    let conditional: Vec<f32> = cosines
        .par_chunks_exact(count)
        .enumerate()
        .flat_map_iter(|(own, cosines)| {
            let distances: Vec<f64> = cosines.iter().map(|&cosine| (2.0 - 2.0 * f64::from(cosine)).max(0.0)).collect();
            probabilities(&distances, own, perplexity.ln())
        })
        .collect();
    let both = |index: usize| {
        let (row, column) = (index / count, index % count);
        (conditional[index] + conditional[column * count + row]) / (2 * count) as f32
    };
    Some((0..count * count).map(both).collect())
}

/// Shares of a Gaussian around one photo, as wide as the entropy asked for, in nats; found by halving.
fn probabilities(distances: &[f64], own: usize, entropy: f64) -> Vec<f32> {
    let nearest = distances.iter().enumerate().filter(|(other, _)| *other != own);
    let nearest = nearest.map(|(_, &distance)| distance).fold(f64::INFINITY, f64::min);
    let (mut low, mut high, mut precision) = (0.0, f64::INFINITY, 1.0);
    let mut shares = vec![0.0; distances.len()];
    for _ in 0..64 {
        let (mut sum, mut weighted) = (0.0, 0.0);
        for (other, (share, distance)) in shares.iter_mut().zip(distances).enumerate() {
            let beyond = distance - nearest;
            *share = if other == own { 0.0 } else { (-precision * beyond).exp() };
            sum += *share;
            weighted += *share * beyond;
        }
        let found = sum.ln() + precision * weighted / sum;
        shares.iter_mut().for_each(|share| *share /= sum);
        if (found - entropy).abs() < 1e-5 {
            break;
        }
        if found > entropy {
            low = precision;
            precision = if high.is_finite() { f64::midpoint(precision, high) } else { precision * 2.0 };
        } else {
            high = precision;
            precision = f64::midpoint(precision, low);
        }
    }
    shares.into_iter().map(|share| share as f32).collect()
}

/// Photos on their way.
struct Points {
    /// x of all, y of all.
    at: [Vec<f32>; 2],
    velocity: [Vec<f32>; 2],
    gains: [Vec<f32>; 2],
    rate: f32,
}

/// Lanes of a vector instruction.
const LANES: usize = 16;

impl Points {
    fn new(positions: Vec<[f32; 2]>) -> Self {
        let count = positions.len();
        let at = [0, 1].map(|axis| positions.iter().map(|position| position[axis]).collect());
        let all = |value: f32| [vec![value; count], vec![value; count]];
        // As scikit-learn chooses it (Belkina et al. 2019).
        let rate = (count as f32 / EXAGGERATION / 4.0).max(50.0);
        Self { at, velocity: all(0.0), gains: all(1.0), rate }
    }

    fn positions(&self) -> Vec<[f32; 2]> {
        self.at[0].iter().zip(&self.at[1]).map(|(&x, &y)| [x, y]).collect()
    }

    /// One step down the Kullback-Leibler divergence, with momentum and a gain for each number.
    fn step(&mut self, affinities: &[f32], is_early: bool) {
        let (pull, momentum) = if is_early { (EXAGGERATION, 0.5) } else { (1.0, 0.8) };
        let count = self.at[0].len();
        let forces: Vec<Forces> =
            (0..count).into_par_iter().map(|own| self.forces(own, &affinities[own * count..][..count])).collect();
        let total: f64 = forces.iter().map(|forces| f64::from(forces.sum)).sum();
        for (own, forces) in forces.iter().enumerate() {
            for axis in 0..2 {
                let push = (f64::from(forces.push[axis]) / total) as f32;
                let gradient = 4.0 * (pull * forces.pull[axis] - push);
                let velocity = &mut self.velocity[axis][own];
                let gain = &mut self.gains[axis][own];
                let is_turning = (gradient > 0.0) == (*velocity > 0.0);
                *gain = if is_turning { (*gain * 0.8).max(0.01) } else { *gain + 0.2 };
                *velocity = momentum * *velocity - self.rate * *gain * gradient;
                self.at[axis][own] += *velocity;
            }
        }
    }

    /// What all others do to one photo.
    fn forces(&self, own: usize, affinities: &[f32]) -> Forces {
        let here = [self.at[0][own], self.at[1][own]];
        let mut sums = [[0.0_f32; LANES]; 5];
        let (x, x_rest) = self.at[0].as_chunks::<LANES>();
        let (y, y_rest) = self.at[1].as_chunks::<LANES>();
        let (p, p_rest) = affinities.as_chunks::<LANES>();
        for ((x, y), p) in x.iter().zip(y).zip(p) {
            for lane in 0..LANES {
                add(&mut sums, lane, here, [x[lane], y[lane]], p[lane]);
            }
        }
        for (lane, ((x, y), p)) in x_rest.iter().zip(y_rest).zip(p_rest).enumerate() {
            add(&mut sums, lane, here, [*x, *y], *p);
        }
        let [pull_x, pull_y, push_x, push_y, sum] = sums.map(|lanes| lanes.iter().sum::<f32>());
        // The photo itself is at no distance, and is not counted.
        Forces { pull: [pull_x, pull_y], push: [push_x, push_y], sum: sum - 1.0 }
    }
}

/// On one photo.
struct Forces {
    pull: [f32; 2],
    /// Before it is divided by the sum over all photos.
    push: [f32; 2],
    sum: f32,
}

/// One other photo: Student's t with one degree of freedom.
#[inline(always)]
fn add(sums: &mut [[f32; LANES]; 5], lane: usize, here: [f32; 2], there: [f32; 2], affinity: f32) {
    let way = [here[0] - there[0], here[1] - there[1]];
    let nearness = 1.0 / (1.0 + way[0] * way[0] + way[1] * way[1]);
    let (pull, push) = (affinity * nearness, nearness * nearness);
    sums[0][lane] += pull * way[0];
    sums[1][lane] += pull * way[1];
    sums[2][lane] += push * way[0];
    sums[3][lane] += push * way[1];
    sums[4][lane] += nearness;
}
