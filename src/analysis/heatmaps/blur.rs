//! A photo without its details.

use rayon::prelude::*;

use crate::model::Planes;

/// The kernel ends at so many deviations.
const REACH: f64 = 4.0;

/// Convolution with a Gaussian of that deviation, pixels; the border's pixels go on outside.
pub fn gaussian_blur(planes: &Planes, deviation: f64) -> Planes {
    let kernel = kernel(deviation);
    let (height, width) = (planes.height, planes.width);
    let blurred = (0..planes.channels).into_par_iter().flat_map_iter(|channel| {
        let lines = along_rows(planes.channel(channel), width, &kernel);
        let columns = along_rows(&transposed(&lines, height, width), height, &kernel);
        transposed(&columns, width, height)
    });
    Planes { values: blurred.collect(), ..*planes }
}

/// Weights from the middle to one end; with the other half they sum to 1.
fn kernel(deviation: f64) -> Vec<f64> {
    let reach = (REACH * deviation + 0.5) as usize;
    let weights: Vec<f64> = (0..=reach).map(|place| (-0.5 * (place as f64 / deviation).powi(2)).exp()).collect();
    let sum = 2.0 * weights.iter().sum::<f64>() - weights[0];
    weights.into_iter().map(|weight| weight / sum).collect()
}

fn along_rows(values: &[f32], width: usize, kernel: &[f64]) -> Vec<f32> {
    let reach = kernel.len() - 1;
    let mut blurred = Vec::with_capacity(values.len());
    for row in values.chunks_exact(width) {
        let ends = [row[0], row[width - 1]];
        let padded: Vec<f64> = std::iter::repeat_n(ends[0], reach)
            .chain(row.iter().copied())
            .chain(std::iter::repeat_n(ends[1], reach))
            .map(f64::from)
            .collect();
        blurred.extend((reach..reach + width).map(|middle| {
            let pairs = (1..=reach).map(|away| kernel[away] * (padded[middle - away] + padded[middle + away]));
            (kernel[0] * padded[middle] + pairs.sum::<f64>()) as f32
        }));
    }
    blurred
}

/// Columns become rows.
fn transposed(values: &[f32], height: usize, width: usize) -> Vec<f32> {
    (0..width).flat_map(|x| (0..height).map(move |y| values[y * width + x])).collect()
}
