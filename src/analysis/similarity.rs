//! Where two photos part: the cosine of their activations, layer by layer.

use rayon::prelude::*;

use super::report::Report;
use crate::model::kernels::Products;

/// Per layer of the network: the cosine of the angle between both activations, -1 to 1; 1 for two that are 0 everywhere,
/// 0 where only one is.  `None` when the reports come from different networks.
pub fn similarity(a: &Report, b: &Report) -> Option<Vec<f64>> {
    let layers = &a.network.layers;
    layers
        .par_iter()
        .map(|layer| {
            let (a, b) = (a.activation(&layer.name)?, b.activation(&layer.name)?);
            a.products(b).map(|products| angle(&products))
        })
        .collect()
}

/// The cosine of the angle between two vectors of one length.
pub fn cosine(a: &[f32], b: &[f32]) -> f64 {
    angle(&Products::of(a, b))
}

fn angle(products: &Products) -> f64 {
    let Products { product, squares: [a_square, b_square] } = *products;
    match (a_square > 0.0, b_square > 0.0) {
        (true, true) => product / (a_square * b_square).sqrt(),
        (false, false) => 1.0,
        (true, false) | (false, true) => 0.0,
    }
}
