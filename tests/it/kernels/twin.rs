//! Naive twins: plain loops, double precision.

use inception_lens::model::kernels::Pool;
use inception_lens::spec::{LocalResponseNorm, Window};

/// Row-major `[channels, height, width]`.
pub struct Maps<'a> {
    pub values: &'a [f32],
    pub channels: usize,
    pub sides: (usize, usize),
}

impl Maps<'_> {
    /// 0 outside the map; coordinates count from the padding's corner.
    fn padded(&self, channel: usize, y: usize, x: usize, padding: usize) -> f64 {
        let (height, width) = self.sides;
        let inside = |at: usize, side: usize| at.checked_sub(padding).filter(|&at| at < side);
        match (inside(y, height), inside(x, width)) {
            (Some(y), Some(x)) => self.at(channel, y, x),
            _ => 0.0,
        }
    }

    fn at(&self, channel: usize, y: usize, x: usize) -> f64 {
        let (height, width) = self.sides;
        f64::from(self.values[(channel * height + y) * width + x])
    }
}

pub fn conv(maps: &Maps<'_>, weight: &[f32], bias: &[f32], window: Window, relu: bool) -> Vec<f64> {
    let (height, width) = (window.output_side(maps.sides.0), window.output_side(maps.sides.1));
    let kernel = window.kernel;
    let mut output = Vec::new();
    for (filter, &bias) in bias.iter().enumerate() {
        for y in 0..height {
            for x in 0..width {
                let mut sum = f64::from(bias);
                for channel in 0..maps.channels {
                    for ky in 0..kernel {
                        for kx in 0..kernel {
                            let index = ((filter * maps.channels + channel) * kernel + ky) * kernel + kx;
                            let (y, x) = (y * window.stride + ky, x * window.stride + kx);
                            let value = maps.padded(channel, y, x, window.padding);
                            sum += value * f64::from(weight[index]);
                        }
                    }
                }
                output.push(if relu { sum.max(0.0) } else { sum });
            }
        }
    }
    output
}

pub fn pool(maps: &Maps<'_>, pool: Pool) -> Vec<f64> {
    let (height, width) = maps.sides;
    let mut output = Vec::new();
    for channel in 0..maps.channels {
        for y in 0..pool.output_side(height) {
            for x in 0..pool.output_side(width) {
                let columns = pool.range(x, width);
                let rows = pool.range(y, height);
                let cells = rows.flat_map(|y| columns.clone().map(move |x| (y, x)));
                let cells: Vec<f64> = cells.map(|(y, x)| maps.at(channel, y, x)).collect();
                output.push(match pool {
                    Pool::Max(_) => cells.iter().copied().fold(f64::NEG_INFINITY, f64::max),
                    Pool::Average(_) | Pool::Adaptive(_) => cells.iter().sum::<f64>() / cells.len() as f64,
                });
            }
        }
    }
    output
}

pub fn local_response_norm(maps: &Maps<'_>, norm: LocalResponseNorm) -> Vec<f64> {
    let (height, width) = maps.sides;
    let half = norm.size / 2;
    let mut output = Vec::new();
    for channel in 0..maps.channels {
        let around = channel.saturating_sub(half)..(channel + half + 1).min(maps.channels);
        for y in 0..height {
            for x in 0..width {
                let squares = around.clone().map(|other| maps.at(other, y, x).powi(2));
                let share = f64::from(norm.alpha) / norm.size as f64;
                let scale = f64::from(norm.k) + share * squares.sum::<f64>();
                output.push(maps.at(channel, y, x) / scale.powf(norm.beta.into()));
            }
        }
    }
    output
}

/// Each channel less its mean, over the root of its variance + `epsilon`.
pub fn normalise(maps: &Maps<'_>, epsilon: f64) -> Vec<f64> {
    let area = maps.sides.0 * maps.sides.1;
    let mut output = Vec::new();
    for plane in maps.values.chunks(area) {
        let mean = plane.iter().copied().map(f64::from).sum::<f64>() / area as f64;
        let squares = plane.iter().map(|value| (f64::from(*value) - mean).powi(2));
        let deviation = (squares.sum::<f64>() / area as f64 + epsilon).sqrt();
        output.extend(plane.iter().map(|value| (f64::from(*value) - mean) / deviation));
    }
    output
}
