//! A linear layer, backwards.

use rayon::prelude::*;

/// Numbers of the input that a task takes.
const BLOCK: usize = 256;

/// `into += transposed weight * gradient`: weight `[O, N]`, gradient `[O]`, into `[N]`.
pub(super) fn add(into: &mut [f32], gradient: &[f32], weight: &[f32]) {
    let length = into.len();
    into.par_chunks_mut(BLOCK)
        .enumerate()
        .for_each(|(index, block)| {
            for (row, &gradient) in weight.chunks_exact(length).zip(gradient) {
                // Half of the gradients are 0, behind a ReLU; with a single logit all but one.
                if gradient != 0.0 {
                    let row = &row[index * BLOCK..][..block.len()];
                    for (into, weight) in block.iter_mut().zip(row) {
                        *into += gradient * weight;
                    }
                }
            }
        });
}
