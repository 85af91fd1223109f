//! Where two photos part: the cosine of their activations, layer by layer.

use rayon::prelude::*;

use super::report::Report;

/// Per layer of the network: the cosine of the angle between both activations, -1 to 1; 1 for two that are 0 everywhere,
/// 0 where only one is.  `None` when the reports come from different networks.
pub fn similarity(a: &Report, b: &Report) -> Option<Vec<f64>> {
    let layers = &a.network.layers;
    layers
        .par_iter()
        .map(|layer| {
            let (a, b) = (a.activation(&layer.name)?, b.activation(&layer.name)?);
            let (a, b) = (a.values(), b.values());
            (a.len() == b.len()).then(|| cosine(&a, &b))
        })
        .collect()
}

/// The cosine of the angle between two vectors of one length.
pub fn cosine(a: &[f32], b: &[f32]) -> f64 {
    let (mut product, mut a_square, mut b_square) = (0.0, 0.0, 0.0);
    for (&a, &b) in a.iter().zip(b) {
        let (a, b) = (f64::from(a), f64::from(b));
        product += a * b;
        a_square += a * a;
        b_square += b * b;
    }
    match (a_square > 0.0, b_square > 0.0) {
        (true, true) => product / (a_square * b_square).sqrt(),
        (false, false) => 1.0,
        (true, false) | (false, true) => 0.0,
    }
}
