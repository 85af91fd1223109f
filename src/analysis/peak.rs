//! How fast this machine multiplies at its best: the roof that layers are held against.

use std::time::Instant;

use crate::model::gemm::{Matrix, multiply};

/// Side of the matrices: large enough that packing does not count, small enough for a few milliseconds.
const SIDE: usize = 768;

/// One measurement: billions of floating-point operations a second (a multiply-accumulate is two), all threads together.
///
/// Every thread multiplies matrices of its own, as the layers do.
pub fn measure_gflops() -> f64 {
    use rayon::prelude::*;

    let matrix: Vec<f32> = (0..SIDE * SIDE)
        .map(|index| (index % 7) as f32 - 3.0)
        .collect();
    let threads = rayon::current_num_threads();
    let mut outputs = vec![vec![0.0; SIDE * SIDE]; threads];
    let start = Instant::now();
    outputs.par_iter_mut().for_each(|out| {
        let side = Matrix::dense(&matrix, SIDE, SIDE);
        multiply(out, side, side);
    });
    let seconds = start.elapsed().as_secs_f64();
    std::hint::black_box(&outputs);
    2.0 * (threads * SIDE * SIDE * SIDE) as f64 / seconds / 1e9
}
