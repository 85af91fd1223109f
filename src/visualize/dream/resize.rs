//! Planes of numbers of any sign at another size: a triangle, widened when shrinking.

/// For one pixel of the result: the first pixel of the source, and the weights from there on.
struct Taps {
    start: usize,
    weights: Vec<f32>,
}

/// A plane of `from` (width, height), row-major, at the size `to`.
pub fn resize(plane: &[f32], from: [usize; 2], to: [usize; 2]) -> Vec<f32> {
    if from == to {
        return plane.to_vec();
    }
    let [width, _] = from;
    let (columns, rows) = (taps(width, to[0]), taps(from[1], to[1]));
    let narrowed: Vec<f32> = plane
        .chunks_exact(width)
        .flat_map(|row| {
            columns.iter().map(|taps| {
                let pixels = row[taps.start..].iter().zip(&taps.weights);
                pixels.map(|(pixel, weight)| pixel * weight).sum::<f32>()
            })
        })
        .collect();
    let mut result = vec![0.0; to[0] * to[1]];
    for (line, taps) in result.chunks_exact_mut(to[0]).zip(&rows) {
        let sources = narrowed.chunks_exact(to[0]).skip(taps.start);
        for (source, weight) in sources.zip(&taps.weights) {
            line.iter_mut().zip(source).for_each(|(sum, pixel)| *sum += weight * pixel);
        }
    }
    result
}

fn taps(from: usize, to: usize) -> Vec<Taps> {
    let step = from as f32 / to as f32;
    let reach = step.max(1.0);
    let tap = |index: usize| {
        let centre = (index as f32 + 0.5) * step;
        let start = (centre - reach + 0.5).max(0.0) as usize;
        let end = ((centre + reach + 0.5) as usize).min(from);
        let weight = |pixel: usize| (1.0 - ((pixel as f32 + 0.5 - centre) / reach).abs()).max(0.0);
        let mut weights: Vec<f32> = (start..end).map(weight).collect();
        let sum: f32 = weights.iter().sum();
        weights.iter_mut().for_each(|weight| *weight /= sum);
        Taps { start, weights }
    };
    (0..to).map(tap).collect()
}
