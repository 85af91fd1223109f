//! Local response normalisation across channels, and its gradient.

use rayon::prelude::*;

use crate::spec::LocalResponseNorm;

/// `x_c / (k + alpha / size * sum x_j^2)^beta` on `[channels, area]` (`caffe/layers/lrn_layer.cpp`, ACROSS_CHANNELS).
pub fn local_response_norm(x: &[f32], area: usize, norm: LocalResponseNorm) -> Vec<f32> {
    let scale = scales(x, area, norm);
    let mut y = vec![0.0; x.len()];
    y.par_iter_mut()
        .zip(x.par_iter().zip(&scale))
        .with_min_len(4096)
        .for_each(|(y, (&x, &scale))| *y = x * inverse_power(scale, norm.beta));
    y
}

/// `dLoss/dx` for `grad = dLoss/dy`: the direct term and the cells through whose sums x goes.
pub fn gradient(x: &[f32], grad: &[f32], area: usize, norm: LocalResponseNorm) -> Vec<f32> {
    let scale = scales(x, area, norm);
    let channels = x.len() / area;
    let factor = 2.0 * norm.alpha * norm.beta / norm.size as f32;
    let mut result = vec![0.0; x.len()];
    result.par_chunks_mut(area).enumerate().for_each(|(channel, plane)| {
        let around = neighbours(channel, channels, norm.size);
        for (cell, value) in plane.iter_mut().enumerate() {
            let at = |c: usize| c * area + cell;
            let through_sums: f32 = around
                .clone()
                .map(|c| grad[at(c)] * x[at(c)] * inverse_power(scale[at(c)], norm.beta) / scale[at(c)])
                .sum();
            let here = at(channel);
            *value = grad[here] * inverse_power(scale[here], norm.beta) - factor * x[here] * through_sums;
        }
    });
    result
}

/// `k + alpha / size * sum x_j^2` for every cell.
fn scales(x: &[f32], area: usize, norm: LocalResponseNorm) -> Vec<f32> {
    let channels = x.len() / area;
    let factor = norm.alpha / norm.size as f32;
    let mut scale = vec![norm.k; x.len()];
    scale.par_chunks_mut(area).enumerate().for_each(|(channel, plane)| {
        for c in neighbours(channel, channels, norm.size) {
            for (scale, &x) in plane.iter_mut().zip(&x[c * area..][..area]) {
                *scale += factor * x * x;
            }
        }
    });
    scale
}

fn neighbours(channel: usize, channels: usize, size: usize) -> std::ops::Range<usize> {
    channel.saturating_sub(size / 2)..(channel + size / 2 + 1).min(channels)
}

/// `value^-beta`; for Caffe's 0.75 by two square roots, which is exact to rounding and ten times faster.
fn inverse_power(value: f32, beta: f32) -> f32 {
    if beta == 0.75 {
        let root = value.sqrt();
        1.0 / (root * root.sqrt())
    } else {
        value.powf(-beta)
    }
}
